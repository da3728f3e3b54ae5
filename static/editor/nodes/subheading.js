import { block } from "editor/nodes/build";

/** A heading below a section's. */
export const Subheading = block("subheading", "h3", ["h3", "h4", "h5", "h6"]);
