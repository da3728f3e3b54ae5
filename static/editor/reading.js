/** Putting in what the server read of a paste: blocks, fields and warnings. */

import { pm } from "django-prose-editor/editor";
import { fillFields, textsOf } from "editor/fields";
import { setRemarks } from "editor/remarks";
import { post } from "editor/request";
import { isEmpty } from "editor/sections";

const PATIENCE = 20_000;

/** @returns {Promise<object|null>} what was read, a `message` that says why not, or null */
export async function read(surface, pasted) {
  const { language, config } = surface;
  const signal = AbortSignal.timeout(PATIENCE);
  const sent = { language, texts: textsOf(surface), ...pasted };
  const answer = await post(config.urls.read, sent, { signal });
  return answer.ok || answer.data.message ? answer.data : null;
}

/** @returns {boolean} whether there was anything that the surface can hold */
export function putIn(surface, at, found) {
  const { view } = surface.editor;
  const nodes = parsed(view.state.schema, found?.document);
  const first = nodes ? insert(view, at, nodes) : view.state.doc.resolve(at).index(0);
  if (nodes) fillFields(surface, found);
  const said = found?.message ? [{ block: 0, message: found.message }] : found?.warnings;
  if (said) setRemarks(surface, "warning", said, { first });
  return Boolean(nodes);
}

function parsed(schema, json) {
  try {
    const doc = schema.nodeFromJSON(json);
    doc.check();
    return doc.content;
  } catch {
    return null; // the paste comes in as it came
  }
}

/** The caret goes behind what came in. @returns the number of its first block */
function insert(view, at, content) {
  const { tr } = view.state;
  const [from, to] = gap(tr, at);
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
