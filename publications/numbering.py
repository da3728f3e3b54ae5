"""Where a publication stands in its series, and what stands before and after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, Subquery

from thinktank.editorial.models import Edition, EditionSeries
from thinktank.language.numbers import leading_number
from thinktank.public.item_page import ItemPage
from thinktank.public.references import Reference, reference
from thinktank.reference.models import Series

from .models import Form


@dataclass(frozen=True, slots=True)
class Numbered:
    """An edition and its number in a series, as printed; the number may be empty."""

    edition: Edition
    number: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a series or periodical, named in the page's language."""

    series: Reference
    periodical: bool
    number: str
    issn: str
    issn_online: str
    before: Numbered | None = None
    after: Numbered | None = None

    @property
    def steps(self) -> bool:
        return bool(self.before or self.after)


def places(page: ItemPage, issue: Edition | None) -> tuple[Place | None, Place | None]:
    """The place of the page's own edition, and that of the issue it appeared in.

    Costs one query, or none for what is neither numbered nor in an issue.
    """
    own = page.revision.facts["own"]
    if not own.get("series") and issue is None:
        return None, None
    rows = list(_rows(page, issue))
    of_issue = next((row for row in rows if issue and row.edition_id == issue.pk), None)
    there = _place(of_issue.series, of_issue.number, page) if of_issue else None
    return _own_place(page, [row for row in rows if row is not of_issue]), there


def _own_place(page: ItemPage, rows: list[EditionSeries]) -> Place | None:
    own = page.revision.facts["own"]
    if not own.get("series"):
        return None
    named = next((row.series for row in rows if row.series_id == own["series"]), None)
    # Previewed before anything of its series is public, it finds no row.
    series = named or Series.objects.get(pk=own["series"])
    others = [row for row in rows if row.edition.item_id != page.edition.item_id]
    here = _order(own["series_number"], page.edition.item_id)
    before = [row for row in others if _order(row.number, row.edition.item_id) < here]
    after = [row for row in others if row not in before]
    return _place(series, own["series_number"], page, before, after)


def _place(
    series: Series,
    number: str,
    page: ItemPage,
    before: Iterable[EditionSeries] = (),
    after: Iterable[EditionSeries] = (),
) -> Place:
    return Place(
        series=reference(series, page.language),
        periodical=series.form == Series.Form.PERIODICAL,
        number=number,
        issn=series.issn,
        issn_online=series.issn_online,
        before=_numbered(before),
        after=_numbered(after),
    )


def _numbered(rows: Iterable[EditionSeries]) -> Numbered | None:
    return next((Numbered(row.edition, row.number) for row in rows), None)


def _rows(page: ItemPage, issue: Edition | None) -> Any:
    """The rows of this edition, of its issue, and of its neighbours in its series."""
    known = [edition.pk for edition in (page.edition, issue) if edition and edition.pk]
    wanted = Q(edition_id__in=known)
    own = page.revision.facts["own"]
    if own.get("series"):
        here = _order(own["series_number"], page.edition.item_id)
        before, after = _neighbours(page, own["series"], here)
        wanted |= Q(edition_id=Subquery(before)) | Q(edition_id=Subquery(after))
    rows = EditionSeries.objects.filter(wanted, edition__in=Edition.objects.live())
    return rows.select_related("series", "edition")


def _neighbours(page: ItemPage, series: int, here: tuple[int, int]) -> tuple[Any, Any]:
    """The live editions next to a place: by position, then by the item's number."""
    live = Edition.objects.live().filter(language=page.language)
    form = page.teaser.type.form if page.teaser.type else ""
    if form == Form.ISSUE:  # a periodical may count its articles in its name, too
        live = live.filter(type__in=_types(page, Form.ISSUE))
    rows = EditionSeries.objects.filter(series_id=series, edition__in=live)
    position, number = here
    lower = Q(position=position, edition__item_id__lt=number)
    higher = Q(position=position, edition__item_id__gt=number)
    before = rows.filter(Q(position__lt=position) | lower)
    after = rows.filter(Q(position__gt=position) | higher)
    return (
        before.order_by("-position", "-edition__item_id").values("edition_id")[:1],
        after.order_by("position", "edition__item_id").values("edition_id")[:1],
    )


def _types(page: ItemPage, form: str) -> list[str]:
    kind = page.edition.kind
    return [c for (k, c), type in page.types.items() if k == kind and type.form == form]


def _order(number: str, item: int) -> tuple[int, int]:
    return leading_number(number), item
