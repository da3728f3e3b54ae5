"""A Source in a few lines, for files and tests to compare."""

from __future__ import annotations

from typing import Any

from thinktank.document.model import Inlines, NoteRef, Table
from thinktank.document.readers import html
from thinktank.document.readers.manuscript.source import Listed, Passage, Source


def form(source: Source) -> dict[str, Any]:
    """Its passages, notes and notices; notes are numbered as the text calls them."""
    numbers = {id: str(number) for number, id in enumerate(source.notes, 1)}
    return {
        "passages": [shown(passage, numbers) for passage in source.passages],
        "notes": {
            numbers[id]: words(text, numbers) for id, text in source.notes.items()
        },
        "notices": [
            ": ".join(str(each) for each in (notice.values["line"], notice.code, *rest))
            for notice in source.notices
            for rest in [[v for k, v in notice.values.items() if k != "line"]]
        ],
    }


def passages(markup: str) -> Any:
    return form(html.read(markup))["passages"]


def notes(markup: str) -> Any:
    return form(html.read(markup))["notes"]


def notices(markup: str) -> Any:
    return form(html.read(markup))["notices"]


def shown(passage: Passage, numbers: dict[str, str]) -> Any:
    """One line: what a passage is called, a colon, and its words; a table is a list."""
    if isinstance(passage.block, Table):
        return table(passage.block, numbers)
    level = str(passage.level or "")
    listed = sign(passage.listed) if passage.listed else ""
    names = ["***" if passage.after_rule else "", f"{passage.style}{level}", listed]
    called = " ".join(filter(None, names))
    return (
        f"{called}: {words(passage.words, numbers)}"
        if called
        else words(passage.words, numbers)
    )


def sign(listed: Listed) -> str:
    """ "-2. digit" for the second of an inner list; "bullet" has no number."""
    if listed.kind == "bullet":
        return f"{'-' * listed.level}bullet"
    return f"{'-' * listed.level}{listed.number}{listed.sign} {listed.kind}"


def table(block: Table, numbers: dict[str, str]) -> list[str]:
    def row(cells: tuple[Inlines, ...]) -> str:
        return " | ".join(words(cell, numbers) for cell in cells)

    caption = words(block.caption, numbers)
    head = [f"# {row(block.header)}"] if block.header else []
    return [f"table: {caption}".strip(), *head, *map(row, block.rows)]


def words(inlines: Inlines, numbers: dict[str, str]) -> str:
    """Marks stand before what they mark, as in {strong:two days}; notes as [^1]."""
    parts = []
    for part in inlines:
        if isinstance(part, NoteRef):
            parts.append(f"[^{numbers[part.id]}]")
            continue
        marks = "".join(f"{mark.href or mark.type}:" for mark in part.marks)
        parts.append(f"{{{marks}{part.text}}}" if marks else part.text)
    return "".join(parts)
