/** A recording elsewhere, by its address. */

import { dialog, field } from "editor/dialog";
import { h } from "editor/dom";
import { insert } from "editor/lines";
import { isAddress } from "editor/marks/link";
import { say } from "editor/words";

/** Ask for the address of a new recording, or of the one that the caret stands in. */
export function embedDialog(surface) {
  const { editor } = surface;
  const old = editor.isActive("embed") ? editor.getAttributes("embed").url : "";
  const input = h("input", { type: "url", dir: "ltr", value: old, autofocus: true });
  dialog(surface, say("embed"), [field(say("embed-address"), input)], say("insert"), () => {
    const url = input.value.trim();
    if (!isAddress(url) || url.startsWith("mailto:")) return say("link-wrong");
    if (old) editor.commands.updateAttributes("embed", { url });
    else editor.view.dispatch(insert(editor.state.tr, editor.schema.nodes.embed.create({ url })));
    return null;
  });
}
