import { block, identified } from "editor/nodes/build";
import { say } from "editor/words";

/** Where the conclusion without a heading begins. */
export const Conclusion = block("conclusion", "div", ["div[data-conclusion]"], {
  content: "",
  atom: true,
  addAttributes: identified,
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-conclusion": say("conclusion") }],
});
