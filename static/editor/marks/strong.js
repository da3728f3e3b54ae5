import { mark } from "editor/marks/build";

export const Strong = mark("strong", "strong", ["strong", "b"]);
