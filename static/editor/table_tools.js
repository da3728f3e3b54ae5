/** Rows and columns of tables. */

import { pm } from "django-prose-editor/editor";
import { insert } from "editor/lines";

const inTable = ({ editor }) => editor.isActive("table");
const isHeader = ({ editor }) => editor.isActive("tableHeader");
const { closeHistory } = pm.history;
const step = ({ tr }) => Boolean(closeHistory(tr));
const run = (command) => ({ editor }) => editor.chain().focus().command(step)[command]().run();

/** A table of three rows and three columns, the first row a header. */
export function insertTable({ editor: { view, state } }) {
  const { tableBlock, table, tableRow, tableCell, tableHeader, tableCaption } = state.schema.nodes;
  const row = (cell) => tableRow.create(null, [cell, cell, cell].map((type) => type.create()));
  const rows = table.create(null, [tableHeader, tableCell, tableCell].map(row));
  view.dispatch(insert(closeHistory(state.tr), tableBlock.create(null, [rows, tableCaption.create()])));
  view.focus();
}

/** Make the first row a header, or a row like the others. */
function toggleHeader({ editor: { view, state } }) {
  const { $from } = state.selection;
  const { tableHeader, tableCell } = state.schema.nodes;
  const whole = $from.start(1);
  const row = state.doc.nodeAt(whole).firstChild;
  const type = row.firstChild.type === tableHeader ? tableCell : tableHeader;
  const tr = closeHistory(state.tr);
  row.forEach((cell, offset) => tr.setNodeMarkup(whole + 2 + offset, type));
  view.dispatch(tr);
  view.focus();
}

/** With the last row or column the table goes. */
const shrink = (command, isLast) => ({ editor }) => {
  const last = isLast(pm.tables.selectedRect(editor.state).map);
  if (last) removeTable({ editor });
  else run(command)({ editor });
};

function removeTable({ editor: { view, state } }) {
  const { $from } = state.selection;
  view.dispatch(closeHistory(state.tr).delete($from.before(1), $from.after(1)).scrollIntoView());
  view.focus();
}

const above = (surface) => !isHeader(surface) && run("addRowBefore")(surface);
const within = (command) => (surface) => inTable(surface) && command(surface);

/** [name, keys, run, active] of each. */
export const TABLE_TOOLS = [
  ["row-above", "Mod-Alt-ArrowUp", above],
  ["row-below", "Mod-Alt-ArrowDown", run("addRowAfter")],
  ["column-before", "Mod-Alt-,", run("addColumnBefore")],
  ["column-after", "Mod-Alt-.", run("addColumnAfter")],
  ["remove-row", "Mod-Alt-Backspace", shrink("deleteRow", (map) => map.height === 1)],
  ["remove-column", "Mod-Alt-Delete", shrink("deleteColumn", (map) => map.width === 1)],
  ["header-row", "Mod-Alt-H", toggleHeader, isHeader],
  ["remove-table", "Mod-Alt-X", removeTable],
].map(([name, keys, command, active]) => [name, keys, within(command), active]);
