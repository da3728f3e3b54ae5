import { h } from "editor/dom";
import { look } from "editor/library";
import { block, kept } from "editor/nodes/build";
import { say } from "editor/words";

/** A picture of the library; its caption is the content. */
export const figure = (surface) =>
  block("figure", "figure", ["figure[data-image]"], {
    isolating: true,
    draggable: true,
    addAttributes: () => ({ image: kept("image", null, Number), alt: kept("alt", "") }),
    addNodeView: () => (props) => view(surface, props),
  });

function view(surface, { node, getPos }) {
  const picture = h("img", { alt: "", draggable: "false" });
  const { language, languages } = surface.config;
  const words = { lang: language, dir: languages[language].dir };
  const state = h("button", { type: "button", class: "figure-alt", ...words, onclick: () => surface.pictureDialog(getPos()) });
  const head = h("div", { class: "figure-head", contenteditable: "false" }, picture, state);
  const contentDOM = h("figcaption", { "data-hint": say("caption") });
  let shown = node;
  const show = () => fill(surface, shown, picture, state);
  show();
  return {
    dom: h("figure", {}, head, contentDOM),
    contentDOM,
    update: (next) => next.type === shown.type && ((shown = next), show(), true),
    stopEvent: (event) => state.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target),
  };
}

async function fill(surface, { attrs }, picture, state) {
  const record = await look(surface.config.urls.images, attrs.image);
  const alt = attrs.alt || record?.alt[surface.language] || "";
  if (record && picture.getAttribute("src") !== record.url) picture.src = record.url;
  picture.alt = alt;
  state.classList.toggle("is-lacking", !alt);
  if (!record) state.textContent = say("picture-missing");
  else state.textContent = alt ? say("alt-is", { alt }) : say("alt-missing");
}
