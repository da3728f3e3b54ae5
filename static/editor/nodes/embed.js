import { block, kept } from "editor/nodes/build";

/** A recording elsewhere, with its transcript. */
export const Embed = block("embed", "div", ["div[data-url]"], {
  isolating: true,
  addAttributes: () => ({ url: kept("url") }),
});
