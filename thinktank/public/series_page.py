"""The page of a series: its publications in their order, or a periodical's issues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from thinktank.editorial import kinds
from thinktank.editorial.models import Edition, EditionSeries
from thinktank.reference.models import Series

from . import filed
from .addresses import reference_path
from .drawn import series_plate
from .frame import respond
from .reference_page import about, address, find, frame_of
from .shelf import LENGTH
from .teasers import Teaser, Types, teasers, types_of
from .wording import Wording, named, worded

FORM = re.compile(r"(0|[1-9][0-9]{0,8})-([1-9][0-9]{0,17})")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a series: the row after this position and this item."""

    position: int
    number: int

    @classmethod
    def read(cls, written: str | None) -> Place | None:
        """From an address; None for None. Raises Http404 for what is no place."""
        if written is None:
            return None
        match = FORM.fullmatch(written)
        if match is None:
            raise Http404
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.position}-{self.number}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A publication and its number in the series, as printed."""

    teaser: Teaser
    number: str


@dataclass(frozen=True, slots=True)
class Editor:
    """Named with a title; `path` is empty while nothing live names the person."""

    name: Wording
    path: str


def series_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    """A series begins with its first number, a periodical with its newest issue.

    `?after=POSITION-ITEM` goes on from there.
    """
    found = find(Series, number, EditionSeries.objects.filter(series_id=number))
    redirect = address(request, found, language, slug)
    if redirect:
        return redirect
    series, after = found.record, Place.read(request.GET.get("after"))
    types = types_of(kinds.codes())
    backwards = series.form == Series.Form.PERIODICAL
    rows = _rows(series, language, types)
    part = list(_cut(rows, after, backwards)[: LENGTH + 1])
    shown = part[:LENGTH]
    context = {
        "name": named(series, language),
        "about": about(series, language),
        "plate": _plate(series, language),
        "series": series,
        "editor": _editor(series, language),
        "frequency": series.text_in(language, "frequency"),
        "issued": backwards,
        "rows": _numbered(shown, language, types),
        "first": after is None,
        "next": _place(shown[-1]) if len(part) > LENGTH else None,
    }
    frame = frame_of(found, language, indexed=after is None)
    return respond("series.html", frame, context)


def _rows(series: Series, language: str, types: Types) -> Any:
    live = Edition.objects.live().filter(language=language)
    if series.form == Series.Form.PERIODICAL:
        issues = [
            code for (_kind, code), type in types.items() if type.form == filed.ISSUE
        ]
        live = live.filter(type__in=issues)
    rows = EditionSeries.objects.filter(series_id=series.pk, edition__in=live)
    return rows.select_related("edition__cover")


def _plate(series: Series, language: str) -> SafeString:
    live = {each.pk: each for each in filed.series_named(language)}
    return series_plate(live.get(series.pk, series), language)


def _editor(series: Series, language: str) -> Editor | None:
    """Who edits the periodical today."""
    person = series.editor
    if person is None:
        return None
    readable = any(each.pk == person.pk for each in filed.people_named(language))
    path = reference_path(person, language) if readable else ""
    return Editor(worded(person.full_name_in, language), path)


def _cut(rows: Any, after: Place | None, backwards: bool) -> Any:
    """The rows from a place on, in the order of the series or against it."""
    sign, beyond = ("-", "lt") if backwards else ("", "gt")
    if after:
        rows = rows.filter(
            Q(**{f"position__{beyond}": after.position})
            | Q(**{f"edition__item_id__{beyond}": after.number}),
            **{f"position__{beyond}e": after.position},
        )
    return rows.order_by(f"{sign}position", f"{sign}edition__item_id")


def _place(row: EditionSeries) -> Place:
    return Place(row.position, row.edition.item_id)


def _numbered(rows: list[EditionSeries], language: str, types: Types) -> list[Numbered]:
    shown = teasers([row.edition for row in rows], language, types)
    return [
        Numbered(teaser, row.number) for teaser, row in zip(shown, rows, strict=True)
    ]
