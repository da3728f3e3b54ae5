/** Folding sections in the text: what belongs to a folded heading is out of sight. */

import { Extension, pm } from "django-prose-editor/editor";
import { tree } from "editor/sections";

const key = new pm.state.PluginKey("fold");
const { Decoration, DecorationSet } = pm.view;

/** Whether a section is folded. */
export function isFolded(state, section) {
  return key.getState(state)?.has(section.pos) ?? false;
}

/** Fold a section, or open it again. A caret inside goes to the end of its heading. */
export function toggleFold(surface, section) {
  const { state, view } = surface.editor;
  const tr = state.tr.setMeta(key, section.pos);
  const { head } = state.selection;
  const folding = !isFolded(state, section);
  if (folding && head >= section.inner && head < section.end) {
    tr.setSelection(pm.state.TextSelection.create(state.doc, section.inner - 1));
  }
  view.dispatch(tr);
}

/** Positions of folded sections; whoever moves the caret into one opens it. */
function apply(tr, folded) {
  const toggled = tr.getMeta(key);
  if (toggled === undefined && (folded.size === 0 || !(tr.docChanged || tr.selectionSet))) return folded;
  const mapped = new Set([...folded].map((pos) => tr.mapping.map(pos)));
  if (toggled !== undefined && !mapped.delete(toggled)) mapped.add(toggled);
  const { head } = tr.selection;
  const closed = tree(tr.doc).filter((each) => mapped.has(each.pos) && each.kind === "section");
  return new Set(closed.filter((each) => head < each.inner || head >= each.end).map((each) => each.pos));
}

function decorations(state) {
  const folded = key.getState(state);
  if (folded.size === 0) return DecorationSet.empty;
  const closed = tree(state.doc).filter((each) => folded.has(each.pos) && each.kind === "section");
  return DecorationSet.create(state.doc, closed.flatMap((each) => [heading(each), ...hidden(state.doc, each)]));
}

const heading = (section) => Decoration.node(section.pos, section.inner, { class: "is-folded" });

function hidden(doc, { inner, end }) {
  const found = [];
  doc.forEach((node, pos) => {
    if (pos >= inner && pos < end) found.push(Decoration.node(pos, pos + node.nodeSize, { class: "is-hidden" }));
  });
  return found;
}

export function folding() {
  const plugin = new pm.state.Plugin({
    key,
    state: { init: () => new Set(), apply },
    props: { decorations },
  });
  return Extension.create({ name: "folding", addProseMirrorPlugins: () => [plugin] });
}
