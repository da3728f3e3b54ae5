"""The stored JSON form of a Document, both ways.

There is one form for one Document: what is empty and optional is left out, so
`to_json(from_json(data)) == data` for every form of the version in use.
"""

from __future__ import annotations

import json
from typing import Any

from .model import (
    VERSION,
    Block,
    Blocks,
    Document,
    Embed,
    Figure,
    Inline,
    Inlines,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    Text,
)
from .reading import Problem
from .rules import rule_problems
from .shape import shape_problems
from .upgrade import upgrade

Form = dict[str, Any]


class Malformed(ValueError):
    """The data is no Document; `problems` say why, each with its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def from_json(data: object) -> Document:
    """The Document stored as `data`, upgraded first. Raises Malformed."""
    form = upgrade(data) if isinstance(data, dict) else data
    if problems := shape_problems(form):
        raise Malformed(problems)
    assert isinstance(form, dict)
    document = _document(form)
    if problems := rule_problems(document):
        raise Malformed(problems)
    return document


def from_stored(form: Form) -> Document:
    """The Document of a form that was checked when it was stored: it takes a quarter
    of the time of `from_json`. Raises Malformed for a version that is not known."""
    return _document(form) if form["v"] == VERSION else from_json(form)


def to_json(document: Document) -> Form:
    """The stored form: dictionaries, lists, strings, numbers and booleans only."""
    return {
        "v": document.version,
        "language": document.language,
        "lead": _block_forms(document.lead),
        "sections": [_section_form(section) for section in document.sections],
        "notes": {id: inline_forms(note) for id, note in document.notes.items()},
    }


def canonical(data: Form) -> str:
    """One string for one form, whatever the order of its keys: hash this."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _document(form: Form) -> Document:
    return Document(
        language=form["language"],
        lead=_blocks(form["lead"]),
        sections=tuple(map(_section, form["sections"])),
        notes={id: inlines(note) for id, note in form["notes"].items()},
    )


def _section(form: Form) -> Section:
    return Section(
        id=form["id"],
        heading=inlines(form["heading"]),
        blocks=_blocks(form["blocks"]),
        points=tuple(map(_point, form["points"])),
    )


def _point(form: Form) -> Point:
    return Point(form["id"], inlines(form["title"]), _blocks(form["blocks"]))


def _blocks(forms: list[Form]) -> Blocks:
    return tuple(map(block_of, forms))


def block_of(form: Form) -> Block:
    """The block stored as `form`, which is trusted to be one."""
    match form["type"]:
        case "paragraph":
            return Paragraph(inlines(form["text"]), form.get("direction", ""))
        case "subheading":
            return Subheading(inlines(form["text"]))
        case "quote":
            return Quote(_texts(form["paragraphs"]), inlines(form.get("attribution")))
        case "list":
            return List(_texts(form["items"]), form["ordered"])
        case "figure":
            caption = inlines(form.get("caption"))
            return Figure(form["image"], caption, form.get("alt", ""))
        case "table":
            rows = tuple(map(_texts, form["rows"]))
            header = _texts(form.get("header", []))
            return Table(rows, header, inlines(form.get("caption")))
        case "panel":
            return Panel(form["kind"], _texts(form["items"]))
        case _:
            return Embed(form["url"], inlines(form.get("transcript")))


def _texts(forms: list[list[Form]]) -> tuple[Inlines, ...]:
    return tuple(map(inlines, forms))


def inlines(forms: list[Form] | None) -> Inlines:
    """The text stored as `forms`, which are trusted to be such."""
    return tuple(map(_inline, forms or ()))


def _inline(form: Form) -> Inline:
    if "note" in form:
        return NoteRef(form["note"])
    return Text(form["text"], tuple(Mark(**mark) for mark in form.get("marks", ())))


def _section_form(section: Section) -> Form:
    return {
        "id": section.id,
        "heading": inline_forms(section.heading),
        "blocks": _block_forms(section.blocks),
        "points": [_point_form(point) for point in section.points],
    }


def _point_form(point: Point) -> Form:
    return {
        "id": point.id,
        "title": inline_forms(point.title),
        "blocks": _block_forms(point.blocks),
    }


def _block_forms(blocks: Blocks) -> list[Form]:
    return list(map(block_form, blocks))


def block_form(block: Block) -> Form:
    """The stored form of one block."""
    return {"type": block.type, **_parts(block)}


def _parts(block: Block) -> Form:
    match block:
        case Paragraph():
            direction = _filled(direction=block.direction)
            return {"text": inline_forms(block.text), **direction}
        case Subheading():
            return {"text": inline_forms(block.text)}
        case Quote():
            attribution = _filled(attribution=inline_forms(block.attribution))
            return {"paragraphs": _text_forms(block.paragraphs), **attribution}
        case List():
            return {"ordered": block.ordered, "items": _text_forms(block.items)}
        case Figure():
            caption = inline_forms(block.caption)
            return {"image": block.image, **_filled(caption=caption, alt=block.alt)}
        case Table():
            header, caption = _text_forms(block.header), inline_forms(block.caption)
            rows = [_text_forms(row) for row in block.rows]
            return {"rows": rows, **_filled(header=header, caption=caption)}
        case Embed():
            transcript = _filled(transcript=inline_forms(block.transcript))
            return {"url": block.url, **transcript}
        case Panel():
            return {"kind": block.kind, "items": _text_forms(block.items)}


def _text_forms(texts: tuple[Inlines, ...]) -> list[list[Form]]:
    return [inline_forms(text) for text in texts]


def inline_forms(words: Inlines) -> list[Form]:
    """The stored form of one text."""
    return [_inline_form(part) for part in words]


def _inline_form(part: Inline) -> Form:
    if isinstance(part, NoteRef):
        return {"note": part.id}
    return {"text": part.text, **_filled(marks=[_mark_form(m) for m in part.marks])}


def _mark_form(mark: Mark) -> Form:
    about = _filled(
        language=mark.language,
        direction=mark.direction,
        href=mark.href,
        item=mark.item,
    )
    return {"type": mark.type, **about}


def _filled(**parts: Any) -> Form:
    return {key: value for key, value in parts.items() if value}
