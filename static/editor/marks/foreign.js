import { mark, shown } from "editor/marks/build";

/** Words in another language. */
export const Foreign = mark("foreign", "bdi", ["bdi[lang]"], {
  addAttributes: () => ({ language: shown("language", "lang") }),
});
