/** The outline beside a surface: its headings and points, to jump, fold and move. */

import { h } from "editor/dom";
import { isFolded, toggleFold } from "editor/fold";
import { button, jump, refill } from "editor/lists";
import { canMove, move } from "editor/move";
import { digits } from "editor/numerals";
import { lacking } from "editor/pairing";
import { flat, partAt, title, tree } from "editor/sections";
import { say } from "editor/words";

const WIDE = 720; // pixels of a side from which it stands beside the text, see surface_aside.css

const PAUSE = 100; // milliseconds: often enough while somebody types

const isBeside = (surface) => surface.element.parentElement.clientWidth > WIDE;

/** The outline of a surface as an element that keeps itself up to date. */
export function outline(surface) {
  const list = h("ol", { class: "outline-list", lang: surface.language, dir: surface.dir, onkeydown: step, onfocusin: enter });
  const lacks = h("ul", { class: "outline-lacks" });
  const copy = button(say("copy-structure"), () => copyFrom(surface), { class: "outline-copy" });
  const fold = h("details", { open: isBeside(surface) }, h("summary", {}, say("outline")), list, lacks, copy);
  const name = surface.config.languages[surface.language].name;
  const nav = h("nav", { class: "surface-outline", "aria-label": say("outline-of", { language: name }) }, fold);
  const drawn = { fold, list, lacks, copy, state: "", timer: 0, held: false };
  hold(drawn);
  const draw = () => (drawn.timer ||= setTimeout(() => show(surface, drawn), PAUSE));
  surface.editor.on("transaction", draw);
  surface.other()?.editor.on("update", draw);
  show(surface, drawn);
  return nav;
}

/** A row that is drawn anew between press and release would lose the click. */
function hold(drawn) {
  drawn.list.addEventListener("pointerdown", () => (drawn.held = true));
  for (const end of ["click", "pointercancel"]) addEventListener(end, () => (drawn.held = false));
}

const copyFrom = async (surface) => (await import("editor/structure")).copyStructure(surface);

/** Draw what has changed: typing in a paragraph changes nothing here. */
function show(surface, drawn) {
  drawn.timer = drawn.held ? setTimeout(show, PAUSE, surface, drawn) : 0;
  if (drawn.held || surface.editor.isDestroyed) return;
  const { state } = surface.editor;
  const lacked = surface.other() ? lacking(state.doc, surface.other().editor.state.doc) : [];
  const now = JSON.stringify([signature(state), lacked.map(facts), state.doc.childCount]);
  if (now !== drawn.state) {
    drawn.state = now;
    refill(drawn.list, rows(surface, drawn));
    drawn.lacks.replaceChildren(...lacked.map((part) => h("li", {}, sentence(surface, part))));
    drawn.copy.hidden = lacked.length === 0;
    drawn.current = null;
  }
  mark(surface, drawn);
}

const facts = (part) => [part.kind, part.id, part.number, title(part)];
const signature = (state) => flat(state.doc).map((part) => [...facts(part), isFolded(state, part)]);

/** Point out the part that the caret stands in. */
function mark(surface, drawn) {
  const { list } = drawn;
  const { doc, selection } = surface.editor.state;
  const index = flat(doc).indexOf(partAt(doc, selection.head));
  if (index === drawn.current) return;
  drawn.current = index;
  const current = list.querySelector(`[data-part="${index}"]`);
  for (const row of list.querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
  current?.setAttribute("aria-current", "location");
  const active = list.contains(document.activeElement) ? document.activeElement.closest(".outline-row") : current;
  reach(list, active ?? list.querySelector(".outline-row"));
}

/** The tabulator reaches the buttons of one row, arrows go from row to row. */
function reach(list, row) {
  for (const each of list.querySelectorAll("button")) each.tabIndex = row?.contains(each) ? 0 : -1;
}

const enter = ({ currentTarget, target }) => reach(currentTarget, target.closest(".outline-row"));

function step(event) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!by) return;
  const rows = [...event.currentTarget.querySelectorAll(".outline-row")];
  const next = rows[rows.indexOf(event.target.closest(".outline-row")) + by];
  next?.querySelector(".outline-jump").focus();
  event.preventDefault();
}

function rows(surface, drawn) {
  return tree(surface.editor.state.doc).flatMap((part) => {
    if (part.kind === "lead") return part.points.map((point) => item(surface, drawn, point));
    const points = h("ol", {}, ...part.points.map((point) => item(surface, drawn, point)));
    return [item(surface, drawn, part, part.points.length ? [points] : [])];
  });
}

function item(surface, drawn, part, below = []) {
  const index = flat(surface.editor.state.doc).indexOf(part);
  const go = () => follow(surface, drawn, index);
  const row = h(
    "div",
    { class: `outline-row outline-${part.kind}`, "data-part": index },
    part.kind === "section" ? folder(surface, part, index) : null,
    button(label(surface, part), go, { key: `jump:${index}`, class: "outline-jump" }),
    ...(part.kind === "conclusion" ? [] : [mover(surface, drawn, part, index, -1), mover(surface, drawn, part, index, 1)]),
  );
  return h("li", {}, row, ...below);
}

/** Go to a part; an outline that lies over the text makes way. */
function follow(surface, drawn, index) {
  drawn.fold.open = isBeside(surface);
  jump(surface, at(surface, index).pos + 1);
}

/** The part that a row was drawn for; rows are drawn anew whenever the parts change. */
const at = (surface, index) => flat(surface.editor.state.doc)[index];

function words(part) {
  if (part.kind === "conclusion") return say("conclusion-here");
  return title(part) || say("untitled");
}

function label(surface, part) {
  if (part.kind !== "point") return words(part);
  const number = h("span", { class: "outline-number" }, `${digits(part.number, surface.language, surface.config)}.`);
  return h("span", {}, number, ` ${words(part)}`);
}

function folder(surface, part, index) {
  const folded = isFolded(surface.editor.state, part);
  const name = say(folded ? "unfold-part" : "fold-part", { title: words(part) });
  const options = { key: `fold:${index}`, class: "outline-fold", "aria-expanded": String(!folded), "aria-label": name };
  return button("", () => toggleFold(surface, at(surface, index)), options);
}

function mover(surface, drawn, part, index, by) {
  const name = say(by < 0 ? "move-part-up" : "move-part-down", { title: words(part) });
  const options = { key: `${by}:${index}`, class: "outline-move", title: name, "aria-label": name };
  const disabled = !canMove(surface.editor.state.doc, part, by);
  return button(by < 0 ? "↑" : "↓", () => shift(surface, drawn, index, by), { ...options, disabled });
}

/** Move a part; the focus goes with it, so that the next press moves it on. */
function shift(surface, drawn, index, by) {
  const { node } = at(surface, index);
  move(surface, at(surface, index), by);
  const place = flat(surface.editor.state.doc).findIndex((part) => part.node === node);
  drawn.state = "";
  refill(drawn.list, rows(surface, drawn), `${by}:${place}`);
}

/** «الإنجليزية تنقصها النقطة 4» */
function sentence(surface, part) {
  const { config, language } = surface;
  const figure = (number) => digits(number, config.language, config);
  const values = { language: config.languages[language].name, n: figure(part.number), title: title(part) };
  if (part.kind === "section") return say("lacks-section", values);
  if (part.kind === "conclusion") return say("lacks-conclusion", values);
  if (part.parent.kind === "lead") return say("lacks-point", values);
  return say("lacks-point-of", { ...values, section: figure(part.parent.number) });
}
