import { block } from "editor/nodes/build";

/** Word states a direction on every paragraph, so only ours is read. */
const dir = {
  default: null,
  parseHTML: (element) => element.getAttribute("data-dir"),
  renderHTML: (attributes) => (attributes.dir ? { dir: attributes.dir, "data-dir": attributes.dir } : {}),
};

/** A paragraph; `dir` is set only where an editor chose a direction. */
export const Paragraph = block("paragraph", "p", ["p"], {
  priority: 1000,
  defining: false,
  addAttributes: () => ({ dir }),
});
