/** A button that opens a list of commands. */

import { h, tell } from "editor/dom";
import { spoken, written } from "editor/keys";
import { say } from "editor/words";

/** A menu of `commands`; the button shows `title(surface)` or the words called `name`. */
export function menu(surface, name, commands, title = () => say(name)) {
  const label = h("span");
  const button = h("button", { type: "button", class: `text-tool tool-menu tool-${name}`, "aria-haspopup": "menu", "aria-expanded": "false", title: say(name) }, label);
  const items = commands.map((command) => item(surface, command, () => close()));
  const list = h("div", { class: "tool-list", role: "menu", "aria-label": say(name), hidden: true }, ...items);
  const root = h("div", { class: "tool-holder" }, button, list);
  const close = () => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  const open = (index) => {
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    refreshItems(surface, commands, items);
    list.classList.remove("is-at-end");
    list.classList.toggle("is-at-end", overflows(surface.element, list));
    items.at(index).focus();
  };
  button.addEventListener("click", () => (list.hidden ? open(0) : close()));
  root.addEventListener("keydown", (event) => onKey(event, { button, list, items, open, close }));
  root.addEventListener("focusout", (event) => root.contains(event.relatedTarget) || close());
  const refresh = () => {
    const [words, own] = [title(surface), say(name)];
    if (label.textContent !== words) label.textContent = words;
    tell(button, "aria-label", words === own ? own : `${own}: ${words}`);
  };
  return { root, button, refresh };
}

function item(surface, command, close) {
  const run = () => {
    close();
    surface.editor.view.focus();
    command.run(surface);
  };
  return h(
    "button",
    { type: "button", role: command.active ? "menuitemcheckbox" : "menuitem", tabindex: "-1", "aria-keyshortcuts": spoken(command.keys), onclick: run },
    h("span", {}, say(command.name)),
    h("kbd", { dir: "ltr", "aria-hidden": "true" }, written(command.keys)),
  );
}

function refreshItems(surface, commands, items) {
  commands.forEach(({ active }, index) => {
    if (active) items[index].setAttribute("aria-checked", String(Boolean(active(surface))));
  });
}

/** Whether a list leaves its surface at the end of the line. */
function overflows(frame, list) {
  const [outer, inner] = [frame.getBoundingClientRect(), list.getBoundingClientRect()];
  return inner.right > Math.min(outer.right, innerWidth) + 1 || inner.left < Math.max(outer.left, 0) - 1;
}

function onKey(event, { button, list, items, open, close }) {
  const at = items.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  if (list.hidden) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    open(event.key === "ArrowDown" ? 0 : -1);
  } else if (event.key === "Escape") {
    close();
    button.focus();
  } else if (event.key in moves) items.at(moves[event.key] % items.length).focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
