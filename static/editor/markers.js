/** Signs at a line's start that make it another kind of block, and vanish. */

import { Extension, Plugin, pm } from "django-prose-editor/editor";
import { insert, inSection, retype, single, together } from "editor/lines";

const DIGITS = "[0-9٠-٩۰-۹]{1,2}";
const ORDINALS = "[أا]ولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا";
const VOWELS = /[\u064b-\u0652]/g;

const numbered = (tr) => retype(tr, inSection(tr) ? single("point") : together("list", { ordered: true }));
const rule = (tr) => insert(tr, tr.doc.type.schema.nodes.conclusion.create());
const attribution = (tr) => tr.setBlockType(tr.selection.from, tr.selection.to, tr.doc.type.schema.nodes.attribution);

const MARKERS = [
  [/^## $/, (tr) => retype(tr, single("section"))],
  [/^### $/, (tr) => retype(tr, single("subheading"))],
  [new RegExp(`^(${DIGITS}[.)ـ–-]|\\(${DIGITS}\\)|(${ORDINALS})[:-]) $`), numbered],
  [/^[-*•] $/, (tr) => retype(tr, together("list"))],
  [/^> $/, (tr) => retype(tr, together("quote"))],
  [/^---$/, rule],
];
const QUOTED = [[/^(--|—) $/, attribution]];

/** What the text before the caret asks for, with `typed` added to it. */
function marker({ $from, empty }, typed) {
  const { parent, depth } = $from;
  if (!empty || parent.type.name !== "paragraph") return null;
  const last = depth === 2 && $from.indexAfter(1) === $from.node(1).childCount;
  const text = parent.textBetween(0, $from.parentOffset, null, "\ufffc") + typed;
  const found = (depth === 1 ? MARKERS : last ? QUOTED : []).find(([sign]) => sign.test(text.replace(VOWELS, "")));
  return found && { length: text.length, apply: found[1] };
}

/** Two steps of undo: the first gives the sign back. */
function onText(view, from, to, typed) {
  const found = marker(view.state.selection, typed);
  if (!found || view.composing) return false;
  view.dispatch(view.state.tr.insertText(typed, from, to));
  const tr = pm.history.closeHistory(view.state.tr);
  const start = tr.selection.$from.start();
  found.apply(tr.delete(start, start + found.length));
  view.dispatch(tr.setMeta("marker", true).scrollIntoView());
  view.dispatch(pm.history.closeHistory(view.state.tr));
  return true;
}

const key = new pm.state.PluginKey("markers");

/** Whether the last thing that happened was a marker's work. */
const isFresh = {
  init: () => false,
  apply: (tr, fresh) => (tr.docChanged || tr.selectionSet ? Boolean(tr.getMeta("marker")) : fresh),
};

export const markers = Extension.create({
  name: "markers",
  priority: 1100,
  addProseMirrorPlugins: () => [new Plugin({ key, state: isFresh, props: { handleTextInput: onText } })],
  addKeyboardShortcuts() {
    return { Backspace: () => key.getState(this.editor.state) && this.editor.commands.undo() };
  },
});
