/** The row of tools above a text: one stop of Tab, arrows within. */

import { h, tell } from "editor/dom";
import { BLOCKS, DIRECTIONS, HELP, HISTORY, INSERTS, MARKS, NOTE, TABLE } from "editor/commands";
import { spoken, written } from "editor/keys";
import { menu } from "editor/menus";
import { say } from "editor/words";

/** A button for a command. */
function tool(surface, { name, keys, run, active }) {
  const attributes = { type: "button", class: `text-tool tool-${name}`, "aria-label": say(name), "aria-keyshortcuts": spoken(keys) };
  const button = h("button", { ...attributes, title: `${say(name)} ${written(keys)}`, onclick: () => run(surface) });
  const refresh = () => active && tell(button, "aria-pressed", Boolean(active(surface)));
  return { root: button, button, refresh };
}

/** What the caret stands in, in a word. */
function current(surface) {
  const block = BLOCKS.find(({ name, active }) => name !== "paragraph" && active?.(surface));
  return say((block ?? INSERTS.find(({ active }) => active?.(surface)) ?? BLOCKS[0]).name);
}

/** The toolbar of a surface. */
export function toolbar(surface) {
  const table = menu(surface, "table-menu", TABLE);
  const parts = [
    [menu(surface, "blocks", BLOCKS, current)],
    [...MARKS, NOTE].map((command) => tool(surface, command)),
    [menu(surface, "inserts", INSERTS), table, menu(surface, "directions", DIRECTIONS)],
    [...HISTORY, HELP].map((command) => tool(surface, command)),
  ];
  const tools = parts.flat();
  const refresh = () => {
    table.root.hidden = !surface.editor.isActive("table");
    for (const each of tools) each.refresh();
  };
  refreshing(surface, refresh);
  const language = surface.config.languages[surface.language].name;
  return bar(surface, say("tools-of", { language }), parts, refresh);
}

/** The few tools of a note. */
export function markTools(surface) {
  const tools = MARKS.map((command) => tool(surface, command));
  const refresh = () => tools.forEach((each) => each.refresh());
  refreshing(surface, refresh);
  return bar(surface, say("marks"), [tools], refresh);
}

/** Once a frame, however many transactions it brings. */
function refreshing({ editor }, refresh) {
  let frame = 0;
  editor.on("transaction", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => editor.isDestroyed || refresh());
  });
}

function bar(surface, label, parts, refresh) {
  const groups = parts.map((tools) => h("div", { class: "tool-group" }, ...tools.map(({ root }) => root)));
  const buttons = parts.flat().map(({ button }) => button);
  const rove = (to) => buttons.forEach((button) => (button.tabIndex = button === to ? 0 : -1));
  const root = h("div", { class: "surface-tools", role: "toolbar", "aria-label": label }, ...groups);
  root.addEventListener("focusin", ({ target }) => buttons.includes(target) && rove(target));
  root.addEventListener("keydown", (event) => walk(event, root, buttons));
  // A press of the mouse would take the caret out of the text.
  root.addEventListener("mousedown", (event) => event.preventDefault());
  rove(buttons[0]);
  refresh();
  return root;
}

function walk(event, root, buttons) {
  const seen = buttons.filter((button) => button.offsetParent);
  const at = seen.indexOf(event.target);
  const on = getComputedStyle(root).direction === "rtl" ? -1 : 1;
  const moves = { ArrowRight: at + on, ArrowLeft: at - on, Home: 0, End: -1 };
  if (at < 0 || !(event.key in moves)) return;
  event.preventDefault();
  seen.at(moves[event.key] % seen.length).focus();
}
