import { block, identified } from "editor/nodes/build";

/** The title of a numbered point; the style sheet counts. */
export const Point = block("point", "h3", ["h3[data-point]"], {
  mark: { "data-point": "" },
  addAttributes: identified,
});
