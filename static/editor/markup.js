/** Making pasted HTML flat enough for a document, before it is read. */

const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, table, tr, td, pre, section";

const TAGS = /<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const NAMES = /\s(?:style|class|on\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;

/** Without attributes that the page's policy would complain of, and names of foreign style
 *  sheets. Documents of Google wrap everything in a `b` that is not bold. */
function bare(html) {
  return html
    .replace(/<b\b[^>]*font-weight:\s*normal[^>]*>/gi, "<span>")
    .replace(/<(script|style|template|iframe|object)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(TAGS, (tag) => tag.replace(NAMES, ""));
}

/** Blocks inside an item, a cell or a caption become words between spaces. */
function flatten(element) {
  for (let inner = element.querySelector(BLOCKS); inner; inner = element.querySelector(BLOCKS)) {
    inner.replaceWith(" ", ...inner.childNodes, " ");
  }
}

/** Items of inner lists follow the item that held them. */
function unnest(list) {
  const item = list.closest("li");
  item.after(...list.children);
  list.remove();
}

/** Cells are never merged: a wide one is followed by empty ones. */
function unmerge(cell) {
  const wide = Math.min(cell.colSpan, 20) - 1;
  cell.after(...Array.from({ length: wide }, () => document.createElement(cell.localName)));
}

/** A table of another program has its caption inside. */
function recaption(table) {
  const whole = document.createElement("div");
  whole.dataset.table = "";
  const caption = document.createElement("p");
  caption.dataset.caption = "";
  const own = table.querySelector("caption");
  caption.append(...(own?.childNodes ?? []));
  own?.remove();
  table.replaceWith(whole);
  whole.append(table, caption);
}

/** What `transformPastedHTML` makes of a clipboard. */
export function tidy(html) {
  const { body } = new DOMParser().parseFromString(bare(html), "text/html");
  for (const list of [...body.querySelectorAll("li :is(ul, ol)")].reverse()) unnest(list);
  for (const table of body.querySelectorAll("table table")) flatten(table.closest("td, th") ?? table);
  for (const table of body.querySelectorAll("table")) if (!table.closest("[data-table]")) recaption(table);
  for (const cell of body.querySelectorAll("[colspan]")) if (cell.matches("td, th")) unmerge(cell);
  for (const each of body.querySelectorAll("li, td, th, figcaption, [data-caption]")) flatten(each);
  return body.innerHTML;
}
