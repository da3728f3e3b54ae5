/** Remarks on blocks: problems and warnings, each shown under its block. */

import { Extension, pm } from "django-prose-editor/editor";
import { h } from "editor/dom";

const { Decoration, DecorationSet } = pm.view;
const key = new pm.state.PluginKey("remarks");
const NOTHING = { set: DecorationSet.empty, loose: [] };
let last = 0;

/**
 * Replace all remarks of a kind ("problem", "warning").
 * @param {{block: number|null, message: string}[]} list  `block` counts from `first`
 * @param {boolean} patient  say nothing yet about the block that the caret is in
 */
export function setRemarks(surface, kind, list, { first = 0, patient = false } = {}) {
  const { state, view } = surface.editor;
  const lang = surface.config.language;
  const words = { lang, dir: surface.config.languages[lang].dir };
  view.dispatch(state.tr.setMeta(key, { kind, list, first, patient, words }).setMeta("addToHistory", false));
}

/** Every remark of a kind that is shown, with the position of its block or null. */
export function remarks(state, kind) {
  const { loose } = key.getState(state);
  const placed = visible(state).find(undefined, undefined, (spec) => spec.messages && spec.kind === kind);
  const all = placed.flatMap(({ from, spec }) => spec.messages.map((message) => ({ message, pos: from })));
  return [...loose.filter((each) => each.kind === kind).map(({ message }) => ({ message, pos: null })), ...all];
}

function apply(tr, value) {
  const set = value.set.map(tr.mapping, tr.doc);
  const meta = tr.getMeta(key);
  if (!meta) return set === value.set ? value : { ...value, set };
  const { kind, list, first } = meta;
  const rest = set.remove(set.find(undefined, undefined, (spec) => spec.kind === kind));
  const inside = (each) => Number.isInteger(each.block) && each.block + first < tr.doc.childCount;
  const loose = list.filter((each) => !inside(each)).map(({ message }) => ({ kind, message }));
  const blocks = Map.groupBy(list.filter(inside), (each) => each.block + first);
  const added = [...blocks].flatMap(([block, said]) => under(tr.doc, block, said.map((each) => each.message), meta));
  return { set: rest.add(tr.doc, added), loose: [...value.loose.filter((each) => each.kind !== kind), ...loose] };
}

/** The mark on a block and the note below it. */
function under(doc, index, messages, { kind, patient, words }) {
  const from = doc.resolve(0).posAtIndex(index);
  const to = from + doc.child(index).nodeSize;
  const id = `remark-${++last}`;
  const lines = () => messages.map((message) => h("p", {}, message));
  const note = () => h("div", { id, class: `remark remark-${kind}`, role: "note", ...words }, ...lines());
  return [
    Decoration.node(from, to, { class: `has-${kind}`, "aria-describedby": id }, { kind, id, patient, messages }),
    Decoration.widget(to, note, { side: -1, key: id, kind, id, ignoreSelection: true }),
  ];
}

/** All but the patient ones at the block that is being written. */
function visible(state) {
  const { set } = key.getState(state);
  const { $head } = state.selection;
  if ($head.depth === 0) return set;
  const marks = set.find($head.before(1) + 1, $head.before(1) + 1, (spec) => spec.patient);
  const ids = marks.map((each) => each.spec.id);
  return ids.length ? set.remove([...marks, ...set.find(undefined, undefined, ({ id }) => ids.includes(id))]) : set;
}

export function remarking() {
  const plugin = new pm.state.Plugin({
    key,
    state: { init: () => NOTHING, apply },
    props: { decorations: visible },
  });
  return Extension.create({ name: "remarking", addProseMirrorPlugins: () => [plugin] });
}
