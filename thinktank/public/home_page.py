"""The front page of a language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.safestring import SafeString

from thinktank.language.folding import fold
from thinktank.reference.models import Topic

from . import filed, languages
from .addresses import home_path
from .destinations import Destination
from .drawn import series_plate
from .frame import Frame, respond
from .front import front
from .references import Reference, reference

PLATES = 5
"""How many series are shown with a plate: as many as stand in one row."""

Block = Callable[[str], Any]
"""What makes a block of the front page of a language; without one it gives None."""

_blocks: dict[str, Block] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """A series with its plate, and what its newest issue bears or how much it holds."""

    link: Reference
    plate: SafeString
    issue: str
    count: int


@dataclass(frozen=True, slots=True)
class TopicLine:
    link: Reference
    count: int


def add_block(name: str, build: Block) -> None:
    """Called by a content app when it is ready; templates know the block by `name`."""
    _blocks[name] = build


def home_page(language: str) -> HttpResponse:
    """Costs the query for the counter of changes, while nothing changes."""
    frame, shown = _frame(language), front(language)
    series = _series(language)
    strip = frame.furniture.strip
    context = {
        "front": shown,
        "elsewhere": [] if shown.first else _elsewhere(frame),
        "strip": [row for row in strip if row.edition.item_id not in shown.items],
        "series": series[:PLATES],
        "more_series": series[PLATES:],
        "topics": _topics(language),
        **{name: build(language) for name, build in _blocks.items()},
    }
    return respond("home.html", frame, context)


def _elsewhere(frame: Frame) -> list[Destination]:
    """The front pages that have something to read."""
    return [other for other in frame.other_versions if front(other.language).first]


def _frame(language: str) -> Frame:
    return Frame(
        language,
        "",
        path=home_path(language),
        section="home",
        versions={code: home_path(code) for code in languages.codes()},
        negotiated="/",
    )


def _series(language: str) -> list[Row]:
    """The series and periodicals of which something can be read, in their order.

    The plate of every third is drawn on a pale field.
    """
    return [
        Row(
            reference(series, language),
            series_plate(series, language, "full" if place % 3 else "reverse"),
            series.issue,
            series.count,
        )
        for place, series in enumerate(filed.series_named(language), start=1)
    ]


def _topics(language: str) -> list[TopicLine]:
    """The topics at the top of the tree under which something can be read, by name."""
    lines = [
        TopicLine(reference(row.record, language), row.count)
        for row in filed.filed_under(Topic, language)
        if not row.depth
    ]
    return sorted(lines, key=lambda line: fold(line.link.name.text))
