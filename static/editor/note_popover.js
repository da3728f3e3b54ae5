/** Writing the text of a note where it is called. */

import { Editor, pm } from "django-prose-editor/editor";
import { MARKS } from "editor/commands";
import { h } from "editor/dom";
import { noteExtensions } from "editor/extensions";
import { markTools } from "editor/toolbar";
import { say } from "editor/words";

/** Open the selected note, or a new one at the caret. */
export function writeNote(surface) {
  const { state, view } = surface.editor;
  const { selection, schema } = state;
  if (selection.node?.type.name === "note") return openNote(surface, selection.from);
  if (!selection.$from.parent.inlineContent) return surface.announce(say("note-needs-text"));
  view.dispatch(state.tr.insert(selection.to, schema.nodes.note.create()).scrollIntoView());
  return openNote(surface, selection.to);
}

/** Open the note at a position. Closing keeps its text; a note without any goes. */
export function openNote(surface, at) {
  surface.closeNote?.();
  let pos = at;
  const { editor, element } = surface;
  const follow = ({ transaction }) => (pos = transaction.mapping.map(pos));
  const paper = h("div", { class: "note-text", dir: surface.dir, lang: surface.language });
  const mini = { ...surface, commands: MARKS };
  mini.editor = writer(mini, paper, editor.state.doc.nodeAt(pos).attrs.content, () => close());
  const close = (content = mini.editor.getJSON().content[0].content ?? []) => {
    surface.closeNote = null;
    editor.off("transaction", follow);
    document.removeEventListener("pointerdown", outside, true);
    root.remove();
    keep(editor, pos, content);
    mini.editor.destroy();
  };
  const outside = ({ target }) => root.contains(target) || target.closest("dialog") || close();
  const button = (name, run) => h("button", { type: "button", class: "button", onclick: run }, say(name));
  const foot = h("div", { class: "note-foot" }, button("done", () => close()), button("remove-note", () => close([])));
  const root = h("div", { class: "note-popover", role: "dialog", "aria-label": say("note") }, markTools(mini), paper, foot);
  root.addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), close()));
  element.append(root);
  stand(root, editor.view, element, pos);
  editor.on("transaction", follow);
  document.addEventListener("pointerdown", outside, true);
  surface.closeNote = close;
  // At once: the command of this name waits for the next frame, and keys do not.
  mini.editor.commands.setTextSelection(mini.editor.state.doc.content.size - 1);
  mini.editor.view.focus();
}

function writer(mini, element, content, close) {
  return new Editor({
    element,
    injectCSS: false,
    extensions: noteExtensions(mini),
    content: { type: "doc", content: [{ type: "paragraph", content }] },
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "false", "aria-label": say("note-text") },
      handleKeyDown: (_, event) => event.key === "Enter" && !event.isComposing && (close(), true),
    },
  });
}

/** Below the call of the note, inside the surface. */
function stand(root, view, element, pos) {
  const frame = element.getBoundingClientRect();
  const call = view.coordsAtPos(pos);
  const most = frame.width - root.offsetWidth - 8;
  root.style.top = `${call.bottom - frame.top + 6}px`;
  root.style.left = `${Math.max(8, Math.min(most, call.left - frame.left - root.offsetWidth / 2))}px`;
}

/** Put the text into the note, and the caret behind it. */
function keep({ state, view }, pos, content) {
  const note = state.doc.nodeAt(pos);
  if (note?.type.name !== "note") return view.focus();
  const tr = state.tr;
  if (!content.length) tr.delete(pos, pos + 1);
  else if (JSON.stringify(content) !== JSON.stringify(note.attrs.content)) {
    tr.setNodeAttribute(pos, "content", content);
  }
  tr.setSelection(pm.state.TextSelection.create(tr.doc, content.length ? pos + 1 : pos));
  view.dispatch(tr);
  return view.focus();
}
