/**
 * What leaves the page: its address by the system's own sheet or copied, the address
 * of a section or point, the citation, and the page itself to a printer. Each control
 * says for a moment what was done, and so does the page's live region.
 */
const told = document.querySelector("[data-copied]");
const share = document.querySelector("[data-shares]");
const LINGER = 3000;

/** Plain clicks alone are ours: others open tabs and windows. */
const isPlain = (click) =>
  !(click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey);

document.addEventListener("click", (click) => {
  const control = click.target.closest(".anchor, [data-copies], [data-shares], [data-prints]");
  if (!control || !told || !isPlain(click)) return;
  if (control.matches(".anchor")) copyPlace(control, click);
  else if (control.matches("[data-copies]")) copyText(control);
  else if (control.matches("[data-shares]")) shareOrCopy(control);
  else print();
});

/** The address bar shows the place, too, with no step back more to go. */
function copyPlace(anchor, click) {
  click.preventDefault();
  history.replaceState(history.state, "", anchor.hash);
  const address = share?.dataset.shares ?? location.href.replace(location.hash, "");
  copy(address + anchor.hash, anchor);
}

async function copyText(control) {
  const source = document.getElementById(control.dataset.copies);
  const words = source.textContent.replace(/\s+/g, " ").trim();
  if (!(await copy(words, control))) getSelection().selectAllChildren(source);
}

async function shareOrCopy(control) {
  const url = control.dataset.shares;
  const title = document.querySelector("h1").textContent.trim();
  try {
    if (navigator.share) return await navigator.share({ title, url });
  } catch (refusal) {
    if (refusal.name === "AbortError") return;
  }
  const link = document.getElementById("short-link");
  if (!(await copy(url, control)) && link) getSelection().selectAllChildren(link);
}

/** Whether the browser let it happen; says so either way. */
async function copy(words, control) {
  try {
    await navigator.clipboard.writeText(words);
    say(told.dataset.copied, control);
    return true;
  } catch {
    say(told.dataset.refused, control);
    return false;
  }
}

let fallSilent = () => {};

function say(words, control) {
  fallSilent();
  told.textContent = words;
  control.dataset.said = words;
  const timer = setTimeout(() => fallSilent(), LINGER);
  fallSilent = () => {
    clearTimeout(timer);
    told.textContent = "";
    delete control.dataset.said;
  };
}
