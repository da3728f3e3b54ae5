/** Whether the server answers and knows the person: asked again until it does. */

import { get, renew } from "editor/request";

const FIRST = 3_000;
const LONGEST = 30_000;
const SIGNALS = [
  ["online", window],
  ["focus", window],
  ["visibilitychange", document],
];

/** Calls `back` once the server answers the same person. The more attempts have failed
 *  before, the longer it waits. */
export function waitForServer({ surface, failures }, back) {
  let pause = Math.min(FIRST * 1.5 ** (failures - 1), LONGEST);
  let timer = setTimeout(ask, pause);
  const watch = new AbortController();
  for (const [name, target] of SIGNALS) target.addEventListener(name, ask, { signal: watch.signal });

  async function ask() {
    clearTimeout(timer);
    const { ok, data } = await get(surface.config.urls.session);
    if (watch.signal.aborted) return;
    pause = Math.min(pause * 1.5, LONGEST);
    if (!ok || data.person !== surface.config.person) {
      clearTimeout(timer);
      timer = setTimeout(ask, pause);
      return;
    }
    watch.abort();
    clearTimeout(timer);
    renew(data.csrf);
    back();
  }
}
