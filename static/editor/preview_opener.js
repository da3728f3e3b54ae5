/** The button that opens the page beside the form; what it opens comes when asked for. */

import { wish } from "editor/local";
import { say } from "editor/words";

export const OPEN = "preview-open";
/** Where the pane has no room beside the form, it covers it. */
export const NARROW = matchMedia("(width < 64rem)");

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
  opener.addEventListener("click", toggle);
  opener.closest("[hidden]").hidden = false;
  if (wish(OPEN) && !NARROW.matches) toggle();
}
