/**
 * Offers what somebody may be about to type, below the search field. Without scripts the
 * form does all that it must. See https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
const PAUSE = 150;
const SHORTEST = 2;

for (const form of document.querySelectorAll("form[data-suggestions]")) offer(form);

function offer(form) {
  const field = form.querySelector("input[type=search]");
  const list = form.querySelector("[role=listbox]");
  const told = form.querySelector("[role=status]");
  let waiting, asking, chosen;

  Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  }).forEach(([name, value]) => field.setAttribute(name, value));

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    asking?.abort();
    choose(null); // what was chosen answers other words
    field.dir = field.value ? "auto" : ""; // an empty one would not begin where the page does
    if (field.value.trim().length < SHORTEST) close();
    else waiting = setTimeout(ask, PAUSE);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!list.childElementCount) return;
      event.preventDefault();
      open();
      choose(next(event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen && !list.hidden) {
      event.preventDefault();
      chosen.click();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      choose(null); // back to the words
    }
  });

  form.addEventListener("submit", close);
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) close();
  });
  // The field keeps the focus while an offer is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());

  async function ask() {
    const mine = (asking = new AbortController());
    const query = new URLSearchParams({ q: field.value });
    try {
      const answer = await fetch(`${form.dataset.suggestions}?${query}`, {
        signal: mine.signal,
      });
      if (answer.ok) show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function show({ suggestions, said }) {
    choose(null);
    list.replaceChildren(...suggestions.map(line));
    if (!suggestions.length || !field.matches(":focus")) return close();
    open();
    told.textContent = said;
  }

  /** The offer so far from the chosen one; null, the field itself, is among them. */
  function next(step) {
    const places = [null, ...list.children];
    const place = places.indexOf(chosen ?? null) + step;
    return places.at(place % places.length);
  }

  function choose(option) {
    chosen?.setAttribute("aria-selected", "false");
    chosen = option;
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function open() {
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    choose(null);
    list.hidden = true;
    told.textContent = "";
    field.setAttribute("aria-expanded", "false");
  }

  function line(offer, place) {
    const option = document.createElement("a");
    const words = document.createElement("bdi");
    const sort = document.createElement("small");
    Object.assign(option, { id: `${list.id}-${place}`, href: offer.path, tabIndex: -1 });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    Object.assign(words, { textContent: offer.text, lang: offer.language });
    words.dir = offer.direction;
    sort.textContent = offer.sort;
    option.append(words, sort);
    return option;
  }
}
