"""A source in a few readable lines, for fixtures to say what they must yield."""

from __future__ import annotations

from typing import Any

from thinktank.document.model import Figure, Inline, Inlines, NoteRef, Table
from thinktank.document.readers.manuscript.source import Listed, Passage, Source
from thinktank.document.reading import Notice

_SIGNS = {"strong": "**", "emphasis": "*", "superscript": "^", "work-title": "__"}


def source_json(source: Source) -> dict[str, Any]:
    """Passages, notes, pictures and notices; what says nothing is left out."""
    names = {id: number for number, id in enumerate(source.notes, 1)}
    found = {
        "passages": [_passage(passage, names) for passage in source.passages],
        "notes": [marked(words, names) for words in source.notes.values()],
        "pictures": [f"{each.name}: {each.alt}" for each in source.pictures],
        "notices": list(map(_notice, source.notices)),
    }
    return {key: value for key, value in found.items() if value}


def _passage(passage: Passage, names: dict[str, int]) -> dict[str, Any]:
    level = f" {passage.level}" if passage.level else ""
    found: dict[str, Any] = {
        "style": f"{passage.style}{level}",
        "listed": _listed(passage.listed),
        "after_rule": passage.after_rule,
    }
    if isinstance(passage.block, Table):
        found["header"] = [marked(cell, names) for cell in passage.block.header]
        found["rows"] = [
            [marked(cell, names) for cell in row] for row in passage.block.rows
        ]
    elif isinstance(passage.block, Figure):
        found["picture"] = passage.block.image
    else:
        found["text"] = marked(passage.words, names)
    return {key: value for key, value in found.items() if value}


def _listed(listed: Listed | None) -> str:
    if listed is None:
        return ""
    number = "" if listed.kind == "bullet" else f" {listed.number}"
    sign = "" if listed.kind == "bullet" else f" {listed.sign}"
    return f"{listed.kind}{number}{sign}{' >' * listed.level}".rstrip()


def marked(words: Inlines, names: dict[str, int] | None = None) -> str:
    """Words with signs around what is marked, and calls of notes as [^1]."""
    return "".join(_inline(part, names or {}) for part in words)


def _inline(part: Inline, names: dict[str, int]) -> str:
    if isinstance(part, NoteRef):
        return f"[^{names.get(part.id, '?')}]"
    text = part.text
    for mark in part.marks:
        sign = _SIGNS.get(mark.type, "")
        text = f"[{text}]({mark.href})" if mark.href else f"{sign}{text}{sign}"
    return text


def _notice(notice: Notice) -> str:
    values = {key: value for key, value in notice.values.items() if key != "line"}
    said = ", ".join(map(str, values.values()))
    return f"{notice.values.get('line', '')} {notice.code}: {said}".rstrip(": ").strip()
