/** Pasting more than one line: the server reads it as a manuscript, and headings and points come out. */

import { Extension, pm } from "django-prose-editor/editor";
import { h } from "editor/dom";
import { isEmpty } from "editor/sections";
import { say } from "editor/words";

const key = new pm.state.PluginKey("paste");
const { Decoration, DecorationSet } = pm.view;

/** Reads pastes of more than one line, except what a surface copied itself. */
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
  const [text, html] = ["plain", "html"].map((type) => event.clipboardData?.getData(`text/${type}`).trim() ?? "");
  const inText = view.state.selection.$from.depth <= 1;
  if (!inText || html.includes("data-pm-slice") || !text.includes("\n")) return false;
  const wait = {};
  view.dispatch(view.state.tr.deleteSelection().setMeta(key, { wait }));
  bring(surface, view, wait, { text, html, part: !isEmpty(view.state.doc) });
  return true;
}

/** Put in what the server read of a paste, or else the paste as it came. */
async function bring(surface, view, wait, pasted) {
  const reading = await import("editor/reading").catch(() => null);
  const found = await reading?.read(surface, pasted);
  if (view.isDestroyed) return;
  const [place] = key.getState(view.state).find(undefined, undefined, (spec) => spec.wait === wait);
  view.dispatch(view.state.tr.setMeta(key, { done: wait }));
  const at = place?.from ?? view.state.selection.from;
  if (!reading?.putIn(surface, at, found)) putAsItCame(view, at, pasted);
  surface.announce(found?.message ?? say(found ? "paste-read" : "paste-unread"));
}

function putAsItCame(view, at, { text, html }) {
  const { tr } = view.state;
  view.dispatch(tr.setSelection(pm.state.Selection.near(tr.doc.resolve(at))));
  if (html) view.pasteHTML(html);
  else view.pasteText(text);
}
