/**
 * The contents follow the reader: what was read, what is being read, and its section
 * open. Tells the page of each change by the event "reading:place".
 */
const contents = document.querySelector(".contents");
const links = [...(contents?.querySelectorAll("a") ?? [])];
const places = links.map((link) => document.getElementById(link.hash.slice(1)));
const sections = [...(contents?.querySelectorAll(":scope > ol > li") ?? [])];
const reached = new Set();

const wide = matchMedia("(width >= 68rem)");
wide.addEventListener("change", unfold);
unfold();

if (!("IntersectionObserver" in window)) contents?.classList.remove("follows");
else watch();

/** Where there is room they stand open, and what would fold them is no control. */
function unfold() {
  if (!contents) return;
  contents.open = wide.matches;
  contents.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
}

/** A place is reached when its top has passed the upper third of the window. */
function watch() {
  // As high as can be above the window: what a jump leaves behind is reached, too.
  const line = { rootMargin: "9999999px 0px -67% 0px" };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      reached[isIntersecting ? "add" : "delete"](target);
    mark(places.findLastIndex((place) => reached.has(place)));
  }, line);
  for (const place of places) if (place) observer.observe(place);
}

function mark(current) {
  links.forEach((link, index) => {
    link.classList.toggle("read", index < current);
    if (index === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
  open(sections.find((section) => section.contains(links[current] ?? null)));
  keepInSight(links[current]);
  const detail = places[current]?.id ?? "";
  document.dispatchEvent(new CustomEvent("reading:place", { detail }));
}

/** What has no points to show leaves those of another section open. */
function open(now) {
  for (const section of sections) {
    section.classList.toggle("now", section === now);
    if (now?.querySelector(".pts")) section.classList.toggle("open", section === now);
  }
}

/** Long contents scroll inside themselves; the page is left where it is. */
function keepInSight(link) {
  const frame = contents.parentElement;
  if (!link || frame.scrollHeight <= frame.clientHeight) return;
  const middle = link.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  frame.scrollTop += middle - frame.clientHeight / 2;
}
