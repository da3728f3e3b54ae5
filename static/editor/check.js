/** Having the server look at the text once nobody has typed for a moment. */

import { showAdvice } from "editor/advice";
import { showProblems } from "editor/problems";
import { post } from "editor/request";

const PAUSE = 800;

/** Check the surface's text now and after each change; `counted` gets the counts. */
export function checking(surface, counted) {
  let timer = 0;
  const run = async (patient) => {
    const { doc } = surface.editor.state;
    const answer = await post(surface.config.urls.check, { language: surface.language, document: surface.json() });
    const stale = surface.editor.isDestroyed || !surface.editor.state.doc.eq(doc);
    if (!answer.ok || stale) return;
    showProblems(surface, answer.data.problems, patient);
    showAdvice(surface, answer.data);
    counted(answer.data);
  };
  surface.editor.on("update", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE, true);
  });
  run(false);
}
