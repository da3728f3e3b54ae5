import { block } from "editor/nodes/build";

/** A block quotation. */
export const Quote = block("quote", "blockquote", ["blockquote"], { content: "paragraph+ attribution?" });

/** Who said it. */
export const Attribution = block("attribution", "footer", ["footer"], { group: "" });
