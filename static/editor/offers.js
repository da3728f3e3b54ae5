/** Offering what was kept and is not what the page shows: nothing is overwritten silently. */

import { h } from "editor/dom";
import { fillTexts, textsOf } from "editor/fields";
import { button } from "editor/lists";
import { digits } from "editor/numerals";
import { post } from "editor/request";
import { say } from "editor/words";

/** Offer texts kept on the server and in this browser that differ from what is shown. */
export async function offers(keep, there, here) {
  const shown = print(present(keep));
  const seen = new Set([shown, print({})]);
  const stored = there.map((found) => ({ ...found, stored: true }));
  for (const found of [...stored, ...here.map(({ key, record }) => ({ key, ...record })).reverse()]) {
    const same = print(found);
    if (seen.has(same)) settle(keep, found, same === shown);
    else if (await differs(keep, found)) offer(keep, found);
    else settle(keep, found, false);
    seen.add(same);
  }
}

const present = ({ surface }) => ({ document: surface.json(), texts: textsOf(surface) });

/** A text as a string that is equal for equal texts, whatever their ids. */
function print({ document, texts }) {
  const words = Object.entries(texts ?? {}).filter(([, value]) => value !== "").sort();
  return JSON.stringify([bare(document ?? {}), words]);
}

function bare({ type, text, marks, attrs, content }) {
  const { id: _id, ...rest } = attrs ?? {};
  const inner = (content ?? []).map(bare).filter((node) => !isEmptyLine(node));
  return [type === "doc" ? null : type, text, (marks ?? []).map(bare), rest, inner].filter(isSomething);
}

const isSomething = (value) => value && Object.values(value).some((each) => each !== null);
const isEmptyLine = ([type, ...rest]) => type === "paragraph" && rest.length === 0;

/** Whether a text is another one than what is stored; then it carries the differences. */
async function differs({ surface }, found) {
  if (found.differences) return true;
  const { language, config } = surface;
  const { document, texts, draft } = found;
  const { ok, data } = await post(config.urls.compare, { language, document, texts, draft, item: config.item });
  found.differences = data.differences;
  return !ok || Boolean(data.differences?.trim());
}

/** Nothing to ask: the text is shown, saved or empty. What is shown unsaved is kept anew. */
function settle(keep, { key }, isShown) {
  if (isShown && document.querySelector(".errornote")) keep.changed();
  if (key) keep.store.remove(key);
}

function offer(keep, found) {
  // The server holds one text for each person and language, and typing will replace it.
  found.key ??= keep.store.park(found);
  const box = h("section", { class: "surface-offer", "aria-label": say("kept-found") });
  const close = () => {
    keep.store.remove(found.key);
    box.remove();
    keep.surface.editor.view.focus();
  };
  const take = () => (takeOver(keep, found), close());
  const discard = () => (forget(keep, found), close());
  const details = h("div", { class: "offer-differences" });
  details.innerHTML = found.differences ?? "";
  box.append(
    h("p", {}, say("kept-differs", { time: moment(keep.surface.config, found) })),
    h("details", {}, h("summary", {}, say("kept-differences")), details),
    h("p", { class: "offer-buttons" }, button(say("take-over"), take), button(say("discard"), discard)),
  );
  keep.surface.element.before(box);
}

function takeOver(keep, found) {
  keep.surface.setJSON(found.document);
  fillTexts(keep.surface, found.texts);
  keep.changed();
  if (found.draft && found.draft !== keep.draft) forget(keep, found);
}

function forget({ surface: { config, language } }, { stored, draft }) {
  if (stored || draft) post(config.urls.discard, { language, draft, item: config.item });
}

/** A time of this browser, or one of the house as its own clock shows it. */
function moment({ language, ...config }, { at, saved }) {
  const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { dateStyle: "long", timeStyle: "short" });
  return digits(format.format(at || new Date(saved.slice(0, 19))), language, config);
}
