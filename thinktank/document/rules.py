"""What must hold in a Document beyond the shape of its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .model import Document, Figure, NoteRef, Panel, Point, Section, Table, plain
from .normalform import normal_inlines
from .panels import miscount
from .places import placed_blocks, placed_texts
from .reading import Problem

LONGEST = 2_000_000
"""Characters in all texts of a document together."""
MOST_BLOCKS = 2_000
"""Blocks, points and notes of a document together."""


def rule_problems(document: Document) -> list[Problem]:
    """Everything that breaks a rule, rule by rule."""
    return [
        *_sizes(document),
        *_identifiers(document),
        *_sections(document),
        *_blocks(document),
        *_texts(document),
        *_calls(document),
        *_notes(document),
    ]


def _sizes(document: Document) -> Iterator[Problem]:
    texts = [plain(inlines) for _place, inlines in placed_texts(document)]
    points = sum(len(section.points) for section in document.sections)
    blocks = sum(1 for _block in document.blocks())
    if sum(map(len, texts)) > LONGEST:
        yield Problem("too-long", "", {"limit": LONGEST})
    if blocks + points + len(document.notes) > MOST_BLOCKS:
        yield Problem("too-many", "", {"limit": MOST_BLOCKS})


def _identifiers(document: Document) -> Iterator[Problem]:
    sections = document.sections
    ids = [section.id for section in sections]
    ids += [point.id for section in sections for point in section.points]
    for id, count in Counter(ids).items():
        if count > 1:
            yield Problem("duplicate-id", "", {"id": id})


def _sections(document: Document) -> Iterator[Problem]:
    for s, section in enumerate(document.sections):
        place = f"sections[{s}]"
        if not section.heading:
            yield from _unheaded(section, place, section is document.sections[-1])
        for p, point in enumerate(section.points):
            yield from _point(point, f"{place}.points[{p}]")


def _unheaded(section: Section, place: str, is_last: bool) -> Iterator[Problem]:
    if not is_last or section.points:
        yield Problem("unheaded-section", place)
    elif not section.blocks:
        yield Problem("empty-section", place)


def _point(point: Point, place: str) -> Iterator[Problem]:
    if not point.title and not point.blocks:
        yield Problem("empty-point", place)
    if plain(point.title).rstrip().endswith(":"):
        yield Problem("title-colon", f"{place}.title")


def _blocks(document: Document) -> Iterator[Problem]:
    for place, block in placed_blocks(document):
        if isinstance(block, Table):
            yield from _widths(block, place)
        if isinstance(block, Panel) and (wrong := miscount(block)):
            code, values = wrong
            yield Problem(code, place, values)
        if isinstance(block, Figure) and block.alt != block.alt.strip():
            yield Problem("untidy-text", place)


def _widths(table: Table, place: str) -> Iterator[Problem]:
    expected = len(table.header or table.rows[0])
    for row in table.rows:
        if len(row) != expected:
            values = {"found": len(row), "expected": expected}
            yield Problem("table-width", place, values)


def _texts(document: Document) -> Iterator[Problem]:
    for place, inlines in placed_texts(document):
        if normal_inlines(inlines) != inlines:
            yield Problem("untidy-text", place)


def _calls(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, inlines in placed_texts(document):
        is_note = place.startswith("notes.")
        for part in inlines:
            if isinstance(part, NoteRef):
                if code := _call_problem(part.id, is_note, seen, document):
                    yield Problem(code, place, {"id": part.id})
                seen.add(part.id)


def _call_problem(
    id: str, is_note: bool, seen: set[str], document: Document
) -> str | None:
    if is_note:
        return "note-in-note"
    if id not in document.notes:
        return "missing-note"
    return "note-called-twice" if id in seen else None


def _notes(document: Document) -> Iterator[Problem]:
    for id in document.notes.keys() - set(document.note_calls()):
        yield Problem("uncalled-note", f"notes.{id}", {"id": id})
