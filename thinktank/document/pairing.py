"""Giving the two languages of one text the same ids where they match in structure."""

from __future__ import annotations

from dataclasses import replace

from .model import Document, Section


def paired(document: Document, other: Document) -> Document:
    """`document` with the ids of `other`, section by section in order.

    A section takes the other's id when both documents have as many sections; its
    points do so when both sections have as many points. Readers then keep their
    place when they change language. Ids of notes stay as they are.
    """
    if len(document.sections) != len(other.sections):
        return document
    pairs = zip(document.sections, other.sections, strict=True)
    return replace(document, sections=tuple(_section(*pair) for pair in pairs))


def _section(mine: Section, theirs: Section) -> Section:
    points = mine.points
    if len(points) == len(theirs.points):
        points = tuple(
            replace(point, id=twin.id)
            for point, twin in zip(points, theirs.points, strict=True)
        )
    return replace(mine, id=theirs.id, points=points)
