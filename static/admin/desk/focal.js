// The focal point of a picture, set by a click on it. The two number fields hold it in
// percent and are what is sent; without this script they are typed in.

const stage = document.querySelector(".focal");
const [across, down] = ["focal_x", "focal_y"].map((name) => document.querySelector(`input[name="${name}"]`));
const chooser = document.querySelector('.upload input[type="file"]');

const mark = document.createElement("span");
mark.className = "focal-mark";

function showMark() {
  stage.style.setProperty("--across", `${across.value}%`);
  stage.style.setProperty("--down", `${down.value}%`);
}

function percent(part, whole) {
  return Math.min(100, Math.max(0, Math.round((100 * part) / whole)));
}

function setPoint(event) {
  const frame = stage.getBoundingClientRect();
  across.value = percent(event.clientX - frame.left, frame.width);
  down.value = percent(event.clientY - frame.top, frame.height);
  showMark();
}

function show(picture) {
  stage.replaceChildren(picture, mark);
  document.querySelector("[data-focal-hint]").hidden = false;
  showMark();
}

// A picture that was only chosen is drawn here: its own address would be a blob's, which
// the content security policy does not let in. What cannot be drawn is left to the server.
async function showChosen() {
  const [file] = chooser.files;
  const bitmap = file && (await createImageBitmap(file).catch(() => null));
  if (!bitmap) return;
  const scale = Math.min(1, 960 / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, bitmap.width * scale);
  canvas.height = Math.max(1, bitmap.height * scale);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  [across.value, down.value] = [50, 50];
  show(canvas);
}

if (stage && across && down) {
  const stored = stage.querySelector("img");
  if (stored) show(stored);
  stage.addEventListener("click", setPoint);
  for (const field of [across, down]) field.addEventListener("input", showMark);
  chooser?.addEventListener("change", showChosen);
}
