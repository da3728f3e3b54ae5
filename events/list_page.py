"""The list of events in one language: what is on, what comes, what was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Edition, EditionLink, LinkKind
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.public import filters, languages
from thinktank.public.addresses import list_path
from thinktank.public.destinations import kind_name
from thinktank.public.frame import Frame, respond
from thinktank.public.list_page import title_of
from thinktank.public.moments import Moment
from thinktank.public.shelf import LENGTH
from thinktank.public.teasers import Teaser, teasers
from thinktank.public.wording import Wording, worded

from . import states
from .choosing import Choosing, choices
from .event_page import own_of, with_facts
from .models import Event
from .states import Badge
from .when import Phase, When
from .where import Where

MOST_AHEAD = 100
"""As many as one page can show; no centre has announced more."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the list."""

    teaser: Teaser
    when: When
    where: Where

    @property
    def badge(self) -> Badge | None:
        return states.badge(self.when)


@dataclass(frozen=True, slots=True)
class Pages:
    """The way from one page of the list to the others."""

    first: bool
    newest: str
    older: str


def event_list(request: HttpRequest, language: str) -> HttpResponse:
    """A type, a year and records narrow it (see `Choosing`); `?before=DATE-NUMBER`
    goes on among what is past. Costs six queries."""
    types = kinds.types(Event.KIND)
    choosing = Choosing.read(request.GET, types)
    facets = filters.record_facets(language, Event.KIND, dict(choosing.records))
    choosing = replace(choosing, records=tuple(filters.used_of(facets).items()))
    before = Moment.read(request.GET.get("before"))
    live = Edition.objects.live().filter(language=language, kind=Event.KIND)
    asked = choosing.type or choosing.records
    events = choosing.narrow(live if asked else on_their_own(live, language))
    events = filters.narrow(events, facets)
    now = timezone.now()
    ahead = [] if before else list(_ahead(events, now))
    past = list(_past(events, now, before))
    rows = _rows([*ahead, *past[:LENGTH]], language, types, now)
    older = _after(past[LENGTH - 1]) if len(past) > LENGTH else None
    heading = _heading(language, types.get(choosing.type))
    narrowed = [option.name for facet in facets for option in facet.chosen]
    whole = list_path(language, Event.KIND)
    context = {
        "heading": heading,
        "narrowed": narrowed,
        "groups": _by_phase(rows),
        "choices": choices(live, language, types, choosing),
        "facets": [facet for facet in facets if facet.offered],
        "whole": whole,
        "beside": choosing.kept,
        "kept": choosing.query,
        "chips": filters.chips(facets, whole, choosing.kept),
        "pages": Pages(
            first=before is None,
            newest=choosing.path(language),
            older=choosing.path(language, older) if older else "",
        ),
    }
    frame = Frame(
        language,
        title_of(heading, narrowed),
        path=choosing.path(language),
        section=Event.KIND,
        versions={code: choosing.path(code) for code in languages.codes()},
        indexed=before is None and not choosing.records,
    )
    return respond("events.html", frame, context)


def on_their_own(live: EditionQuerySet, language: str) -> EditionQuerySet:
    """Without the parts of what can be read itself in this language."""
    whole = Edition.objects.live().filter(
        language=language, item_id=OuterRef("target_id")
    )
    part = EditionLink.objects.filter(
        Exists(whole), edition_id=OuterRef("pk"), kind=LinkKind.PART_OF
    )
    return live.exclude(Exists(part))


def _ahead(events: EditionQuerySet, now: datetime) -> EditionQuerySet:
    """What is on and what comes, soonest first."""
    coming = with_facts(events.filter(ends_at__gt=now))
    return coming.order_by("starts_at", "item_id")[:MOST_AHEAD]


def _past(
    events: EditionQuerySet, now: datetime, before: Moment | None
) -> EditionQuerySet:
    """A page of what is over and one row more, newest first.

    The item's number breaks ties: an edition's own changes when it is re-issued.
    """
    past = with_facts(events.filter(ends_at__lte=now))
    if before:
        past = past.filter(before.older_by("starts_at"))
    return past.order_by("-starts_at", "-item_id")[: LENGTH + 1]


def _after(edition: Edition) -> Moment:
    assert edition.starts_at is not None
    return Moment(edition.starts_at, edition.item_id)


def _rows(
    editions: Sequence[Edition],
    language: str,
    types: Mapping[str, TypeName],
    now: datetime,
) -> list[Row]:
    labels = {(Event.KIND, code): label for code, label in types.items()}
    return [row(teaser, now) for teaser in teasers(editions, language, labels)]


def row(teaser: Teaser, now: datetime) -> Row:
    """Of an event that came `with_facts`."""
    own, language = own_of(teaser.edition), teaser.edition.language
    return Row(teaser, When.of(own, language, now), Where.of(own, language))


def _by_phase(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """What is on, what comes and what was, each in the order of the rows."""
    return {phase.value: [r for r in rows if r.when.phase is phase] for phase in Phase}


def _heading(language: str, type: TypeName | None) -> Wording:
    if type:
        return worded(type.plural_in, language)
    return Wording(kind_name(Event.KIND), language)
