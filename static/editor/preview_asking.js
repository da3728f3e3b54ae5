/** Asking for the page of what is typed: after a pause, and one question at a time. */

const PAUSE = 600;
const ROWS = ["formset:added", "formset:removed"];

/**
 * Ask at once, and again after each change of the form.
 * @returns {{now: () => void, stop: () => void}}
 */
export function asking(pane, { shown, refused }) {
  const { form, surfaces, config } = pane;
  const { urls, live } = config.preview;
  let timer = 0;
  let asked = null;
  let again = false;

  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };

  async function ask() {
    if (asked) return (again = true);
    again = false;
    asked = new AbortController();
    const { language } = pane;
    const answer = await answered(urls[language], live && form, asked.signal);
    const { aborted } = asked.signal;
    asked = null;
    if (aborted) return;
    if (language !== pane.language) return ask();
    if (answer.html) shown({ ...answer, language });
    else refused(answer);
    if (again) changed();
  }

  if (live) listen(form, surfaces, changed, true);
  ask();
  return {
    now: () => (clearTimeout(timer), ask()),
    stop: () => {
      clearTimeout(timer);
      asked?.abort();
      if (live) listen(form, surfaces, changed, false);
    },
  };
}

/** Fields, rows and surfaces; what is chosen from a list tells only jQuery. */
function listen(form, surfaces, changed, on) {
  const act = on ? "addEventListener" : "removeEventListener";
  for (const name of ["input", "change"]) form[act](name, changed);
  for (const name of ROWS) document[act](name, changed);
  globalThis.django?.jQuery?.(form)[on ? "on" : "off"]("change", changed);
  for (const { editor } of surfaces) editor[on ? "on" : "off"]("update", changed);
}

const isPage = ({ headers }) => headers.get("Content-Type").startsWith("text/html");

/** The page, or why there is none: an obstacle, or a word. */
async function answered(url, form, signal) {
  const sent = form ? { method: "POST", body: new FormData(form) } : {};
  try {
    const answer = await fetch(url, { credentials: "same-origin", redirect: "manual", signal, ...sent });
    if (answer.type === "opaqueredirect") return { reason: "preview-logged-out" };
    if (!answer.ok) return { reason: "preview-failed" };
    if (isPage(answer)) return { html: await answer.text() };
    const { obstacles } = await answer.json();
    return { obstacle: obstacles[0] };
  } catch {
    return { reason: "preview-offline" };
  }
}
