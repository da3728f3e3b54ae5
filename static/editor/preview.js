/** The public page beside the form, as it would be: what is typed is shown, not stored. */

import { h, tell } from "editor/dom";
import { setWish, wish } from "editor/local";
import { asking } from "editor/preview_asking";
import { framing } from "editor/preview_frame";
import { NARROW, OPEN } from "editor/preview_opener";
import { say } from "editor/words";

/** How wide a page is shown, in pixels; the word is also the name of the wish for it. */
const DEVICES = {
  desktop: { width: 1280, word: "preview-desktop" },
  tablet: { width: 768, word: "preview-tablet" },
  phone: { width: 390, word: "preview-phone" },
};

/** @returns {{toggle: () => void}} opens and closes the pane that belongs to `opener` */
export function previewing(opener, config, surfaces) {
  const form = document.querySelector("form:has(.sides)");
  const pane = { opener, config, surfaces, form, language: config.language, device: device() };
  document.addEventListener("side", ({ detail }) => choose(pane, "language", detail));
  return { toggle: () => (pane.root ? close(pane) : open(pane)) };
}

const device = () => Object.keys(DEVICES).find((name) => wish(DEVICES[name].word)) ?? "phone";

function open(pane) {
  pane.frame = framing(DEVICES[pane.device].width, (event) => leaving(pane, event));
  pane.line = h("p", { class: "preview-line", role: "status" });
  pane.way = h("button", { type: "button", class: "button", hidden: true, onclick: () => goTo(pane) }, say("preview-go"));
  pane.root = h("aside", { id: "preview-pane", class: "preview-pane", "aria-label": say("preview") }, head(pane), h("div", { class: "preview-told" }, pane.line, pane.way), pane.frame.stage);
  pane.root.addEventListener("keydown", (event) => leaving(pane, event));
  document.body.append(pane.root);
  pane.asked = asking(pane, { shown: (html) => shown(pane, html), refused: (told) => refused(pane, told) });
  NARROW.addEventListener("change", (pane.covers = () => cover(pane)));
  stand(pane, true);
  mark(pane);
  if (NARROW.matches) pane.root.querySelector("button").focus();
}

function close(pane) {
  pane.asked.stop();
  pane.frame.stop();
  NARROW.removeEventListener("change", pane.covers);
  pane.root.remove();
  pane.root = null;
  stand(pane, false);
  pane.opener.focus();
}

/** The page makes room for the pane, or takes it back. */
function stand(pane, isOpen) {
  setWish(OPEN, isOpen);
  tell(pane.opener, "aria-expanded", isOpen);
  document.body.classList.toggle("previewing", isOpen);
  document.dispatchEvent(new Event("previewing"));
  cover(pane);
}

/** On a narrow window nothing behind the pane can be reached. */
function cover(pane) {
  document.querySelector("#container").inert = Boolean(pane.root) && NARROW.matches;
}

function head(pane) {
  const languages = Object.entries(pane.config.languages).map(([code, { ownName }]) => choice(pane, "language", code, h("span", { lang: code }, ownName)));
  const devices = Object.entries(DEVICES).map(([name, { word }]) => choice(pane, "device", name, say(word)));
  return h(
    "header",
    { class: "preview-head" },
    h("h2", {}, say("preview")),
    h("div", { role: "group", "aria-label": say("preview-language") }, ...languages),
    h("div", { role: "group", "aria-label": say("preview-width") }, ...devices),
    h("button", { type: "button", class: "surface-close", "aria-label": say("preview-close"), onclick: () => close(pane) }, "×"),
  );
}

function choice(pane, what, value, label) {
  return h("button", { type: "button", class: "preview-choice", [`data-${what}`]: value, onclick: () => choose(pane, what, value) }, label);
}

function choose(pane, what, value) {
  if (pane[what] === value || (what === "language" && !(value in pane.config.languages))) return;
  pane[what] = value;
  if (what === "device") for (const [name, { word }] of Object.entries(DEVICES)) setWish(word, name === value);
  if (!pane.root) return;
  mark(pane);
  if (what === "device") pane.frame.resize(DEVICES[value].width);
  else pane.asked.now();
}

/** Say which choices hold, and what the frame shows. */
function mark(pane) {
  for (const button of pane.root.querySelectorAll(".preview-choice")) {
    const { language, device } = button.dataset;
    tell(button, "aria-pressed", [pane.language, pane.device].includes(language ?? device));
  }
  pane.frame.name(say("preview-of", { language: pane.config.languages[pane.language].name }));
}

function shown(pane, { html, language }) {
  tell(pane.root, "data-shows", language);
  pane.frame.show(html, language);
  told(pane, say(pane.config.preview.live ? "preview-current" : "preview-saved"));
}

/** The last page stays; the line says why it is not a newer one. */
function refused(pane, { reason, obstacle }) {
  const words = obstacle ? [obstacle.field, obstacle.reason].filter(Boolean).join(": ") : say(reason);
  told(pane, words, { id: obstacle?.id, isRefusal: true });
}

function told(pane, words, { id = "", isRefusal = false } = {}) {
  if (pane.line.textContent !== words) pane.line.textContent = words;
  pane.line.classList.toggle("is-refusal", isRefusal);
  pane.way.hidden = !id;
  pane.place = id;
}

/** To the field that stands in the way; a text is written on its surface. */
function goTo(pane) {
  const { place } = pane;
  if (NARROW.matches) close(pane);
  const surface = pane.surfaces.find(({ textarea }) => textarea.id === place);
  if (surface) surface.editor.commands.focus();
  else document.getElementById(place)?.focus();
}

function leaving(pane, event) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  close(pane);
}
