/** Linking words to an address, or to an item of the house by its number. */

import { dialog, field, searching } from "editor/dialog";
import { h } from "editor/dom";
import { look, remember } from "editor/library";
import { isAddress } from "editor/marks/link";
import { get } from "editor/request";
import { say } from "editor/words";

/** Ask what the selected words lead to; without a selection, the link under the caret. */
export function linkDialog(surface) {
  const { editor } = surface;
  const old = editor.getAttributes("link");
  if (editor.state.selection.empty && !editor.isActive("link")) return surface.announce(say("link-needs-words"));
  const input = h("input", { type: "text", dir: "auto", value: old.href ?? "", autofocus: true });
  const list = h("ul", { class: "surface-found" });
  const chosen = h("p", { class: "surface-chosen" });
  const set = (attrs) => editor.chain().focus().extendMarkRange("link").setMark("link", attrs).run();
  const unset = h("button", { type: "button", class: "button", onclick: () => (root.close(), remove(editor)) }, say("remove-link"));
  const fields = [chosen, field(say("link-to"), input, say("link-hint")), list, editor.isActive("link") ? unset : null];
  const root = dialog(surface, say("link"), fields, say("link-set"), () => entered(input.value.trim(), set));
  const pick = (item) => (root.close(), set({ href: null, item: item.number }));
  searching(input, (query, current) => find(surface, query, list, pick, current));
  if (old.item) name(surface, old.item, chosen);
}

const remove = (editor) => editor.chain().focus().extendMarkRange("link").unsetMark("link").run();

function entered(text, set) {
  const href = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : text;
  if (!isAddress(href)) return say("link-wrong");
  set({ href, item: null });
  return null;
}

async function name(surface, number, place) {
  const item = await look(surface.config.urls.items, number);
  place.textContent = item ? say("links-to", { headline: item.headline }) : say("item-missing");
}

async function find(surface, query, list, pick, current) {
  if (query.length < 2 || isAddress(query)) return list.replaceChildren();
  const { urls } = surface.config;
  const { data } = await get(urls.items, { q: query, language: surface.language });
  if (!current()) return;
  const results = data.results ?? [];
  for (const each of results) remember(urls.items, each);
  list.replaceChildren(...(results.length ? results.map((each) => h("li", {}, result(each, pick))) : [h("li", {}, say("nothing-found"))]));
}

function result(item, pick) {
  const state = item.live ? null : h("small", {}, say("not-public"));
  const name = h("span", { dir: "auto", lang: item.language }, item.headline);
  return h("button", { type: "button", onclick: () => pick(item) }, name, state);
}
