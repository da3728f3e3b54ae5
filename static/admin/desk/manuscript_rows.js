/* The lines of a manuscript as one stop of the Tab key: arrows walk, letters choose. */

const list = document.querySelector("#rows");
const template = document.querySelector("#choices");
const keys = document.querySelector("#keys");
const all = () => [...list.querySelectorAll(".ms-row")];

/** The row that holds the focus, or would hold it. */
function current() {
  return document.activeElement.closest?.(".ms-row") ?? list.querySelector(".ms-row[tabindex='0']");
}

function go(row) {
  if (!row) return;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const rows = all();
  return rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(current()) + by))];
}

function warned(by) {
  const rows = all();
  const from = rows.indexOf(current());
  const there = by > 0 ? rows.slice(from + 1) : rows.slice(0, Math.max(0, from)).reverse();
  return there.find((row) => row.matches(".ms-warned"));
}

/** Show the choices of a row that has none; `floating` over what stands there. */
function offer(row, floating) {
  const shown = row.querySelector(".ms-choices");
  if (shown) {
    if (!floating) shown.classList.remove("ms-floating");
    return;
  }
  const choices = template.content.cloneNode(true).firstElementChild;
  for (const button of [...choices.children]) {
    if ("block" in row.dataset && !["drop", ""].includes(button.dataset.role)) button.remove();
    button.value = `${row.dataset.line}:${button.dataset.role}`;
    if (row.matches(`.ms-as-${button.dataset.role || "none"}`)) button.setAttribute("aria-pressed", "true");
  }
  choices.classList.add("ms-lent");
  choices.classList.toggle("ms-floating", floating);
  row.querySelector(".ms-understood").append(choices);
}

function takeBack(row) {
  if (!row.contains(document.activeElement)) row.querySelector(".ms-lent")?.remove();
}

/** The letter of a key: its own where it is Latin, else that of its place. */
function letter({ key, code }) {
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace(/^Key/, "");
}

function choose(row, pressed) {
  offer(row, false);
  const button = row.querySelector(`.ms-choices [data-key="${pressed}"]`);
  button?.click();
  return Boolean(button);
}

const WALKS = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Home: () => all()[0],
  End: () => all().at(-1),
};

function press(event) {
  const row = event.target.closest(".ms-row");
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const pressed = letter(event);
  if (WALKS[event.key]) go(WALKS[event.key]());
  else if (event.key === "?" || event.key === "؟") keys.showModal();
  else if (pressed === "N") go(warned(event.shiftKey ? -1 : 1));
  else if (!/^[A-Z]$/.test(pressed) || !choose(row, pressed)) return;
  event.preventDefault();
}

list.addEventListener("keydown", press);
list.addEventListener("focusin", ({ target }) => {
  const row = target.closest(".ms-row");
  if (!row) return;
  for (const other of list.querySelectorAll(".ms-row[tabindex='0']")) other.tabIndex = -1;
  row.tabIndex = 0;
  // Choices that float must not move from under the pointer that presses one.
  if (!target.closest(".ms-choices")) offer(row, false);
});
list.addEventListener("focusout", ({ target, relatedTarget }) => {
  const row = target.closest(".ms-row");
  if (row && !row.contains(relatedTarget)) setTimeout(takeBack, 0, row);
});
list.addEventListener("click", (event) => {
  const role = event.target.closest(".ms-role");
  if (role) event.preventDefault();
  const row = event.target.closest(".ms-row");
  if (row && !event.target.closest("button") && !row.contains(document.activeElement)) row.focus();
  else if (role) row.focus();
});

/* A pointer that rests on a row sees its choices too; one that passes moves nothing. */
let resting;
list.addEventListener("pointerover", ({ target, pointerType }) => {
  const row = target.closest(".ms-row");
  if (pointerType !== "mouse" || row === resting?.row) return;
  clearTimeout(resting?.timer);
  if (resting?.row) takeBack(resting.row);
  resting = row && { row, timer: setTimeout(offer, 250, row, true) };
});
list.addEventListener("pointerleave", () => {
  clearTimeout(resting?.timer);
  if (resting?.row) takeBack(resting.row);
  resting = null;
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-keys]")) keys.showModal();
  if (target.closest("[data-next]")) go(warned(1) ?? list.querySelector(".ms-warned"));
});

/* Links inside the rows are for browsers without scripts: the row is the stop. */
for (const link of list.querySelectorAll(".ms-role")) link.tabIndex = -1;
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) node.querySelector?.(".ms-role")?.setAttribute("tabindex", "-1");
  }
}).observe(list, { childList: true, subtree: true });

/* Begin where something is to be decided. */
const problems = document.querySelector("#problems");
(all()[0] ?? {}).tabIndex = 0;
if (problems) problems.focus();
else if (!location.hash) go(list.querySelector(".ms-warned") ?? all()[0]);
