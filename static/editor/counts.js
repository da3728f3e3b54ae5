/** Words and reading time of a language, as the server counts them. */

import { h } from "editor/dom";

/** The line and what fills it from a check's answer. */
export function counts() {
  const line = h("p", { class: "surface-counts" });
  return { line, show: ({ wordsText }) => (line.textContent = wordsText ?? "") };
}
