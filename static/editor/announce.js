/** Saying to screen readers what has happened. */

import { h } from "editor/dom";

/** A polite live region in `element`; gives the function that speaks through it. */
export function announcer(element) {
  const region = h("p", { class: "visually-hidden", role: "status" });
  element.append(region);
  return (text) => {
    // The same sentence twice is no change, and would be passed over.
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  };
}
