/** What is kept and where, in words beside the buttons that save. */

import { h } from "editor/dom";
import { digits } from "editor/numerals";
import { say } from "editor/words";

const bars = new WeakMap();
/** The gravest first: of two languages, the line tells the worse. */
const ORDER = ["kept-nowhere", "logged-out", "offline", "server-failed", "kept-at"];

/** The line of a form, shared by its surfaces. @returns {(key: string, time?: string) => void} */
export function keptBar(surface, form) {
  if (!bars.has(form)) bars.set(form, make(form));
  const { line, states } = bars.get(form);
  return (key, time = "") => {
    states.set(surface, { key, time });
    show(line, states, surface.config);
  };
}

function make(form) {
  const line = h("p", { class: "kept-line", role: "status" });
  (form.querySelector(".submit-row") ?? form).append(line);
  return { line, states: new Map() };
}

function show(line, states, config) {
  const all = [...states.values()].sort((a, b) => a.time.localeCompare(b.time));
  const worst = ORDER.find((key) => all.some((state) => state.key === key));
  const { time } = all.find((state) => state.key === worst);
  const login = h("a", { href: config.urls.login ?? location.pathname, target: "_blank" }, say("log-in"));
  const words = say(worst, { time: digits(time.slice(11, 16), config.language, config) });
  if (line.textContent.startsWith(words)) return;
  line.dataset.state = worst;
  line.replaceChildren(words, ...(worst === "logged-out" ? [" ", login] : []));
}
