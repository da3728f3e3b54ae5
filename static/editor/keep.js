/** Keeping what is typed: in this browser at once, on the server soon after. */

import { h } from "editor/dom";
import { fieldsOf, formOf, textsOf } from "editor/fields";
import { keptBar } from "editor/kept_bar";
import { locals, unique } from "editor/local";
import { get, post } from "editor/request";
import { waitForServer } from "editor/session";

const BROWSER = 400;
const PAUSE = 3_000;
const LONGEST = 5_000;
/** What a browser may still send while the page goes away. */
const PARTING = 60_000;

/** Keep the texts of a surface from now on, and offer what was kept before. */
export function keeping(surface) {
  const form = formOf(surface);
  const draft = draftOf(surface, form);
  const keep = { surface, draft, store: locals(surface, draft), show: keptBar(surface, form), since: 0, failures: 0 };
  keep.inBrowser = keep.onServer = true;
  keep.changed = () => changed(keep);
  surface.editor.on("update", keep.changed);
  for (const field of fieldsOf(surface).values()) field.addEventListener("input", keep.changed);
  form.addEventListener("submit", (event) => leave(keep, event));
  addEventListener("pagehide", () => part(keep));
  addEventListener("beforeunload", (event) => warn(keep, event));
  offer(keep);
}

const asked = new WeakMap();

/** Look for what was kept before, on the server and in this browser, and offer it. */
async function offer(keep) {
  const { config, language } = keep.surface;
  // One question for all surfaces of a page.
  if (!asked.has(config)) asked.set(config, get(config.urls.kept, { item: config.item }));
  const { ok, data } = await asked.get(config);
  const there = ok ? data.kept.filter((found) => found.language === language) : [];
  const here = keep.store.others();
  if (!there.length && !here.length) return;
  const later = () => addEventListener("online", () => offer(keep), { once: true });
  import("editor/offers").then(({ offers }) => offers(keep, there, here), later);
}

/** What names a new item until it has a number; the form sends it along. */
function draftOf({ config }, form) {
  if (config.item !== null) return null;
  const name = "draft";
  if (!form.elements[name]) form.append(h("input", { type: "hidden", name, value: config.draft || unique() }));
  return form.elements[name].value;
}

function changed(keep) {
  const now = Date.now();
  keep.inBrowser = keep.onServer = keep.leaving = false;
  keep.since ||= now;
  keep.local ||= setTimeout(() => keepHere(keep), BROWSER);
  clearTimeout(keep.timer);
  keep.timer = setTimeout(() => send(keep), Math.max(0, Math.min(PAUSE, keep.since + LONGEST - now)));
}

function keepHere(keep) {
  clearTimeout(keep.local);
  keep.local = 0;
  if (!keep.inBrowser) keep.inBrowser = keep.store.write(record(keep));
}

/** What is kept: the document and the texts around it. */
function record({ surface, draft }) {
  return { document: surface.json(), texts: textsOf(surface), language: surface.language, draft };
}

function message(keep) {
  return { ...record(keep), item: keep.surface.config.item };
}

async function send(keep) {
  if (keep.leaving || keep.waiting || keep.busy || keep.onServer) return;
  keepHere(keep);
  keep.busy = keep.onServer = true;
  keep.since = 0;
  const answer = await post(keep.surface.config.urls.keep, message(keep));
  keep.busy = false;
  if (answer.ok) kept(keep, answer.data.saved);
  else failed(keep, answer.status);
}

function kept(keep, time) {
  keep.failures = 0;
  if (keep.onServer) keep.show("kept-at", time);
  else changed(keep); // something was typed meanwhile
}

/** Say why, and try again once the server is there. A login renews the form's token. */
function failed(keep, status) {
  keep.onServer = false;
  const reason = { 0: "offline", 401: "logged-out" }[status] ?? "server-failed";
  keep.waiting = true;
  if (status !== 403 || keep.failures) keep.show(keep.inBrowser ? reason : "kept-nowhere");
  keep.failures += 1;
  waitForServer(keep, () => {
    keep.waiting = false;
    send(keep);
  });
}

/** A form that is sent stays in the browser until a page shows that it was saved. */
function leave(keep, event) {
  if (event.defaultPrevented) return;
  keepHere(keep);
  keep.leaving = true;
}

/** The page goes away: send what the server does not have yet. */
function part(keep) {
  keepHere(keep);
  if (keep.leaving || keep.onServer) return;
  const data = message(keep);
  if (JSON.stringify(data).length > PARTING) return;
  post(keep.surface.config.urls.keep, data, { keepalive: true });
}

function warn(keep, event) {
  if (keep.leaving || (keep.onServer && !keep.busy)) return;
  keepHere(keep);
  if (!keep.inBrowser) event.preventDefault();
}
