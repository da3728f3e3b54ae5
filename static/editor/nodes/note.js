import { Node } from "django-prose-editor/editor";
import { kept } from "editor/nodes/build";
import { say } from "editor/words";

/** The words of a note, as another surface or this one copied them. */
function words(json) {
  try {
    return JSON.parse(json).filter((part) => part.type === "text" && part.text);
  } catch {
    return [];
  }
}

const plain = (content) => content.map((part) => part.text).join("");

/** The call of a note. Its text is an attribute; the style sheet counts. */
export const Note = Node.create({
  name: "note",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    id: kept("id"),
    content: {
      default: [],
      parseHTML: (element) => words(element.dataset.note),
      renderHTML: ({ content }) => ({
        "data-note": JSON.stringify(content),
        "aria-label": say("note-reads", { text: plain(content) }),
      }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-note]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { role: "note", ...HTMLAttributes }],
  renderText: () => "",
});
