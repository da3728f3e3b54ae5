/** The frame in which a page is shown: no script of it runs, and nothing leads away. */

import { h, tell } from "editor/dom";

/**
 * A frame for a page of some width, fitted into its stage.
 * @param onkey  told of keys that are pressed within
 */
export function framing(width, onkey) {
  // Without "allow-scripts", "allow-forms" and "allow-popups" a page can only be read.
  const frame = h("iframe", { class: "preview-frame", sandbox: "allow-same-origin" });
  const stage = h("div", { class: "preview-stage" }, frame);
  const places = {};
  let language = "";
  const fit = () => fitted(frame, stage, width);
  const watch = new ResizeObserver(fit);
  watch.observe(stage);

  /** Replace the page and keep the place in it, for each language its own. */
  function show(html, spoken) {
    const fresh = prepared(html);
    const page = frame.contentDocument;
    if (language) places[language] = page.scrollingElement?.scrollTop ?? 0;
    const standing = language && sheets(page) === sheets(fresh);
    const back = spoken !== language || !standing;
    language = spoken;
    if (standing) renew(page, fresh);
    else return load(fresh, () => scroll(spoken));
    if (back) scroll(spoken);
  }

  function load(fresh, then) {
    frame.addEventListener("load", () => (attend(frame.contentDocument, onkey), then()), { once: true });
    frame.srcdoc = `<!doctype html>${fresh.documentElement.outerHTML}`;
  }

  function scroll(spoken) {
    frame.contentDocument.scrollingElement.scrollTop = places[spoken] ?? 0;
  }

  return {
    stage,
    show,
    name: (title) => tell(frame, "title", title),
    resize: (to) => ((width = to), fit()),
    stop: () => watch.disconnect(),
  };
}

/** As wide as the device, and drawn smaller where there is no room for that. */
function fitted(frame, stage, width) {
  const scale = Math.min(1, stage.clientWidth / width);
  frame.style.setProperty("--page-width", `${width}px`);
  frame.style.setProperty("--page-height", `${stage.clientHeight / scale}px`);
  frame.style.setProperty("--page-scale", scale);
}

/** Links ask for a window that the frame may not open: none leads the frame away. */
function prepared(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const script of page.querySelectorAll("script")) script.remove();
  page.head.prepend(Object.assign(page.createElement("base"), { target: "_blank" }));
  return page;
}

const sheets = (page) => [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href")).join();

/** Within the page, links to its own parts lead there. */
function attend(page, onkey) {
  page.addEventListener("keydown", onkey);
  page.addEventListener("click", (click) => {
    const link = click.target.closest("a[href]");
    if (!link) return;
    click.preventDefault();
    const [, place] = link.getAttribute("href").split("#");
    if (place && link.getAttribute("href").startsWith("#")) page.getElementById(decodeURIComponent(place))?.scrollIntoView();
  });
}

/** Only what differs is replaced: pictures stay, and so does the place. */
function renew(page, fresh) {
  for (const name of ["lang", "dir"]) tell(page.documentElement, name, fresh.documentElement.getAttribute(name));
  page.title = fresh.title;
  match(page.body, fresh.body);
}

function match(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  if (old.nodeName !== fresh.nodeName || !before.length || before.length !== after.length) {
    old.replaceWith(old.ownerDocument.adoptNode(fresh));
    return;
  }
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const name of fresh.getAttributeNames()) tell(old, name, fresh.getAttribute(name));
  before.forEach((child, at) => match(child, after[at]));
}
