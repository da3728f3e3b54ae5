/* Takes choices without loading the page anew: the server says what changed. */

const form = document.querySelector("#review");
const said = document.querySelector("#said");
let waiting = Promise.resolve();

function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
}

/** Put a row in the place of the one it was; the focus stays on it. */
function replaceRow(id, html) {
  const old = document.getElementById(id);
  const held = old.contains(document.activeElement);
  const row = element(html);
  row.tabIndex = old.tabIndex;
  old.replaceWith(row);
  if (held) row.focus({ preventScroll: true });
}

const TYPED = "input[type=text], input[type=search]";

/** Fields keep the focus and what was typed meanwhile. */
function replacePart(id, html) {
  const part = document.getElementById(id);
  const active = part.contains(document.activeElement) ? document.activeElement : null;
  const typed = new Map([...part.querySelectorAll(TYPED)].map((field) => [field.name, field.value]));
  part.innerHTML = html;
  for (const field of part.querySelectorAll(TYPED)) field.value = typed.get(field.name) ?? field.value;
  if (!active?.name) return;
  const named = [...part.querySelectorAll(`[name="${CSS.escape(active.name)}"]`)];
  const again = named.find((field) => field.value === active.value) ?? named[0];
  again?.focus({ preventScroll: true });
  if (again?.type === "search") again.setSelectionRange(again.value.length, again.value.length);
}

async function ask(data) {
  const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
  const told = response.headers.get("Content-Type")?.startsWith("application/json");
  // Logged out, logged in anew, or made into an item: the page tells which.
  if (response.redirected || response.status === 403 || (response.ok && !told)) return location.reload();
  if (!response.ok) throw new Error(response.statusText);
  const answer = await response.json();
  for (const [id, html] of Object.entries(answer.rows)) replaceRow(id, html);
  replacePart("details", answer.details);
  replacePart("summary", answer.summary);
  said.textContent = answer.said;
}

function fail() {
  said.textContent = form.dataset.failed;
  said.classList.remove("visually-hidden");
}

/** One after the other: each choice is about what the one before left. */
function send(submitter) {
  const extra = submitter ? [submitter.name, submitter.value] : ["refresh", ""];
  waiting = waiting.then(() => {
    const data = new FormData(form);
    data.set(...extra);
    said.classList.add("visually-hidden");
    return ask(data);
  }).catch(fail);
}

form.addEventListener("submit", (event) => {
  if (!["choice", "refresh"].includes(event.submitter?.name)) return;
  event.preventDefault();
  send(event.submitter);
});
form.addEventListener("change", ({ target }) => {
  if (target.type === "radio" || /^(?:leave|alt)-/.test(target.name)) send(null);
});
