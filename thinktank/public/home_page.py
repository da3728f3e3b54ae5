"""The front page of a language: what editors chose, then the newest; what is coming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString

from thinktank import house
from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.editorial.models import (
    Edition,
    EditionLink,
    EditionTopic,
    LinkKind,
)
from thinktank.language.dates import format_range
from thinktank.language.folding import fold
from thinktank.reference.models import Named, Topic

from . import filed, languages
from .addresses import home_path
from .drawn import series_plate
from .frame import Frame, respond
from .models import HomeSlot
from .references import Reference, reference
from .teasers import Teaser, teasers, types_of

WIDE, PLAIN, COMING = 2, 4, 3
"""How many follow the first with their summaries, how many with a headline, and how
many events are announced."""


@dataclass(frozen=True, slots=True)
class Coming:
    """An event that is running or ahead, with its days in words."""

    teaser: Teaser
    days: str
    running: bool

    @property
    def first_day(self) -> date:
        return _day(self.teaser.edition.starts_at)


def home_page(language: str) -> HttpResponse:
    """Costs eight queries at most, and what its furniture costs."""
    chosen = _chosen(language)
    events = _coming(language)
    known = types_of(kinds.codes())
    rows = teasers([*chosen, *events], language, known)
    leading, coming = rows[: len(chosen)], rows[len(chosen) :]
    context = {
        "first": leading[0] if leading else None,
        "wide": leading[1 : 1 + WIDE],
        "plain": leading[1 + WIDE :],
        "coming": [_announced(teaser, language) for teaser in coming],
        "series": _series(language),
        "topics": _topics(language),
    }
    return respond("home.html", _frame(language), context)


def _frame(language: str) -> Frame:
    return Frame(
        language,
        "",
        path=home_path(language),
        section="home",
        versions={code: home_path(code) for code in languages.codes()},
        negotiated="/",
    )


def _chosen(language: str) -> list[Edition]:
    """What editors put there for now, in their order, then the newest."""
    live = Edition.objects.live().filter(language=language)
    wanted = 1 + WIDE + PLAIN
    places = slots(language)
    live = live.select_related("cover")
    found = {row.item_id: row for row in live.filter(item_id__in=places)[:wanted]}
    chosen = [found[pk] for pk in places if pk in found][:wanted]
    newest = live.filter(kind__in=kinds.leading()).newest_first()[:wanted]
    rest = [row for row in newest if row.item_id not in found]
    return [*chosen, *rest][:wanted]


@remembered
def slots(language: str) -> tuple[int, ...]:
    """The items that hold a slot of the front page now, in order, each once."""
    rows = HomeSlot.objects.filter(language=language)
    showing = (row.item_id for row in rows if row.shows())
    return tuple(dict.fromkeys(showing))


def _coming(language: str) -> list[Edition]:
    """The events that are not over, soonest first; what is a part of one stands there.

    Costs one query.
    """
    parts = EditionLink.objects.filter(kind=LinkKind.PART_OF).values("edition_id")
    live = Edition.objects.live().filter(language=language, starts_at__isnull=False)
    ahead = live.filter(ends_at__gt=timezone.now(), status="scheduled")
    return list(ahead.exclude(pk__in=parts).order_by("starts_at", "id")[:COMING])


def _announced(teaser: Teaser, language: str) -> Coming:
    edition = teaser.edition
    assert edition.starts_at is not None
    assert edition.ends_at is not None
    last = _day(edition.ends_at - timedelta.resolution)
    style = house.current().style
    days = format_range(_day(edition.starts_at), last, language, style)
    return Coming(teaser, days, running=edition.starts_at <= timezone.now())


def _day(instant: datetime | None) -> date:
    return timezone.localdate(instant, house.current().zone)


@remembered
def _topics(language: str) -> tuple[Reference, ...]:
    """The topics under which something can be read, by name."""
    live = Edition.objects.live().filter(language=language)
    used = EditionTopic.objects.filter(edition__in=live).values("topic_id")
    return _by_name(list(Topic.objects.filter(pk__in=used)), language)


def _series(language: str) -> list[tuple[Reference, SafeString]]:
    """The series and periodicals of which something can be read, in their order.

    The plate of every third is drawn on a pale field.
    """
    return [
        (
            reference(series, language),
            series_plate(series, language, "full" if place % 3 else "reverse"),
        )
        for place, series in enumerate(filed.series_named(language), start=1)
    ]


def _by_name(records: Sequence[Named], language: str) -> tuple[Reference, ...]:
    links = [reference(record, language) for record in records]
    return tuple(sorted(links, key=lambda link: fold(link.name.text)))
