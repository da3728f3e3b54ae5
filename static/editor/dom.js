/** Making elements, and telling them what has changed. */

/** An element; `onclick: f` listens, true sets a bare attribute, null and false set none. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Set an attribute where it says something else: even the same words cost a new layout. */
export function tell(element, name, value) {
  const words = String(value);
  if (element.getAttribute(name) !== words) element.setAttribute(name, words);
}
