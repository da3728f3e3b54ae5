/** On narrow screens, and beside a preview, one language at a time. */

import { h } from "editor/dom";
import { say } from "editor/words";

/** Tabs above the sides of a form, where there are two. */
export function tabs(sides) {
  const panels = [...(sides?.querySelectorAll(":scope > .side") ?? [])];
  if (panels.length < 2) return;
  const buttons = panels.map((panel) => tab(panel, (to) => show(panels.indexOf(to))));
  const list = h("div", { class: "side-tabs", role: "tablist", "aria-label": say("languages") }, ...buttons);
  const narrow = matchMedia("(max-width: 67.99rem)");
  let current = Math.max(0, panels.findIndex((panel) => panel.querySelector(".errorlist, .surface-problem")));
  const show = (index) => {
    current = index;
    panels.forEach((panel, at) => panel.classList.toggle("is-behind", at !== index));
    buttons.forEach((button, at) => select(button, at === index));
    const [field] = panels[index].getElementsByClassName("surface-field");
    if (field) document.dispatchEvent(new CustomEvent("side", { detail: field.dataset.surface }));
  };
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    show((current + 1) % panels.length);
    buttons[current].focus();
  });
  const arrange = () => {
    const isAlone = narrow.matches || document.body.classList.contains("previewing");
    for (const panel of panels) role(panel, isAlone);
    show(current);
  };
  sides.before(list);
  narrow.addEventListener("change", arrange);
  document.addEventListener("previewing", arrange);
  arrange();
}

function tab(panel, show) {
  const name = panel.querySelector("h2").textContent.trim();
  panel.id ||= `panel-${panel.getAttribute("aria-labelledby")}`;
  return h("button", { type: "button", role: "tab", "aria-controls": panel.id, onclick: () => show(panel) }, name);
}

function select(button, selected) {
  button.setAttribute("aria-selected", String(selected));
  button.tabIndex = selected ? 0 : -1;
}

function role(panel, isAlone) {
  if (isAlone) panel.setAttribute("role", "tabpanel");
  else panel.removeAttribute("role");
}
