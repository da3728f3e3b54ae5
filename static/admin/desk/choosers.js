/** Names the search fields that select2 puts in the place of choices, and keeps their order. */

/** A field is named by its label, and says what is chosen. */
function name(select) {
  const label = select.labels?.[0] ?? document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  const words = (label?.textContent ?? select.getAttribute("aria-label") ?? "").replace(/[:：]\s*$/, "").trim();
  const field = select.nextElementSibling?.querySelector(".select2-selection");
  if (!field || !words) return;
  const chosen = field.querySelector(".select2-selection__rendered");
  field.removeAttribute("aria-labelledby");
  field.setAttribute("aria-label", words);
  if (chosen) field.setAttribute("aria-describedby", (chosen.id ||= `${select.id}-chosen`));
  for (const part of field.querySelectorAll("[role=textbox], input")) part.setAttribute("aria-label", words);
}

/** Select2 comes when it likes: after the page, and with each new row of a list. */
function watch(records) {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node.classList?.contains("select2-container") && node.previousElementSibling?.matches("select")) name(node.previousElementSibling);
    }
  }
}

/** What was chosen before and is chosen again would come back to its old place. */
function last({ target, params }) {
  const chosen = [...target.options].find((option) => option.value === String(params.data.id));
  if (chosen) target.append(chosen);
  django.jQuery(target).trigger("change");
}

django.jQuery(document).on("select2:select", "select[multiple]", last);
document.querySelectorAll("select.select2-hidden-accessible").forEach(name);
new MutationObserver(watch).observe(document.documentElement, { childList: true, subtree: true });
