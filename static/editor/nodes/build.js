/** What the kinds of block have in common. */

import { Node } from "django-prose-editor/editor";

/** An attribute kept in `data-…`, so that copy and paste keeps it. */
export const kept = (name, fallback = null, read = (value) => value) => ({
  default: fallback,
  keepOnSplit: false,
  parseHTML: (element) => read(element.getAttribute(`data-${name}`) ?? fallback),
  renderHTML: (attributes) => (attributes[name] === fallback ? {} : { [`data-${name}`]: attributes[name] }),
});

/** The identifier of a section or a point; the server gives it. */
export const identified = () => ({ id: kept("id") });

/** A node shown as `tag`; `rules` are the selectors of what is pasted as one. */
export function block(name, tag, rules, more = {}) {
  return Node.create({
    name,
    group: "block",
    content: "inline*",
    defining: true,
    parseHTML: () => rules.map((rule) => ({ tag: rule, priority: rule.includes("[") ? 60 : 50 })),
    renderHTML: ({ HTMLAttributes }) => [tag, { ...more.mark, ...HTMLAttributes }, 0],
    ...more,
  });
}
