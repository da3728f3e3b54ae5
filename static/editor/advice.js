/** Advice on the language of a text: marked in it, listed beside it, mended on a click. */

import { Extension, pm } from "django-prose-editor/editor";
import { h } from "editor/dom";
import { digits } from "editor/numerals";
import { button, group, jump, refill } from "editor/lists";
import { setWish, wish } from "editor/local";
import { say } from "editor/words";

const { Decoration, DecorationSet } = pm.view;
const key = new pm.state.PluginKey("advice");
const HIDDEN = "surface-advice-hidden";
const hidden = () => wish(HIDDEN);

/** Mark what a check of the present document advises, and its foreign runs. */
export function showAdvice(surface, { advice, runs }) {
  const { state, view } = surface.editor;
  view.dispatch(state.tr.setMeta(key, { advice, runs, surface }).setMeta("addToHistory", false));
}

function apply(tr, set) {
  const found = tr.getMeta(key);
  if (!found) return set.map(tr.mapping, tr.doc);
  const texts = textblocks(tr.doc);
  const marks = [
    ...found.runs.map((run) => place(texts, run, isolated(found.surface, run))),
    ...found.advice.map((advice) => place(texts, advice, advised(advice), { advice })),
  ];
  return DecorationSet.create(tr.doc, marks.filter(Boolean));
}

/** Every node with text of its own, with the position where the text begins. */
function textblocks(doc) {
  const found = [];
  doc.descendants((node, pos) => {
    if (node.inlineContent) found.push({ start: pos + 1, size: node.content.size });
    return !node.inlineContent;
  });
  return found;
}

function place(texts, { text, from, to }, attributes, spec = {}) {
  const block = texts[text];
  if (!block || from > to || to > block.size) return null;
  if (from === to) return Decoration.node(block.start - 1, block.start + block.size + 1, attributes, { ...spec, whole: true });
  return Decoration.inline(block.start + from, block.start + to, attributes, spec);
}

const advised = ({ code, message }) => ({ class: `advised advised-${code}`, title: message });

function isolated({ config }, { language, direction }) {
  const name = config.languages[language]?.name ?? language ?? "";
  return { class: "run-isolated", title: say(direction === "rtl" ? "run-rtl" : "run-ltr", { language: name }) };
}

/** What is advised, in the order of the text. */
const all = (state) =>
  key
    .getState(state)
    .find(undefined, undefined, (spec) => spec.advice)
    .sort((one, other) => one.from - other.from);

/** Put the mended text in place of the marked one; what stays the same keeps its marks. */
function mend(tr, { from, to, spec }) {
  const old = tr.doc.textBetween(from, to, "", "\ufffc");
  const text = spec.advice.fix;
  let head = 0;
  while (head < Math.min(old.length, text.length) && old[head] === text[head]) head += 1;
  let tail = 0;
  const rest = Math.min(old.length, text.length) - head;
  while (tail < rest && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  if (old.slice(head, old.length - tail).includes("\ufffc")) return;
  tr.insertText(text.slice(head, text.length - tail), from + head, to - tail);
}

/** Mend these pieces of advice in one step of undo, the last one first. */
function fix(surface, pieces) {
  const { state, view } = surface.editor;
  const tr = state.tr;
  for (const piece of pieces.toReversed()) mend(tr, piece);
  view.dispatch(pm.history.closeHistory(tr));
  surface.announce(say("mended"));
}

/** The list beside the surface; it is drawn anew only when there is other advice. */
export function advice(surface) {
  const toggle = button("", () => flip(surface, shown, toggle), { class: "advice-toggle" });
  const shown = group(surface, "advice", say("advice"), [toggle]);
  let drawn = "[]";
  surface.editor.on("transaction", ({ transaction }) => {
    const found = all(surface.editor.state);
    const now = JSON.stringify(found.map(({ spec }) => spec.advice));
    if (now !== drawn) draw(surface, shown, found);
    drawn = now;
    if (transaction.selectionSet) point(shown.list, found, transaction.selection.head);
  });
  follow(surface, shown, toggle);
  return shown.box;
}

function flip(surface, shown, toggle) {
  setWish(HIDDEN, !hidden());
  follow(surface, shown, toggle);
}

function follow(surface, shown, toggle) {
  shown.list.hidden = hidden();
  toggle.textContent = say(hidden() ? "show-advice" : "hide-advice");
  toggle.setAttribute("aria-expanded", String(!hidden()));
  surface.element.classList.toggle("without-advice", hidden());
}

function draw(surface, shown, found) {
  const figure = digits(found.length, surface.config.language, surface.config);
  shown.box.hidden = found.length === 0;
  shown.head.textContent = `${say("advice")} (${figure})`;
  refill(shown.list, found.map((piece, index) => entry(surface, piece, index, found)));
}

function entry(surface, { from, to, spec }, index, found) {
  const { message, code, fix: text, fixLabel } = spec.advice;
  const nth = () => all(surface.editor.state)[index];
  const words = around(surface, from, to, spec);
  // What is advised may be that it stands in another language.
  const excerpt = h("q", { lang: surface.language, dir: spec.advice.code === "other-language" ? "auto" : surface.dir }, words);
  const parts = [button(message, () => jump(surface, nth().from), { key: `see:${index}`, class: "advice-see" }), excerpt];
  const same = found.filter((piece) => piece.spec.advice.code === code && piece.spec.advice.fix !== null);
  if (text !== null && text !== undefined) {
    parts.push(button(fixLabel || say("mend"), () => fix(surface, [nth()]), { key: `fix:${index}`, class: "advice-fix" }));
    if (same.length > 1 && same[0].from === from) parts.push(every(surface, code, same.length));
  }
  return h("li", { "data-advice": index }, ...parts);
}

function every(surface, code, count) {
  const pieces = () => all(surface.editor.state).filter(({ spec }) => spec.advice.code === code && spec.advice.fix !== null);
  const figure = digits(count, surface.config.language, surface.config);
  return button(say("mend-all", { n: figure }), () => fix(surface, pieces()), { key: `all:${code}`, class: "advice-fix" });
}

/** The marked words with a little of what stands around them. */
function around(surface, from, to, spec) {
  const { doc } = surface.editor.state;
  if (spec.whole) return doc.textBetween(from, Math.min(to, from + 50)).trim();
  const $from = doc.resolve(from);
  return doc.textBetween(Math.max($from.start(), from - 15), Math.min($from.end(), to + 15), "", "*");
}

/** Point out the advice on the words that the caret is in. */
function point(list, found, head) {
  for (const row of list.children) {
    const { from, to } = found[row.dataset.advice];
    row.classList.toggle("is-current", from <= head && head <= to);
  }
}

export function advising() {
  const plugin = new pm.state.Plugin({
    key,
    state: { init: () => DecorationSet.empty, apply },
    props: { decorations: (state) => key.getState(state) },
  });
  return Extension.create({ name: "advising", addProseMirrorPlugins: () => [plugin] });
}
