import { mark } from "editor/marks/build";

const SCHEMES = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+$)/i;

/** Whether an address may be linked to. */
export const isAddress = (text) => SCHEMES.test(text ?? "");

const attributes = () => ({
  href: {
    default: null,
    parseHTML: (element) => element.dataset.item ? null : element.getAttribute("href"),
    renderHTML: ({ href }) => (isAddress(href) ? { href, rel: "noreferrer" } : {}),
  },
  item: {
    default: null,
    parseHTML: (element) => Number(element.dataset.item) || null,
    renderHTML: ({ item }) => (item ? { "data-item": item } : {}),
  },
});

/** A link to an address, or to an item by its number. */
export const Link = mark("link", "a", [], {
  inclusive: false,
  addAttributes: attributes,
  parseHTML: () => [
    { tag: "a[data-item]" },
    { tag: "a[href]", getAttrs: (element) => isAddress(element.getAttribute("href")) && null },
  ],
});
