import { block } from "editor/nodes/build";

const ordered = {
  default: false,
  parseHTML: (element) => element.localName === "ol",
  rendered: false,
};

/** A flat list. */
export const List = block("list", "ul", ["ul", "ol"], {
  content: "item+",
  addAttributes: () => ({ ordered }),
  renderHTML: ({ node }) => [node.attrs.ordered ? "ol" : "ul", 0],
});

/** An item of a list or a panel. */
export const Item = block("item", "li", ["li"], { group: "" });
