import { Extension, Plugin, pm, Table, TableCell, TableHeader, TableRow } from "django-prose-editor/editor";
import { block } from "editor/nodes/build";

/** Cells are never merged; the library wants to read that from each of them. */
const single = (value) => ({ default: value, parseHTML: () => value, rendered: false });
const cell = {
  content: "inline*",
  addAttributes: () => ({ colspan: single(1), rowspan: single(1), colwidth: single(null) }),
};

/** A table above its caption. */
const Whole = block("tableBlock", "div", ["div[data-table]"], {
  content: "table tableCaption",
  isolating: true,
  mark: { "data-table": "" },
});

const Caption = block("tableCaption", "p", ["p[data-caption]"], {
  group: "",
  isolating: true,
  mark: { "data-caption": "" },
});

const Rows = Table.extend({
  group: "",
  addNodeView: null,
  renderHTML: () => ["table", ["tbody", 0]],
});

/** The first row is a header as a whole or not at all, and no other row has one. */
function evened(state) {
  const { tableCell, tableHeader } = state.schema.nodes;
  const tr = state.tr;
  const even = (table, start) =>
    table.forEach((row, offset, index) => {
      const type = index === 0 && row.firstChild?.type === tableHeader ? tableHeader : tableCell;
      row.forEach((each, at) => each.type !== type && tr.setNodeMarkup(start + offset + at + 2, type));
    });
  state.doc.forEach((node, pos) => node.type.name === "tableBlock" && even(node.firstChild, pos + 1));
  return tr.docChanged ? tr : null;
}

const Even = Extension.create({
  name: "evenTables",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new pm.state.PluginKey("evenTables"),
      appendTransaction: (transactions, _, state) =>
        transactions.some((transaction) => transaction.docChanged) ? evened(state) : null,
    }),
  ],
});

export const TABLES = [Whole, Caption, Rows, TableRow, TableCell.extend(cell), TableHeader.extend(cell), Even];
