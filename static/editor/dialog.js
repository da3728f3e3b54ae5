/** A window above the page, with a form in it. */

import { h } from "editor/dom";
import { say } from "editor/words";

/**
 * Open a dialog with `fields` and a button called `action`, or none.
 * @param onsubmit  gives the complaint about what was entered, or nothing: then it closes
 */
export function dialog(surface, title, fields, action, onsubmit = () => null) {
  const complaint = h("p", { class: "surface-complaint", role: "alert" });
  const close = h("button", { type: "button", class: "surface-close", "aria-label": say("close"), onclick: () => root.close() }, "×");
  const form = h("form", { method: "dialog" }, h("header", {}, h("h2", {}, title), close), ...fields, complaint);
  const root = h("dialog", { class: "surface-dialog", "aria-label": title }, form);
  if (action) form.append(h("button", { class: "button default" }, action));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const found = await onsubmit();
    if (found) complaint.textContent = found;
    else root.close();
  });
  root.addEventListener("close", () => {
    root.remove();
    surface.editor.view.focus();
  });
  // Inside the page's form there can be no other, so dialogs stand at its end.
  document.body.append(root);
  root.showModal();
  return root;
}

/** A field with its label; a hint below it. */
export function field(label, input, hint) {
  return h("label", { class: "surface-entry" }, h("span", {}, label), input, hint && h("small", {}, hint));
}

/** Call `search` with what is typed into a field, once it rests. */
export function searching(input, search) {
  let timer = 0;
  let asked = 0;
  const ask = async () => {
    const turn = (asked += 1);
    await search(input.value.trim(), () => turn === asked);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
  ask();
}
