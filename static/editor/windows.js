/** Windows that open on demand: most texts need none of them. */

export { embedDialog } from "editor/embed_dialog";
export { help } from "editor/help";
export { linkDialog } from "editor/link_dialog";
export { pictureDialog } from "editor/picture_dialog";
