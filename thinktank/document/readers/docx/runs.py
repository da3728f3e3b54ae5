"""What a run looks like, and which of it a text keeps as marks."""

from __future__ import annotations

from dataclasses import dataclass

from thinktank.document.model import Mark

from .styles import Styles, toggles_of
from .xml import Element, value

_LOOKS = (("b", "strong"), ("i", "emphasis"))


@dataclass(frozen=True, slots=True)
class Look:
    """The marks of a run, and whether nobody sees it."""

    marks: tuple[Mark, ...] = ()
    is_hidden: bool = False


PLAIN = Look()


def look_of(run: Element | None, styles: Styles, paragraph: str) -> Look:
    """The look of a run by its properties, in a paragraph of a style.

    Give "" for a style whose own bold and italics say what it is and mark nothing.
    """
    style, said = value(run, "w:rStyle"), toggles_of(run)
    if run is None and not paragraph:
        return PLAIN

    def on(name: str) -> bool:
        if name in said:
            return said[name]
        return styles.toggle(style, name) or styles.toggle(paragraph, name)

    # Word reads other switches where the run is marked as one of a complex script.
    suffix = "Cs" if said.get("rtl") or said.get("cs") else ""
    named = styles.mark(style)
    kinds = [named] if named else []
    if named != "work-title":  # it is set in bold italics, which say nothing more
        kinds += [kind for name, kind in _LOOKS if on(name + suffix)]
    raised = value(run, "w:vertAlign")
    if raised == "superscript" or (not raised and styles.is_raised(style)):
        kinds.append("superscript")
    return Look(tuple(map(Mark, dict.fromkeys(kinds))), on("vanish"))
