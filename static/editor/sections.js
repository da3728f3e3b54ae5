/** The tree that a flat document means: sections with their points, derived by position. */

/**
 * @typedef {object} Part
 * @property {"lead"|"section"|"point"|"conclusion"} kind
 * @property {string|null} id
 * @property {object|null} node  the heading or title itself; null for the lead
 * @property {number} pos    where the part begins
 * @property {number} inner  where its heading ends and its own text begins
 * @property {number} end    where the part ends, all that belongs to it included
 * @property {number} number counted from 1: sections in the text, points in their section
 * @property {Part|null} parent  the section of a point
 * @property {Part[]} points
 */

const trees = new WeakMap();

/** The parts of a document: the lead first, then sections and the conclusion. */
export function tree(doc) {
  if (!trees.has(doc)) trees.set(doc, read(doc));
  return trees.get(doc);
}

function read(doc) {
  const top = [part("lead", null, 0, 0, null)];
  doc.forEach((node, pos) => {
    const kind = node.type.name;
    const section = top.at(-1);
    if (kind === "section" || kind === "conclusion") {
      const number = top.filter((other) => other.kind === kind).length + 1;
      top.push(part(kind, node, pos, number, null));
    } else if (kind === "point") {
      section.points.push(part(kind, node, pos, section.points.length + 1, section));
    }
  });
  close(top, doc.content.size);
  return top;
}

function part(kind, node, pos, number, parent) {
  const inner = pos + (node?.nodeSize ?? 0);
  return { kind, id: node?.attrs.id ?? null, node, pos, inner, end: pos, number, parent, points: [] };
}

function close(parts, end) {
  parts.forEach((each, index) => {
    each.end = parts[index + 1]?.pos ?? end;
    close(each.points, each.end);
  });
}

/** All parts in reading order, points after their section. */
export function flat(doc) {
  return tree(doc).flatMap((section) => [section, ...section.points]);
}

/** The innermost part that a position stands in. */
export function partAt(doc, pos) {
  return flat(doc).findLast((each) => each.pos <= pos);
}

/** Whether nothing has been written yet. */
export function isEmpty(doc) {
  const only = doc.firstChild;
  return doc.childCount === 0 || (doc.childCount === 1 && only.isTextblock && only.childCount === 0);
}

/** The words of a heading or title, without its notes. */
export function title(each) {
  return each.node?.textContent.trim() ?? "";
}
