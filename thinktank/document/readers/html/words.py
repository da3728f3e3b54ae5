"""The words of a paragraph: white space as in CSS, marks, and addresses of links."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from thinktank.document.model import MARK_TYPES, Inline, Inlines, Mark, NoteRef, Text
from thinktank.document.readers.manuscript.wording import merged

from .looks import Look, is_bold
from .markup import Element

Marks = tuple[Mark, ...]

_SPACES = re.compile(r"[ \t\n\r\f]+")
_TAGS = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "dfn": "emphasis",
    "u": "emphasis",
    "sup": "superscript",
    "cite": "work-title",
}
"""An underline stands for emphasis, as on a typewriter, unless it shows a link."""


class Words:
    """Collects the words of one paragraph."""

    def __init__(self) -> None:
        self._parts: list[Inline] = []
        self._blank = True
        """Whether a space would be the second one, or the first of a line."""

    def add(self, text: str, marks: Marks, *, keep_spaces: bool) -> None:
        if keep_spaces:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        else:
            text = _SPACES.sub(" ", text)
            text = text.lstrip(" ") if self._blank else text
        if text:
            self._blank = text[-1] in " \n"
            self._parts.append(Text(text, marks))

    def call(self, note: NoteRef) -> None:
        self._parts.append(note)
        self._blank = False

    def break_line(self) -> None:
        self._strip()
        self._parts.append(Text("\n"))
        self._blank = True

    def take(self) -> Inlines:
        """The words so far; the next ones are those of another paragraph."""
        self._strip()
        taken, self._parts, self._blank = self._parts, [], True
        return tuple(filter(_is_something, merged(taken)))

    def _strip(self) -> None:
        if self._parts and isinstance(last := self._parts[-1], Text):
            self._parts[-1] = replace(last, text=last.text.rstrip(" "))


def _is_something(part: Inline) -> bool:
    return not isinstance(part, Text) or bool(part.text)


def marked(marks: Marks, element: Element, look: Look) -> Marks:
    """The marks inside an element, given those around it.

    Its style is asked after its tag: Google Docs wraps all that it copies into
    `<b style="font-weight:normal">`.
    """
    types = {mark.type: mark for mark in marks}
    in_link = "link" in types
    for type, shown in (
        (_TAGS.get(element.tag, ""), element.tag != "u" or not in_link or None),
        ("strong", is_bold(look)),
        ("emphasis", _is_slanted(look, in_link)),
        ("superscript", look.get("vertical-align") == "super" or None),
    ):
        if shown and type:
            types[type] = Mark(type)
        elif shown is False:
            types.pop(type, None)
    return tuple(sorted(types.values(), key=lambda mark: MARK_TYPES.index(mark.type)))


def _is_slanted(look: Look, in_link: bool) -> bool | None:
    """None where the look says nothing of it."""
    if "underline" in look.get("text-decoration", "") and not in_link:
        return True
    slants = {"italic": True, "oblique": True, "normal": False}
    return slants.get(look.get("font-style", ""))


def says_words(words: Inlines) -> bool:
    """Whether there is a letter, a digit or a call of a note."""
    return any(
        not isinstance(part, Text) or any(map(str.isalnum, part.text)) for part in words
    )


def destination(address: str) -> str:
    """Where a link leads in the end: some programmes send readers by way of another
    site, which counts them."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return address
    query = parse_qs(parts.query)
    if re.fullmatch(r"(www\.)?google\.\w+(\.\w+)?", host) and parts.path == "/url":
        return (query.get("q") or query.get("url") or [address])[0]
    if host.endswith(".safelinks.protection.outlook.com"):
        return query.get("url", [address])[0]
    return address.strip()
