import { block } from "editor/nodes/build";
import { say } from "editor/words";

/** Findings, recommendations or a summary: `names` are their names in the text's language. */
export const panel = (names) =>
  block("panel", "ul", ["ul[data-panel]"], {
    content: "item+",
    addAttributes: () => ({ kind: { default: "findings", parseHTML: (element) => element.dataset.panel, rendered: false } }),
    renderHTML: ({ node: { attrs } }) => ["ul", { "data-panel": attrs.kind, "data-name": names[attrs.kind] ?? say(attrs.kind) }, 0],
  });
