/** The chords of all commands, and how they are written for people. */

import { Extension, isMacOS, Plugin, pm } from "django-prose-editor/editor";

const SIGNS = { Slash: "/", Period: ".", Comma: "," };

/** The key of an event as commands name it. Letters are those of the layout where it has
 *  Latin ones; digits and signs, and letters of an Arabic layout, go by their place. */
function base({ key, code }) {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return SIGNS[code] ?? (code.match(/^(?:Key|Digit)(.)$/)?.[1] || key);
}

/** The chord of an event: "Mod-Alt-2". AltGr writes characters and is none. */
function chord(event) {
  const mod = isMacOS() ? event.metaKey : event.ctrlKey;
  if (!mod || event.getModifierState("AltGraph")) return null;
  return `Mod-${event.altKey ? "Alt-" : ""}${event.shiftKey ? "Shift-" : ""}${base(event)}`;
}

const EDGES = ["Enter", "Backspace", "Delete", "Tab", "ArrowLeft", "ArrowRight"];

/** Run the command of a surface whose chord was pressed. */
export function keys(surface) {
  const handleKeyDown = (view, event) => {
    const pressed = chord(event);
    if (view.composing || !(pressed || EDGES.includes(event.key))) return false;
    // The browser tells of a moved caret only after the next key may have been pressed.
    view.domObserver.flush();
    const command = surface.commands.find((each) => each.keys === pressed);
    command?.run(surface);
    return Boolean(command);
  };
  const plugin = new Plugin({ key: new pm.state.PluginKey("keys"), props: { handleKeyDown } });
  return Extension.create({ name: "keys", priority: 1200, addProseMirrorPlugins: () => [plugin] });
}

const ARROWS = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** A chord as it stands on the keys. */
export function written(chord) {
  const mac = isMacOS();
  const names = { Mod: mac ? "⌘" : "Ctrl", Alt: mac ? "⌥" : "Alt", Shift: mac ? "⇧" : "Shift", ...ARROWS };
  return chord.split("-").map((key) => names[key] ?? key).join(mac ? "" : "+");
}

/** A chord as screen readers are told of it. */
export const spoken = (chord) => chord.replace("Mod", isMacOS() ? "Meta" : "Control").replaceAll("-", "+");
