/** The direction of paragraphs, and of runs within them. */

import { getMarkRange } from "django-prose-editor/editor";

/** Set a direction on the paragraphs of the selection; the text's own direction is none. */
export const direct = (dir) => (surface) => {
  const value = dir === surface.dir || directed(dir)(surface) ? null : dir;
  surface.editor.chain().focus().updateAttributes("paragraph", { dir: value }).run();
};

/** Whether the caret stands in a paragraph of a direction. */
export const directed = (dir) => (surface) => {
  const { $from } = surface.editor.state.selection;
  return $from.parent.type.name === "paragraph" && ($from.parent.attrs.dir ?? surface.dir) === dir;
};

/** The language that foreign words are in unless said otherwise. */
const other = ({ config, language }) => Object.keys(config.languages).find((code) => code !== language) ?? "en";

/** On the selection; inside a run on the whole of it; at its end on what will be typed. */
const toggle = (name, attrs) => (surface) => {
  const { state, schema } = surface.editor;
  const { $from, empty } = state.selection;
  const run = empty && getMarkRange($from, schema.marks[name]);
  const chain = surface.editor.chain().focus();
  if (run && $from.pos < run.to) chain.extendMarkRange(name);
  chain.toggleMark(name, attrs(surface)).run();
};

const active = (name, attrs) => (surface) => surface.editor.isActive(name, attrs(surface));

const marked = (title, keys, name, attrs) => [title, keys, toggle(name, attrs), active(name, attrs)];

/** Foreign words, and signs with a direction of their own: [name, keys, run, active]. */
export const runs = [
  marked("foreign", "Mod-Alt-E", "foreign", (surface) => ({ language: other(surface) })),
  marked("isolate-ltr", "Mod-Alt-I", "isolate", () => ({ direction: "ltr" })),
  marked("isolate-rtl", "Mod-Alt-J", "isolate", () => ({ direction: "rtl" })),
];
