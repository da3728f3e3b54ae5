/** What the marks have in common. */

import { Mark } from "django-prose-editor/editor";

/** A mark shown as `tag`; `rules` are the selectors of what is pasted as one. */
export function mark(name, tag, rules, more = {}) {
  return Mark.create({
    name,
    parseHTML: () => rules.map((rule) => ({ tag: rule })),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    ...more,
  });
}

/** An attribute of a mark that is an attribute of its element too. */
export const shown = (name, from) => ({
  default: null,
  parseHTML: (element) => element.getAttribute(from),
  renderHTML: (attributes) => ({ [from]: attributes[name] }),
});
