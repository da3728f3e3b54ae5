/** Moving a section or a point, with all that follows it, in one step of undo. */

import { Extension, pm } from "django-prose-editor/editor";
import { digits } from "editor/numerals";
import { flat, partAt, title, tree } from "editor/sections";
import { say } from "editor/words";

/** Whether `part` can go one place up (-1) or down (1). */
export function canMove(doc, part, by) {
  return Boolean(exchange(doc, part, by));
}

/** The bounds of two neighbouring stretches that change places, or null. */
function exchange(doc, part, by) {
  if (part?.kind === "section") return sections(doc, part, by);
  if (part?.kind === "point") return points(part, by) ?? across(doc, part, by);
  return null;
}

function sections(doc, part, by) {
  const all = tree(doc);
  const other = all[all.findIndex((each) => each.pos === part.pos && each.kind === "section") + by];
  return other?.kind === "section" ? bounds(part, other) : null;
}

function points(part, by) {
  const other = part.parent.points[part.number - 1 + by];
  return other ? bounds(part, other) : null;
}

/** A point at the edge of its section goes into the next one. */
function across(doc, part, by) {
  const all = tree(doc);
  const section = all[all.findIndex((each) => each.pos === part.parent.pos && each.kind === part.parent.kind) + by];
  if (section?.kind !== "section") return null;
  if (by < 0) return [part.parent.pos, part.pos, part.end];
  return [part.pos, part.end, section.points[0]?.pos ?? section.end];
}

function bounds(part, other) {
  const [first, second] = part.pos < other.pos ? [part, other] : [other, part];
  return [first.pos, second.pos, second.end];
}

/** Exchange two stretches; the one that holds the caret stays, so that the caret does. */
function swap(tr, [start, middle, end]) {
  const caret = tr.selection.head;
  if (caret >= middle && caret < end) {
    const first = tr.doc.slice(start, middle).content;
    return tr.insert(end, first).delete(start, middle);
  }
  const second = tr.doc.slice(middle, end).content;
  return tr.delete(middle, end).insert(start, second);
}

/** Move `part` of the surface's document by one place and say so. */
export function move(surface, part, by) {
  const { state, view } = surface.editor;
  const stretch = exchange(state.doc, part, by);
  if (!stretch) return false;
  const tr = pm.history.closeHistory(swap(state.tr, stretch));
  view.dispatch(tr.scrollIntoView());
  announce(surface, part, flat(view.state.doc).find((each) => each.node === part.node));
  return true;
}

function announce(surface, before, after) {
  const { config } = surface;
  const figure = (number) => digits(number, config.language, config);
  const values = { title: title(after), from: figure(before.number), to: figure(after.number) };
  if (before.kind === "section") return surface.announce(say("moved-section", values));
  if (before.parent.node === after.parent.node) return surface.announce(say("moved-point", values));
  return surface.announce(say("moved-point-across", { ...values, section: figure(after.parent.number) }));
}

/** Alt-Shift-arrows move the part that the caret stands in. */
export function moving(surface) {
  const step = (by) => () => {
    const { doc, selection } = surface.editor.state;
    if (!move(surface, partAt(doc, selection.head), by)) surface.announce(say("cannot-move"));
    return true;
  };
  return Extension.create({
    name: "moving",
    addKeyboardShortcuts: () => ({ "Alt-Shift-ArrowUp": step(-1), "Alt-Shift-ArrowDown": step(1) }),
  });
}
