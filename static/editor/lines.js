/** Turning lines into other kinds of block. A line is what holds text: a paragraph, a title,
 *  an item, a paragraph of a quotation. */

import { pm } from "django-prose-editor/editor";

const LINES = ["paragraph", "section", "point", "subheading"];
const HOLDERS = ["list", "panel", "quote"];

/** Lines as separate blocks of one type. */
export const single = (type, attrs) => (lines, { nodes }) =>
  lines.map((line) => nodes[type].create(attrs, line.content));

/** Lines together in a list, a panel or a quotation. */
export const together = (type, attrs, fewest = 1) => (lines, { nodes }) => {
  const inner = type === "quote" ? nodes.paragraph : nodes.item;
  const held = lines.map((line) => inner.create(null, line.content));
  while (held.length < fewest) held.push(inner.create());
  return [nodes[type].create(attrs, held)];
};

/**
 * Replace the lines that the selection touches by what `make` builds of them; the rest
 * of a list that was touched stays a list. The caret stays in its line.
 * @returns {boolean} false where the selection holds anything but lines
 */
export function retype(tr, make) {
  const { $from, $to, from, to } = tr.selection;
  if (!$from.depth) return false;
  const [first, last] = [$from.index(0), $to.index(0)];
  const lines = [];
  for (let index = first; index <= last; index += 1) {
    const found = linesOf(tr.doc, index);
    if (!found) return false;
    lines.push(...found);
  }
  const chosen = (line) => line.pos <= to && line.pos + line.node.nodeSize > from;
  const at = lines.findIndex(chosen);
  const after = lines.findLastIndex(chosen) + 1;
  const nodes = [
    ...rest(tr.doc.child(first), lines.slice(0, at)),
    ...make(lines.slice(at, after).map((line) => line.node), tr.doc.type.schema),
    ...rest(tr.doc.child(last), lines.slice(after)),
  ];
  const start = $from.before(1);
  tr.replaceWith(start, $to.after(1), nodes);
  const anchor = place(tr.doc, start, at, $from.parentOffset);
  const head = place(tr.doc, start, after - 1, $to.parentOffset);
  tr.setSelection(pm.state.TextSelection.create(tr.doc, anchor, head));
  return true;
}

function linesOf(doc, index) {
  const block = doc.child(index);
  const pos = doc.resolve(0).posAtIndex(index);
  if (LINES.includes(block.type.name)) return [{ node: block, pos }];
  if (!HOLDERS.includes(block.type.name)) return null;
  const lines = [];
  block.forEach((node, offset) => lines.push({ node, pos: pos + 1 + offset }));
  return lines;
}

/** The lines of a block that were not chosen, in a block of its kind. */
function rest(block, lines) {
  if (!lines.length) return [];
  const nodes = lines.map((line) => line.node);
  const { paragraph } = block.type.schema.nodes;
  if (nodes[0].type.name === "attribution") nodes[0] = paragraph.create(null, nodes[0].content);
  return [block.type.create(block.attrs, nodes)];
}

/** A place in the line that is the nth from `start`: turning lines keeps their order. */
function place(doc, start, nth, offset) {
  let left = nth;
  let found = start;
  doc.nodesBetween(start, doc.content.size, (node, pos) => {
    if (!node.isTextblock || pos < start) return left >= 0;
    if (left === 0) found = pos + 1 + offset;
    left -= 1;
    return false;
  });
  return found;
}

/** Put a block behind the one that holds the caret, or in place of an empty paragraph. */
export function insert(tr, node) {
  const { $from, to } = tr.selection;
  const current = $from.depth ? $from.node(1) : null;
  const empty = current?.type.name === "paragraph" && !current.content.size;
  const end = current ? $from.after(1) : to;
  const start = empty ? $from.before(1) : end;
  tr.replaceWith(start, end, node);
  const after = start + node.nodeSize;
  if (node.isAtom && !tr.doc.nodeAt(after)) tr.insert(after, node.type.schema.nodes.paragraph.create());
  const caret = node.isAtom ? after : start;
  return tr.setSelection(pm.state.Selection.near(tr.doc.resolve(caret))).scrollIntoView();
}

/** Whether a point may stand where the selection is: after the heading of a section. */
export function inSection({ doc, selection }) {
  for (let index = selection.$from.index(0) - 1; index >= 0; index -= 1) {
    const { name } = doc.child(index).type;
    if (name === "section" || name === "conclusion") return name === "section";
  }
  return false;
}
