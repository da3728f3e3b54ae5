/** Laying down the headings and points of the other language, to translate into. */

import { pm } from "django-prose-editor/editor";
import { lacking, pairs } from "editor/pairing";
import { isEmpty, tree } from "editor/sections";
import { say } from "editor/words";

/** Copy what is lacking, empty and with the same ids: one step of undo. */
export function copyStructure(surface) {
  const { state, view } = surface.editor;
  const other = surface.other().editor.state.doc;
  const tr = state.tr;
  const lay = isEmpty(state.doc) ? replace : complete;
  const start = lay(tr, state, other);
  const caret = pm.state.Selection.near(tr.doc.resolve(start));
  view.dispatch(pm.history.closeHistory(tr.setSelection(caret)).scrollIntoView());
  view.focus();
  surface.announce(say("structure-copied"));
}

function replace(tr, { doc, schema }, other) {
  tr.replaceWith(0, doc.content.size, tree(other).flatMap((each) => skeleton(schema, each)));
  return 0;
}

/** A part and its points without their words; a paragraph where the other has text. */
function skeleton(schema, part) {
  const head = part.node ? [schema.nodes[part.kind].create({ id: part.id })] : [];
  const written = (part.points[0]?.pos ?? part.end) > part.inner;
  const own = written ? [...head, schema.nodes.paragraph.create()] : head;
  return [...own, ...part.points.flatMap((point) => skeleton(schema, point))];
}

/** Put each lacking part behind the partner of what precedes it there. Gives the place
 * of the first. */
function complete(tr, state, other) {
  const found = pairs(state.doc, other);
  const lacks = new Set(lacking(state.doc, other));
  const marks = found.filter(([own, its]) => own && !own.id && its.id && own.node);
  for (const [own, its] of marks) tr.setNodeAttribute(own.pos, "id", its.id);
  const top = tree(state.doc);
  let before = top[0];
  let first = null;
  for (const [own, its] of found) {
    if (own) before = own;
    if (own || !lacks.has(its)) continue;
    const pos = tr.mapping.map(place(top, before, its));
    tr.insert(pos, skeleton(state.schema, its));
    first ??= pos;
  }
  return first ?? 0;
}

/** Behind the part before; a new section stands behind all points, before the conclusion. */
function place(top, before, part) {
  if (part.kind === "point") return before.kind === "point" ? before.end : (before.points[0]?.pos ?? before.end);
  const { end } = before.parent ?? before;
  const last = top.find((each) => each.kind === "conclusion");
  return part.kind === "section" && last ? Math.min(end, last.pos) : end;
}
