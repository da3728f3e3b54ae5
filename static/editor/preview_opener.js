/** What opens the page beside the form; what it opens comes when asked for. */

import { wish } from "editor/local";
import { say } from "editor/words";

export const OPEN = "preview-open";
/** Where the pane has no room beside the form, it covers it. */
export const NARROW = matchMedia("(width < 64rem)");

/** What a link to the saved page becomes. */
const BUTTON = { role: "button", "aria-expanded": "false", "aria-controls": "preview-pane" };

/** It opens by itself where it was left open, unless it would cover the form. */
export function opening(opener, config, surfaces) {
  let pane = null;
  const toggle = async () => {
    try {
      pane ??= (await import("editor/preview")).previewing(opener, config, surfaces);
      pane.toggle();
    } catch {
      for (const surface of surfaces.slice(0, 1)) surface.announce(say("window-unreached"));
    }
  };
  for (const [name, value] of Object.entries(BUTTON)) opener.setAttribute(name, value);
  opener.addEventListener("click", (click) => (click.preventDefault(), toggle()));
  opener.addEventListener("keydown", (press) => press.key === " " && (press.preventDefault(), toggle()));
  opener.closest("li").hidden = false;
  if (wish(OPEN) && !NARROW.matches) toggle();
}
