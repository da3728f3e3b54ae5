import { mark, shown } from "editor/marks/build";

/** Signs that keep a direction of their own: a telephone number, a code. */
export const Isolate = mark("isolate", "bdi", ["bdi[dir]"], {
  addAttributes: () => ({ direction: shown("direction", "dir") }),
});
