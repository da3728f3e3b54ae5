/** Windows that open on demand: fetched when somebody begins to write. */

export { embedDialog } from "editor/embed_dialog";
export { help } from "editor/help";
export { linkDialog } from "editor/link_dialog";
export { pictureDialog } from "editor/picture_dialog";
