"""Everything by year, and a year by month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thinktank.editorial import kinds
from thinktank.editorial.models import DatePrecision

from . import filed
from .errors import NotInThisLanguage
from .frame import Frame, respond
from .shelf import Position, shelf
from .teasers import Teaser, teasers, types_of


@dataclass(frozen=True, slots=True)
class Month:
    """What bears a date in one month; `first` is None when only the year is known."""

    first: date | None
    teasers: list[Teaser] = field(default_factory=list)


def archive_page(request: HttpRequest, language: str) -> HttpResponse:
    """The years with the number of items in each, newest first."""
    years = filed.years()
    links = [
        (year, count, year_path(language, year))
        for year, count in years.get(language, {}).items()
    ]
    versions = {code: archive_path(code) for code in years}
    frame = Frame(language, _("Archive"), archive_path(language), versions=versions)
    return respond("archive.html", frame, {"years": links})


def year_page(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """What bears a date in one year, by month, newest first."""
    years = filed.years()
    versions = {code: year_path(code, year) for code in years if year in years[code]}
    if language not in versions:
        raise NotInThisLanguage(language, versions) if versions else Http404
    live = filed.live_in(language).filter(displayed_date__year=year)
    page = shelf(live, Position.read(request.GET.get("before")))
    rows = teasers(page.editions, language, types_of(kinds.codes()))
    frame = Frame(
        language,
        _("Archive of %(year)s") % {"year": year},
        versions[language],
        versions=versions,
        indexed=page.first,
    )
    context = {
        "year": year,
        "years": [(each, year_path(language, each)) for each in years[language]],
        "archive": archive_path(language),
        "months": _months(rows),
        "shelf": page,
    }
    return respond("year.html", frame, context)


def archive_path(language: str) -> str:
    return reverse("archive", kwargs={"language": language})


def year_path(language: str, year: int) -> str:
    return reverse("year", kwargs={"language": language, "year": year})


def _months(rows: Iterable[Teaser]) -> list[Month]:
    found: dict[date | None, Month] = {}
    for teaser in rows:
        known = teaser.edition.date_precision != DatePrecision.YEAR
        first = teaser.edition.displayed_date.replace(day=1) if known else None
        found.setdefault(first, Month(first)).teasers.append(teaser)
    return list(found.values())
