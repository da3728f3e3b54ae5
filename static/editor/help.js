/** All commands with their keys, and the signs that make blocks. */

import { GROUPS } from "editor/commands";
import { dialog } from "editor/dialog";
import { h } from "editor/dom";
import { written } from "editor/keys";
import { say } from "editor/words";

const SIGNS = [
  ["## ", "section"],
  ["### ", "subheading"],
  ["1. · ٣- · (1) · أولاً: ", "point"],
  ["- ", "bullets"],
  ["> ", "quote"],
  ["-- ", "attribution"],
  ["---", "conclusion"],
];
const MOVES = [["Alt-Shift-ArrowUp", "move-up"], ["Alt-Shift-ArrowDown", "move-down"]];

const row = (keys, name) => h("tr", {}, h("th", { scope: "row" }, say(name)), h("td", {}, h("kbd", { dir: "auto" }, keys)));

const part = (title, rows) => h("table", {}, h("caption", {}, say(title)), h("tbody", {}, ...rows));

/** Show the help. */
export function help(surface) {
  const groups = GROUPS.map(([title, commands]) => {
    const rows = commands.map(({ name, keys }) => row(written(keys), name));
    return part(title, title === "blocks" ? [...rows, ...MOVES.map(([keys, name]) => row(written(keys), name))] : rows);
  });
  const signs = part("signs", SIGNS.map(([sign, name]) => row(sign, name)));
  dialog(surface, say("help"), [h("div", { class: "surface-help" }, ...groups, signs)]);
}
