import { mark } from "editor/marks/build";

export const WorkTitle = mark("work-title", "cite", ["cite"]);
