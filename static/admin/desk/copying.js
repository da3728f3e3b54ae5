/* Copies an address that stands in a field, and says so for a moment. Where the browser
   does not allow it, the address is selected. */

const LINGER = 2000;

async function copy(button) {
  const field = document.getElementById(button.dataset.copies);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    return;
  }
  const words = button.textContent;
  button.textContent = button.dataset.copied;
  button.disabled = true;
  setTimeout(() => {
    button.textContent = words;
    button.disabled = false;
  }, LINGER);
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
