/** Makes writing surfaces of the text forms of a page. */

import { h } from "editor/dom";
import { opening } from "editor/preview_opener";
import { attend, mount } from "editor/surface";
import { tabs } from "editor/tabs";

const config = JSON.parse(document.querySelector("#surface-config").textContent);

/** A text that no surface can show stays in its text form. */
function tried(field) {
  try {
    return mount(field, config);
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** On submit the text form's field carries the document, and says so. */
function sending({ textarea, json }) {
  const sign = h("input", { type: "hidden", name: `${textarea.name}-form`, value: "surface" });
  textarea.after(sign);
  textarea.form.addEventListener("formdata", ({ formData }) => formData.set(textarea.name, JSON.stringify(json())));
}

const surfaces = [...document.querySelectorAll(".surface-field")].map(tried).filter(Boolean);
surfaces.forEach(sending);
surfaces.forEach(attend);
tabs(document.querySelector(".sides"));

const opener = document.querySelector(".preview-opener");
if (opener) opening(opener, config, surfaces);
