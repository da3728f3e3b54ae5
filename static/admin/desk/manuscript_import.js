/* A file that is dropped or chosen is sent at once; a paste sends its rich form along.
   Without this script a button sends either. */

const form = document.querySelector(".ms-import");
const { file, text, markup } = form.elements;
const zone = form.querySelector(".ms-drop");

/** What the server would refuse after minutes of sending, and with it what was typed. */
function tooMuch() {
  if (file.files[0]?.size > Number(form.dataset.most)) return form.dataset.tooLarge;
  const pasted = text.value.length + markup.value.length;
  return pasted > Number(form.dataset.longest) ? form.dataset.tooLong : "";
}

form.addEventListener("submit", (event) => {
  const problem = form.querySelector("#problem");
  problem.textContent = tooMuch();
  problem.hidden = !problem.textContent;
  if (problem.hidden) return;
  event.preventDefault();
  file.value = "";
});

const send = () => form.requestSubmit();

function hold(event) {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  zone.classList.toggle("ms-over", event.type === "dragover");
}

file.addEventListener("change", () => file.files.length && send());
/* A file may be chosen before this script has come. On a reload Firefox puts back the file
   that was chosen before, whatever became of it. */
const [arrival] = performance.getEntriesByType("navigation");
if (arrival?.type === "navigate" && file.files.length) send();
document.addEventListener("dragover", hold);
document.addEventListener("dragleave", hold);
document.addEventListener("drop", (event) => {
  hold(event);
  if (!event.dataTransfer.files.length) return;
  file.files = event.dataTransfer.files;
  send();
});

/* The rich form stands for the whole text only: what is typed beside it would be lost. */
text.addEventListener("paste", (event) => {
  markup.value = text.value.trim() ? "" : event.clipboardData.getData("text/html");
});
text.addEventListener("input", (event) => {
  if (event.inputType !== "insertFromPaste") markup.value = "";
});
