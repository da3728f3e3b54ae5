/** What stands beside a surface: outline, problems, advice, counts, and what is kept. */

import { advice, advising } from "editor/advice";
import { checking } from "editor/check";
import { counts } from "editor/counts";
import { h } from "editor/dom";
import { folding } from "editor/fold";
import { keeping } from "editor/keep";
import { moving } from "editor/move";
import { outline } from "editor/outline";
import { pasting } from "editor/paste";
import { problems } from "editor/problems";
import { remarking } from "editor/remarks";

/** The extensions that a surface's editor needs for it. */
export function asideExtensions(surface) {
  return [moving(surface), folding(), remarking(), pasting(surface), advising()];
}

/** Set it beside a surface once all surfaces of the page are there. */
export function aside(surface) {
  const { line, show } = counts();
  const parts = [...problems(surface), line, outline(surface), advice(surface)];
  surface.element.after(h("div", { class: "surface-aside" }, ...parts));
  checking(surface, show);
  keeping(surface);
}
