import { mark } from "editor/marks/build";

export const Superscript = mark("superscript", "sup", ["sup"]);
