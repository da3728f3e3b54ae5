"""The skeleton of a Document: contents, fingerprints and counts are made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Document, Point, Section, plain

_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class OutlinePoint:
    """A numbered point; its title is plain text and may be empty."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section; its heading is plain text, empty for an unheaded conclusion."""

    id: str
    heading: str
    points: tuple[OutlinePoint, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a document, and whether notes follow them."""

    sections: tuple[OutlineSection, ...]
    has_notes: bool


def outline(document: Document) -> Outline:
    """Headings and titles without marks and note calls, with their identifiers."""
    return Outline(tuple(map(_section, document.sections)), bool(document.notes))


def shape(document: Document) -> list[int]:
    """How many points each headed section has, in order."""
    return [len(part.points) for part in document.sections if part.heading]


def words(document: Document) -> int:
    """How many words a reader meets, headings and tables included, notes not."""
    return sum(len(_WORD.findall(plain(inlines))) for inlines in document.texts())


def _section(section: Section) -> OutlineSection:
    points = tuple(map(_point, section.points))
    return OutlineSection(section.id, plain(section.heading), points)


def _point(point: Point) -> OutlinePoint:
    return OutlinePoint(point.id, plain(point.title))
