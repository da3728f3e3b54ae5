/* Hides what publications of the chosen type have no use for. What is filled in stays
   in view: the server says why it cannot stay. Without this script all is in view. */

const type = document.querySelector("#id_type");
const FILLED = 'input:not([type="hidden"], [name$="-order"]), select, textarea';

function said(field) {
  return field.type === "checkbox" ? field.checked : field.value.trim() !== "";
}

function filled(part) {
  return [...part.querySelectorAll(FILLED)].some(said);
}

function show() {
  const form = type.selectedOptions[0]?.dataset.form;
  for (const part of document.querySelectorAll('[class*="only-"]')) {
    const whole = part.closest(".inline-group") ?? part;
    const useful = !form || part.classList.contains(`only-${form}`);
    whole.hidden = !useful && !filled(part) && !part.querySelector(".errorlist");
  }
}

if (type) {
  type.addEventListener("change", show);
  show();
}
