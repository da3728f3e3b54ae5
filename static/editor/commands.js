/** All that can be done to a text, each with its name, its keys and whether it holds where
 *  the caret stands. Toolbar, menus, keys and the help read this. */

import { pm } from "django-prose-editor/editor";
import { direct, directed, runs } from "editor/direction";
import { insert, inSection, retype, single, together } from "editor/lines";
import { writeNote } from "editor/note_popover";
import { TABLE_TOOLS, insertTable } from "editor/table_tools";
import { say } from "editor/words";

/** Apply `change` to a transaction; give the caret back to the text. */
function change(surface, apply) {
  const { view, state } = surface.editor;
  const tr = pm.history.closeHistory(state.tr);
  if (apply(tr)) view.dispatch(tr.scrollIntoView());
  view.focus();
}

const plain = single("paragraph");

/** Into a kind of block, or back into paragraphs. */
function kind(name, keys, type, make, attrs = {}) {
  const active = ({ editor }) => editor.isActive(type, attrs);
  const run = (surface) => {
    if (!active(surface) && type === "point" && !inSection(surface.editor.state)) {
      surface.announce(say("point-needs-section"));
    } else change(surface, (tr) => retype(tr, active(surface) ? plain : make));
  };
  return { name, keys, run, active };
}

const line = (name, keys) => kind(name, keys, name, single(name));
const list = (name, keys, ordered) => kind(name, keys, "list", together("list", { ordered }), { ordered });
const panel = (name, keys, fewest) =>
  kind(name, keys, "panel", together("panel", { kind: name }, fewest), { kind: name });

function mark(name, keys, type = name) {
  return {
    name,
    keys,
    run: ({ editor }) => editor.chain().focus().toggleMark(type).run(),
    active: ({ editor }) => editor.isActive(type),
  };
}

const tool = (name, keys, run, active = null) => ({ name, keys, run, active });
const step = (name, keys) => tool(name, keys, ({ editor }) => editor.chain().focus()[name]().run());

const conclude = (surface) =>
  change(surface, (tr) => insert(tr, tr.doc.type.schema.nodes.conclusion.create()));

const windows = () => import("editor/windows");

/** Open a window that is fetched on demand. */
export const open = (name, ...given) => (surface) =>
  windows().then(
    (found) => found[name](surface, ...given),
    () => surface.announce(say("window-unreached")),
  );

/** Fetch the windows once somebody reaches for the tools, or begins a chord. Where that
 *  fails, `open` tries again and says so. */
export function foresee({ key, target }) {
  if (key === "Control" || key === "Meta" || target.closest(".surface-tools")) windows().catch(() => null);
}

export const BLOCKS = [
  line("paragraph", "Mod-Alt-0"),
  line("section", "Mod-Alt-2"),
  line("point", "Mod-Alt-3"),
  line("subheading", "Mod-Alt-4"),
  list("bullets", "Mod-Alt-8", false),
  list("numbers", "Mod-Alt-7", true),
  kind("quote", "Mod-Alt-9", "quote", together("quote")),
  tool("conclusion", "Mod-Alt-6", conclude),
];

export const MARKS = [
  mark("strong", "Mod-B"),
  mark("emphasis", "Mod-I"),
  mark("superscript", "Mod-."),
  mark("work-title", "Mod-Alt-W"),
  tool("link", "Mod-K", open("linkDialog"), ({ editor }) => editor.isActive("link")),
];

export const NOTE = tool("note", "Mod-Alt-F", writeNote, ({ editor }) => editor.isActive("note"));

export const INSERTS = [
  tool("picture", "Mod-Alt-P", open("pictureDialog")),
  tool("table", "Mod-Alt-T", insertTable),
  tool("embed", "Mod-Alt-V", open("embedDialog"), ({ editor }) => editor.isActive("embed")),
  panel("findings", "Mod-Alt-Shift-1", 1),
  panel("recommendations", "Mod-Alt-Shift-2", 1),
  panel("summary", "Mod-Alt-Shift-3", 3),
];

export const DIRECTIONS = [
  tool("paragraph-ltr", "Mod-Alt-L", direct("ltr"), directed("ltr")),
  tool("paragraph-rtl", "Mod-Alt-R", direct("rtl"), directed("rtl")),
  ...runs.map(([name, keys, run, active]) => tool(name, keys, run, active)),
];

export const TABLE = TABLE_TOOLS.map(([name, keys, run, active]) => tool(name, keys, run, active));
export const HISTORY = [step("undo", "Mod-Z"), step("redo", "Mod-Shift-Z")];
export const HELP = tool("help", "Mod-/", open("help"));

/** In the order of the help. */
export const GROUPS = [
  ["blocks", BLOCKS],
  ["marks", [...MARKS, NOTE]],
  ["inserts", INSERTS],
  ["directions", DIRECTIONS],
  ["table", TABLE],
  ["other", [...HISTORY, HELP]],
];
