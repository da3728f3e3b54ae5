/** Lists beside a surface: filled anew without losing the focus of the keyboard. */

import { pm } from "django-prose-editor/editor";
import { h } from "editor/dom";
import { say } from "editor/words";

/** A button; `key` names it when its list is filled anew. */
export function button(label, onclick, { key = "", ...more } = {}) {
  return h("button", { type: "button", onclick, "data-key": key, ...more }, label);
}

/** Replace what `box` holds; the focus stays on the button of the same key, or in the box. */
export function refill(box, nodes, wanted = focused(box)) {
  box.replaceChildren(...nodes);
  if (wanted === null) return;
  const named = [...box.querySelectorAll("[data-key]")];
  (named.find((each) => each.dataset.key === wanted && !each.disabled) ?? named.find((each) => !each.disabled))?.focus();
}

function focused(box) {
  return box.contains(document.activeElement) ? (document.activeElement.dataset.key ?? "") : null;
}

/** Put the caret at a position, and the position in sight. */
export function jump(surface, pos) {
  const { state, view } = surface.editor;
  const selection = pm.state.Selection.near(state.doc.resolve(Math.min(pos, state.doc.content.size)));
  view.dispatch(state.tr.setSelection(selection));
  view.focus();
  const { node } = view.domAtPos(selection.from);
  (node.nodeType === 3 ? node.parentElement : node).scrollIntoView({ block: "center" });
}

/** A titled group beside a surface; hidden while it has nothing to show. */
export function group(surface, name, heading, extras = []) {
  const language = surface.config.languages[surface.language].name;
  const label = say("of-language", { name: heading, language });
  const list = h("ul", { class: `${name}-list` });
  const head = h("h3", {}, heading);
  const box = h("section", { class: `surface-${name}`, hidden: true, "aria-label": label }, head, ...extras, list);
  return { box, head, list };
}
