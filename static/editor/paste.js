/** Pasting plain text: the server reads it as a manuscript, and headings and points come out. */

import { Extension, pm } from "django-prose-editor/editor";
import { h } from "editor/dom";
import { fillFields } from "editor/fields";
import { setRemarks } from "editor/remarks";
import { post } from "editor/request";
import { isEmpty } from "editor/sections";
import { say } from "editor/words";

const key = new pm.state.PluginKey("paste");
const { Decoration, DecorationSet } = pm.view;
const PATIENCE = 20_000;

/** Reads pastes of more than one line that bring no HTML. */
export function pasting(surface) {
  const plugin = new pm.state.Plugin({
    key,
    state: { init: () => DecorationSet.empty, apply },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste: (view, event) => paste(surface, view, event),
    },
  });
  return Extension.create({ name: "pasting", addProseMirrorPlugins: () => [plugin] });
}

/** A place for what is awaited, which stays where it is while others write on. */
function apply(tr, set) {
  const { wait, done } = tr.getMeta(key) ?? {};
  const mapped = set.map(tr.mapping, tr.doc);
  if (done) return mapped.remove(mapped.find(undefined, undefined, (spec) => spec.wait === done));
  if (!wait) return mapped;
  const sign = () => h("span", { class: "paste-waiting", role: "status" }, say("reading-paste"));
  return mapped.add(tr.doc, [Decoration.widget(tr.selection.from, sign, { wait, key: "wait" })]);
}

function paste(surface, view, event) {
  const data = event.clipboardData;
  const text = data?.getData("text/plain").trim() ?? "";
  const inText = view.state.selection.$from.depth <= 1;
  if (!inText || data.getData("text/html") || !text.includes("\n")) return false;
  const wait = {};
  view.dispatch(view.state.tr.deleteSelection().setMeta(key, { wait }));
  read(surface, text).then((found) => finish(surface, wait, text, found));
  return true;
}

async function read(surface, text) {
  const { language, config } = surface;
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await post(config.urls.read, { language, text }, { signal });
  return answer.ok ? answer.data : null;
}

/** Put in what was read; text that could not be read comes in as paragraphs. */
function finish(surface, wait, text, found) {
  const { editor } = surface;
  if (editor.isDestroyed) return;
  const nodes = (found && parsed(editor.schema, found.document)) ?? paragraphs(editor.schema, text);
  const first = insert(editor.view, wait, nodes);
  if (found) {
    fillFields(surface, found);
    setRemarks(surface, "warning", found.warnings, { first });
  }
  surface.announce(say(found ? "paste-read" : "paste-unread"));
}

function parsed(schema, json) {
  try {
    const doc = schema.nodeFromJSON(json);
    doc.check();
    return doc.content;
  } catch {
    return null; // the text comes in as paragraphs
  }
}

function paragraphs(schema, text) {
  const lines = text.split(/\s*\n\s*/).filter(Boolean);
  return pm.model.Fragment.from(lines.map((line) => schema.nodes.paragraph.create(null, schema.text(line))));
}

/** The caret goes behind what came in. @returns the number of its first block */
function insert(view, wait, content) {
  const { state } = view;
  const [place] = key.getState(state).find(undefined, undefined, (spec) => spec.wait === wait);
  const tr = state.tr.setMeta(key, { done: wait });
  const [from, to] = gap(tr, place?.from ?? state.selection.from);
  tr.replaceWith(from, to, content);
  const end = tr.doc.resolve(from + content.size);
  const first = tr.doc.resolve(from).index(0);
  view.dispatch(pm.history.closeHistory(tr.setSelection(pm.state.Selection.near(end, -1))).scrollIntoView());
  return first;
}

/** Where blocks go at a caret: in place of an empty line, beside a full one, or into it. */
function gap(tr, pos) {
  const $pos = tr.doc.resolve(pos);
  if (isEmpty(tr.doc)) return [0, tr.doc.content.size];
  if ($pos.depth === 0) return [pos, pos];
  const [before, after] = [$pos.before(1), $pos.after(1)];
  if ($pos.parent.content.size === 0) return [before, after];
  if ($pos.parentOffset === 0) return [before, before];
  if ($pos.parent.type.name !== "paragraph" || pos === after - 1) return [after, after];
  tr.split(pos);
  return [pos + 1, pos + 1];
}
