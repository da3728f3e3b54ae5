/** The writing surface of one language. */

import { Editor, pm } from "django-prose-editor/editor";
import { announcer } from "editor/announce";
import { aside, asideExtensions } from "editor/aside";
import { GROUPS, foresee, open } from "editor/commands";
import { h } from "editor/dom";
import { extensions } from "editor/extensions";
import { tidy } from "editor/markup";
import { openNote } from "editor/note_popover";
import { toolbar } from "editor/toolbar";

const surfaces = [];

/** What the tools above and the buttons below would cover. */
const COVERED = { top: 72, bottom: 96, left: 0, right: 0 };

/**
 * Put a surface before the text form of `field`. Throws where the document is none that
 * a surface can show; then nothing has changed.
 * @returns {{editor: Editor, language: string, dir: string, element: HTMLElement,
 *   textarea: HTMLTextAreaElement, config: object, json: () => object,
 *   setJSON: (doc: object) => void, other: () => object|undefined,
 *   announce: (text: string) => void}}
 */
export function mount(field, config) {
  const language = field.dataset.surface;
  const textarea = field.querySelector("textarea");
  const { dir } = config.languages[language];
  const element = h("div", { class: "surface", "data-language": language });
  const surface = { language, dir, config, field, textarea, element, announce: announcer(element) };
  surface.commands = GROUPS.flatMap(([, commands]) => commands);
  surface.pictureDialog = (...given) => open("pictureDialog", ...given)(surface);
  surface.json = () => written(surface.editor.state.doc);
  surface.setJSON = (doc) => replace(surface.editor, doc);
  surface.other = () => surfaces.find((each) => each !== surface);
  surface.editor = write(surface, JSON.parse(field.querySelector(".surface-document").textContent));
  element.prepend(toolbar(surface));
  textarea.before(element);
  textarea.hidden = true;
  for (const sign of ["focusin", "pointerover", "keydown"]) element.addEventListener(sign, foresee);
  surfaces.push(surface);
  return surface;
}

/** What is wired once all surfaces stand. */
export function attend(surface) {
  aside(surface);
}

function write(surface, content) {
  const { language, dir, config, element } = surface;
  const paper = h("div", { class: "surface-paper" });
  const onNote = (view, _, node, pos) => node.type.name === "note" && (openNote(surface, pos), true);
  element.append(paper);
  return new Editor({
    element: paper,
    content: content.content?.length ? content : null,
    injectCSS: false,
    enableContentCheck: true,
    onContentError: ({ error }) => {
      throw error;
    },
    extensions: [...extensions(surface), ...asideExtensions(surface)],
    editorProps: {
      attributes: { ...named(surface), "aria-multiline": "true", lang: language, dir, "data-digits": config.digits[language], class: "surface-text" },
      scrollThreshold: COVERED,
      scrollMargin: COVERED,
      handleScrollToSelection: inSight,
      transformPastedHTML: tidy,
      handleClickOn: onNote,
      handleDoubleClickOn: onNote,
      handleKeyDown: (view, event) => openSelected(surface, event),
      handleDrop: (view, event) => dropped(surface, event),
    },
  });
}

/** The label of the text form names the language too. */
function named({ textarea }) {
  return { "aria-label": textarea.labels[0].textContent.replace(/:\s*$/, "").trim() };
}

/** Whether the caret can be seen, at once: ProseMirror asks every box around it, at each key. */
function inSight(view) {
  const { $head, empty } = view.state.selection;
  if (!empty || $head.depth !== 1) return false;
  const { top, bottom } = view.coordsAtPos($head.pos);
  return top > COVERED.top && bottom < innerHeight - COVERED.bottom;
}

function openSelected(surface, event) {
  const { selection } = surface.editor.state;
  if (event.key !== "Enter" || selection.node?.type.name !== "note") return false;
  openNote(surface, selection.from);
  return true;
}

/** A file dropped on the text is asked about; the caret goes where it fell. */
function dropped(surface, event) {
  const { files } = event.dataTransfer ?? {};
  if (!files?.length) return false;
  event.preventDefault();
  const place = surface.editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (place) surface.editor.commands.setTextSelection(place.pos);
  if (files[0].type.startsWith("image/")) surface.pictureDialog(null, files);
  return true;
}

/** The document as it is sent: cells have no attributes. */
function written(doc) {
  const clean = ({ attrs, content, ...node }) => ({
    ...node,
    ...(attrs && !/^table[CH]/.test(node.type) && { attrs }),
    ...(content && { content: content.map(clean) }),
  });
  return clean(doc.toJSON());
}

/** One step of undo. */
function replace({ view, state, schema }, json) {
  const doc = schema.nodeFromJSON(json);
  doc.check();
  view.dispatch(pm.history.closeHistory(state.tr).replaceWith(0, state.doc.content.size, doc.content));
}
