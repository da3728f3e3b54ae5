"""A manuscript that was pasted into the surface, read from its HTML or its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thinktank.document.model import Document
from thinktank.document.readers import html, manuscript
from thinktank.document.readers.manuscript import Manuscript, Passage, Source
from thinktank.document.readers.manuscript.source import is_bulleted
from thinktank.document.reading import Notice
from thinktank.document.writers import surface
from thinktank.editorial.admin import sides
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import Refused

_FRONT = ("kicker", "headline", "byline", "date", "aside")
_ROUNDS = 3
"""Once a front is text, the lines below it may look like another one."""


def read(data: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What was pasted as a surface's JSON, what its front says, and every guess made.

    It is read from its "html", or from its "text" where it has none. What is a "part"
    goes into a text that is there already, and has no front of its own. Raises Refused
    where there is nothing to read, or too much.
    """
    try:
        source = _source(
            str(data.get("html") or ""), str(data.get("text") or ""), language
        )
        found = manuscript.recognise(source, language)
    except manuscript.NotAManuscript as refusal:
        raise Refused(refusal.message(sides.interface())) from refusal
    if data.get("part"):
        found = _without_front(found, source)
    return _answer(found, _unplaced(found, data.get("texts")))


def _source(markup: str, text: str, language: str) -> Source:
    return html.read(markup) if markup else manuscript.from_text(text, language)


def _without_front(found: Manuscript, source: Source) -> Manuscript:
    """The same with the lines of its front in its text, whatever they look like."""
    choices: dict[int, str] = {}
    for _round in range(_ROUNDS):
        front = [line.passage for line in found.lines if line.role in _FRONT]
        if not front:
            break
        choices |= {passage.line: _choice(passage) for passage in front}
        found = manuscript.recognise(source, found.language, choices)
    notices = (n for n in found.notices if n.code not in ("no-headline", "no-date"))
    return replace(found, notices=tuple(notices))


def _choice(passage: Passage) -> str:
    if passage.style in ("heading", "title", "subtitle"):
        return "heading"
    return "bullet" if is_bulleted(passage) else "paragraph"


def _unplaced(found: Manuscript, typed: Any) -> list[str]:
    """What the front says and no field takes: those that are filled stay so, and
    people are chosen by persons."""
    fields = typed if isinstance(typed, dict) else {}
    said = []
    for name in ("kicker", "headline"):
        column: Any = Item._meta.get_field(name)
        label = capfirst(column.verbose_name)
        value = getattr(found, name)
        if value and fields.get(name) and fields[name] != value:
            message = _("The field “%(field)s” was filled. The paste has: “%(text)s”.")
            said.append(message % {"field": label, "text": value})
    if found.authors:
        message = _("The paste names as authors: %(names)s. Choose them under People.")
        said.append(message % {"names": "; ".join(found.authors)})
    return said


def _answer(found: Manuscript, unplaced: list[str]) -> dict[str, Any]:
    blocks = {place: index for index, place in enumerate(_places(found.document))}
    lines = {line.passage.line: line.place for line in found.lines if line.place}
    return {
        "document": surface.write(found.document),
        "kicker": found.kicker,
        "headline": found.headline,
        "date": found.date.day.isoformat() if found.date else "",
        "precision": found.date.precision if found.date else "",
        "authors": list(found.authors),
        "warnings": [
            *(_warning(notice, blocks, lines) for notice in found.notices),
            *({"block": None, "message": each, "code": "front"} for each in unplaced),
        ],
    }


def _warning(
    notice: Notice, blocks: dict[str, int], lines: dict[int, str]
) -> dict[str, Any]:
    place = notice.place or lines.get(int(notice.values.get("line", 0)), "")
    while place and place not in blocks:
        place = place.rpartition(".")[0]
    message = notice.message(sides.interface())
    return {"block": blocks.get(place), "message": message, "code": notice.code}


def _places(document: Document) -> Iterator[str]:
    """The place of each block that the surface shows, in its order."""
    yield from _numbered("lead", document.lead)
    for s, section in enumerate(document.sections):
        yield f"sections[{s}]"
        yield from _numbered(f"sections[{s}].blocks", section.blocks)
        for p, point in enumerate(section.points):
            yield f"sections[{s}].points[{p}]"
            yield from _numbered(f"sections[{s}].points[{p}].blocks", point.blocks)


def _numbered(place: str, blocks: Any) -> Iterator[str]:
    return (f"{place}[{index}]" for index in range(len(blocks)))
