import { mark } from "editor/marks/build";

export const Emphasis = mark("emphasis", "em", ["em", "i"]);
