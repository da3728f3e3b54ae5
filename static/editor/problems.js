/** The lists of problems and warnings beside a surface; each leads to its block. */

import { h } from "editor/dom";
import { button, group, jump, refill } from "editor/lists";
import { remarks, setRemarks } from "editor/remarks";
import { say } from "editor/words";

/** The two lists, kept up to date. What the server found wrong on saving comes first. */
export function problems(surface) {
  const found = group(surface, "problems", say("problems"));
  const warned = group(surface, "warnings", say("warnings"), [dismiss(surface)]);
  const sent = surface.element.closest(".surface-field")?.dataset.problems;
  if (sent) setRemarks(surface, "problem", JSON.parse(sent));
  keep(surface, "problem", found);
  keep(surface, "warning", warned);
  return [found.box, warned.box];
}

const dismiss = (surface) => button(say("dismiss"), () => setRemarks(surface, "warning", []), { class: "dismiss" });

function keep(surface, kind, shown) {
  let drawn = "[]";
  const draw = () => {
    const all = remarks(surface.editor.state, kind);
    const now = JSON.stringify(all);
    if (now === drawn) return;
    drawn = now;
    shown.box.hidden = all.length === 0;
    refill(shown.list, all.map((each, index) => entry(surface, each, index)));
  };
  surface.editor.on("transaction", draw);
  draw();
}

function entry(surface, { message, pos }, index) {
  const text = pos === null ? message : button(message, () => jump(surface, pos + 1), { key: String(index) });
  return h("li", {}, text);
}

/** Show what a check found. While somebody writes, the block being written is spared. */
export function showProblems(surface, list, patient) {
  setRemarks(surface, "problem", list, { patient });
}
