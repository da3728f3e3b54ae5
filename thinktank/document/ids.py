"""Identifiers of sections, points and notes: "s-k3f9", "p-x2ab", "n-1a2b"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import blake2b

from .alignment import is_near, pair
from .model import Document, Inlines, NoteRef, Point, Section, plain

Named = tuple[str, str]
"""An identifier and the text it stands for."""

_LETTERS = "0123456789bcdfghjklmnpqrstvwxz"  # no vowels, so that no word appears
_LENGTH = 4
_ID = re.compile(r"([spn])-[a-z0-9]{4,32}")


def is_id(text: str, prefix: str) -> bool:
    """Whether it is an identifier of this kind: "s", "p" or "n"."""
    found = _ID.fullmatch(text)
    return found is not None and found[1] == prefix


def new_id(prefix: str, taken: Collection[str], seed: str = "") -> str:
    """An identifier that is not `taken`: the same one for the same arguments.

    `seed` is the text it will name. Reading one manuscript twice thus gives one set
    of identifiers, and a new text does not inherit those of a deleted one.
    """
    attempt = 0
    while (found := f"{prefix}-{_digest(f'{attempt} {seed}')}") in taken:
        attempt += 1
    return found


def _digest(text: str) -> str:
    number = int.from_bytes(blake2b(text.encode("utf-8", "replace")).digest())
    letters = ""
    for _ in range(_LENGTH):
        number, index = divmod(number, len(_LETTERS))
        letters += _LETTERS[index]
    return letters


def identify(document: Document, like: Document | None = None) -> Document:
    """The document with identifiers for every section, point and note lacking one.

    What is no identifier, such as "" or the label "1" of a note, counts as lacking;
    so does the second use of one. New identifiers are those of `like` where its text
    is the same or near, so that permalinks outlive a manuscript that comes again.
    """
    model = like or Document(document.language)
    notes = _notes(document, model)
    renamed = document.mapped(lambda inlines: _recalled(inlines, notes))
    named = {notes[id]: text for id, text in renamed.notes.items()}
    return replace(renamed, notes=named, sections=_sections(renamed, model))


def _recalled(inlines: Inlines, notes: dict[str, str]) -> Inlines:
    return tuple(
        NoteRef(notes.get(part.id, part.id)) if isinstance(part, NoteRef) else part
        for part in inlines
    )


def _notes(document: Document, like: Document) -> dict[str, str]:
    mine = [(label, plain(text)) for label, text in document.notes.items()]
    theirs = [(id, plain(text)) for id, text in like.notes.items()]
    return dict(zip(document.notes, _identified("n", mine, theirs), strict=True))


def _sections(document: Document, like: Document) -> tuple[Section, ...]:
    sections, points = document.sections, _points(document)
    section_ids = _identified("s", _named(sections), _named(like.sections))
    point_ids = iter(_identified("p", _named(points), _named(_points(like))))
    return tuple(
        replace(
            section,
            id=id,
            points=tuple(replace(p, id=next(point_ids)) for p in section.points),
        )
        for section, id in zip(sections, section_ids, strict=True)
    )


def _points(document: Document) -> list[Point]:
    return [point for section in document.sections for point in section.points]


def _named(parts: Iterable[Section | Point]) -> list[Named]:
    return [(part.id, _label(part)) for part in parts]


def _label(part: Section | Point) -> str:
    """What a part is known by: its heading or title, else its first text."""
    return next(filter(None, map(plain, part.texts())), "")


def _identified(prefix: str, mine: list[Named], theirs: list[Named]) -> list[str]:
    """One identifier for each of `mine`: its own, that of its double, or a new one."""
    ids = _own(prefix, [id for id, _label in mine])
    taken = set(filter(None, ids))
    free = [(id, label) for id, label in theirs if id not in taken]
    lacking = [index for index, id in enumerate(ids) if not id]
    labels = [mine[index][1] for index in lacking]
    doubles, seen = _doubles(labels, free), Counter[str]()
    for index, label, double in zip(lacking, labels, doubles, strict=True):
        seen[label] += 1
        ids[index] = double or new_id(prefix, taken, f"{seen[label]} {label}")
        taken.add(ids[index])
    return ids


def _own(prefix: str, ids: list[str]) -> list[str]:
    """The sound identifiers, each at its first use; "" elsewhere."""
    seen: set[str] = set()
    own = []
    for id in ids:
        own.append(id if is_id(id, prefix) and id not in seen else "")
        seen.add(id)
    return own


def _doubles(labels: list[str], free: list[Named]) -> list[str]:
    """The identifier of the same or a near text for each label, "" for none."""
    found = [""] * len(labels)
    for old, new in pair([label for _id, label in free], labels, is_near):
        if old is not None and new is not None:
            found[new] = free[old][0]
    moved = {label: id for id, label in free if id not in found}
    return [id or moved.pop(label, "") for id, label in zip(found, labels, strict=True)]
