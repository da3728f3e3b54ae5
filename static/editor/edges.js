/** Enter, Backspace and Delete at the edges of blocks: titles are never swallowed. */

import { Extension, pm } from "django-prose-editor/editor";
import { retype, single } from "editor/lines";

const { Selection, TextSelection, NodeSelection } = pm.state;
const TITLES = ["section", "point", "subheading"];
const CAPTIONS = ["figure", "embed", "tableCaption", "attribution"];
const CELLS = ["tableCell", "tableHeader"];

const plain = single("paragraph");
const caret = (tr, pos, side) => tr.setSelection(Selection.near(tr.doc.resolve(pos), side));
const isEmpty = (node) => node.isTextblock && node.content.size === 0;
const paragraph = (tr) => tr.doc.type.schema.nodes.paragraph;

/** Run `change` on a transaction and dispatch what it made, where it made anything. */
function tried(change) {
  return ({ editor }) => {
    const { state, view } = editor;
    if (!(state.selection instanceof TextSelection)) return false;
    const tr = state.tr;
    if (!change(tr, tr.selection.$from)) return false;
    view.dispatch(tr.scrollIntoView());
    return true;
  };
}

function onEnter(tr) {
  const { name } = tr.selection.$from.parent.type;
  if (!tr.selection.empty && [...CELLS, ...CAPTIONS].includes(name)) return caret(tr, tr.selection.to, -1);
  if (!tr.selection.empty) tr.deleteSelection();
  const { $from } = tr.selection;
  if (TITLES.includes(name)) return endTitle(tr, $from);
  if (CAPTIONS.includes(name)) return leave(tr, $from);
  if (CELLS.includes(name)) return below(tr, $from);
  if ($from.depth === 2 && isEmpty($from.parent)) return retype(tr, plain);
  // The default would go on with an attribution.
  return $from.depth === 2 ? tr.split($from.pos) : false;
}

/** A body follows a title. At its start the title moves down, and an empty one is given up. */
function endTitle(tr, $from) {
  if (isEmpty($from.parent)) return retype(tr, plain);
  if ($from.parentOffset === 0) return tr.insert($from.before(), paragraph(tr).create());
  return tr.split($from.pos, 1, [{ type: paragraph(tr) }]);
}

function leave(tr, $from) {
  const after = $from.after(1);
  const { parent } = $from;
  tr.insert(after, paragraph(tr).create());
  caret(tr, after + 1, 1);
  return parent.type.name === "attribution" && isEmpty(parent) ? tr.delete($from.before(), $from.after()) : tr;
}

/** The cell in the next row; below the last row stands the caption. */
function below(tr, $from) {
  const table = $from.node(-2);
  const row = $from.index(-2) + 1;
  if (row === table.childCount) return caret(tr, $from.after(-2), 1);
  const next = tr.doc.resolve($from.after(-1) + 1);
  return caret(tr, next.posAtIndex($from.index(-1)) + 1, 1);
}

function onBackspace(tr, $from) {
  if (!tr.selection.empty || $from.parentOffset > 0) return false;
  const { parent, depth } = $from;
  const { name } = parent.type;
  if (CELLS.includes(name) || name === "tableCaption") return true;
  if (name === "figure" || name === "embed") return tr.setSelection(NodeSelection.create(tr.doc, $from.before()));
  if (name === "attribution") return unattributed(tr, $from);
  if (depth === 2) return $from.index(1) === 0 && retype(tr, plain);
  const before = $from.index(0) > 0 ? tr.doc.child($from.index(0) - 1) : null;
  if (TITLES.includes(name)) {
    if (before?.type.name !== "paragraph" || !isEmpty(before)) return retype(tr, plain);
    return tr.delete($from.before() - before.nodeSize, $from.before());
  }
  return before && before.type !== parent.type ? back(tr, $from) : false;
}

function unattributed(tr, $from) {
  if (!isEmpty($from.parent)) return tr.setNodeMarkup($from.before(), paragraph(tr));
  return caret(tr.delete($from.before(), $from.after()), $from.before(), -1);
}

/** To the end of what stands before; a line without words goes, others stay. */
function back(tr, $from) {
  const pos = $from.before();
  if (isEmpty($from.parent)) tr.delete(pos, $from.after());
  return caret(tr, pos, -1);
}

function onDelete(tr, $from) {
  const { parent, depth } = $from;
  if (!tr.selection.empty || $from.parentOffset < parent.content.size) return false;
  if (CELLS.includes(parent.type.name)) return true;
  if (depth > 1 && $from.indexAfter(-1) < $from.node(-1).childCount) return false;
  const after = $from.after(1);
  const next = tr.doc.nodeAt(after);
  if (!next || next.type === parent.type && parent.type.name === "paragraph") return !next;
  if (depth === 1 && isEmpty(parent)) return caret(tr.delete($from.before(), after), $from.before(), 1);
  if (isEmpty(next) && !CAPTIONS.includes(next.type.name)) return tr.delete(after, after + next.nodeSize);
  return caret(tr, after, 1);
}

export const edges = Extension.create({
  name: "edges",
  priority: 1050,
  addKeyboardShortcuts() {
    const enter = tried(onEnter);
    const back = tried(onBackspace);
    const forward = tried(onDelete);
    return { Enter: enter, "Shift-Enter": enter, Backspace: back, "Mod-Backspace": back, Delete: forward, "Mod-Delete": forward };
  },
});
