import { block, identified } from "editor/nodes/build";

/** The heading of a section. */
export const Section = block("section", "h2", ["h1", "h2"], { addAttributes: identified });
