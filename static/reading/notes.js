/**
 * Notes open in place where there is no margin for them, and close again: by their
 * call, or by Escape. Without this the address alone opens them (`:target`).
 */
const CALLS = ".noted > .ref";
const narrow = matchMedia("(width < 68rem)");
const calls = [...document.querySelectorAll(CALLS)];

const isOpen = (call) => call.parentElement.classList.contains("open");

document.addEventListener("click", (click) => {
  const call = click.target.closest(CALLS);
  if (!call || click.button || click.ctrlKey || click.metaKey || click.shiftKey) return;
  click.preventDefault(); // no step in the history for a look at a note
  set(call, !isOpen(call));
});

document.addEventListener("keydown", (press) => {
  if (press.key !== "Escape" || !narrow.matches) return;
  const note = document.activeElement?.closest(".side");
  const around = note?.previousElementSibling.querySelector(".ref");
  const call = around ?? document.activeElement?.closest(CALLS) ?? calls.findLast(isOpen);
  if (!call || !isOpen(call)) return;
  set(call, false);
  if (note) call.focus();
});

narrow.addEventListener("change", tell);
addEventListener("hashchange", follow);
document.documentElement.dataset.notes = "";
tell();
follow();

function set(call, open) {
  call.parentElement.classList.toggle("open", open);
  tell();
}

/** In the margin nothing opens, so there is nothing to say. */
function tell() {
  for (const call of calls)
    if (narrow.matches) call.setAttribute("aria-expanded", isOpen(call));
    else call.removeAttribute("aria-expanded");
}

/** An address that names a call shows its note, as it does without scripts. */
function follow() {
  const call = calls.find((each) => `#${each.id}` === location.hash);
  if (call) set(call, true);
}
