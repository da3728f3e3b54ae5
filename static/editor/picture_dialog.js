/** Choosing a picture of the library, adding one to it, and telling what a picture shows. */

import { dialog, field, searching } from "editor/dialog";
import { h } from "editor/dom";
import { look, remember } from "editor/library";
import { insert } from "editor/lines";
import { get, request, token } from "editor/request";
import { say } from "editor/words";

/** With the position of a figure its words are edited; `file` is one that was dropped. */
export function pictureDialog(surface, pos = null, file = null) {
  return pos === null ? choose(surface, file) : describe(surface, pos);
}

function choose(surface, dropped) {
  const query = h("input", { type: "search", dir: "auto", autofocus: !dropped });
  const found = h("ul", { class: "surface-pictures", "aria-label": say("library") });
  const chooser = h("input", { type: "file", accept: "image/*" });
  const alt = h("input", { type: "text", dir: surface.dir, lang: surface.language, autofocus: Boolean(dropped) });
  const add = h("fieldset", {}, h("legend", {}, say("picture-new")), field(say("picture-file"), chooser), field(say("alt"), alt, say("alt-hint")));
  if (dropped) chooser.files = dropped;
  const fields = [field(say("picture-search"), query), found, add];
  const root = dialog(surface, say("picture"), fields, say("picture-add"), () => upload(surface, chooser.files[0], alt.value.trim()));
  const pick = (picture) => (root.close(), place(surface, picture));
  searching(query, (text, current) => find(surface, text, found, pick, current));
}

async function find(surface, query, list, pick, current) {
  const { data } = await get(surface.config.urls.images, { q: query });
  if (!current()) return;
  const results = data.results ?? [];
  for (const each of results) remember(surface.config.urls.images, each);
  list.replaceChildren(...results.map((each) => h("li", {}, result(each, surface.language, pick))));
  if (!results.length) list.append(h("li", {}, say("nothing-found")));
}

function result(picture, language, pick) {
  const image = h("img", { src: picture.thumbnail, alt: "", loading: "lazy" });
  const name = h("span", { dir: "auto" }, picture.alt[language] || picture.name);
  return h("button", { type: "button", onclick: () => pick(picture) }, image, name);
}

/** Gives the complaint where there is one. */
async function upload(surface, file, alt) {
  if (!file) return say("picture-file-missing");
  if (!alt) return say("alt-needed");
  const body = new FormData();
  body.append("file", file);
  body.append(`alt_${surface.language}`, alt);
  const { urls } = surface.config;
  const { data } = await request(urls.upload, { method: "POST", headers: { "X-CSRFToken": token() }, body });
  if (!data.number) return (data.problems ?? [say("picture-refused")]).join(" ");
  remember(urls.images, data);
  // A picture that the library had already keeps its own words.
  return place(surface, data, data.alt[surface.language] === alt ? "" : alt);
}

function place(surface, picture, alt = "") {
  const { view, state } = surface.editor;
  view.dispatch(insert(state.tr, state.schema.nodes.figure.create({ image: picture.number, alt })));
  surface.announce(say("picture-placed"));
  return null;
}

async function describe(surface, pos) {
  const { editor, config } = surface;
  const { attrs } = editor.state.doc.nodeAt(pos);
  const record = await look(config.urls.images, attrs.image);
  const input = h("input", { type: "text", dir: surface.dir, lang: surface.language, value: attrs.alt, placeholder: record?.alt[surface.language] ?? "", autofocus: true });
  dialog(surface, say("alt"), [field(say("alt"), input, say("alt-hint"))], say("done"), () => {
    editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, "alt", input.value.trim()));
    return null;
  });
}
