"""What the front page says of events: a fair, and what else is on or comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from thinktank.changes.cache import remembered
from thinktank.editorial.models import Edition, EventStatus, LinkKind
from thinktank.public.pictures import picture
from thinktank.public.teasers import Teaser, teasers, types_of

from .event_page import edition_number, own_of, people_of, with_facts
from .launched import Title
from .list_page import Row, on_their_own, row
from .models import Event, EventType

COMING = 3
"""How many events are announced beside a fair."""
MOST_AHEAD = 30
"""Among so many that are ahead a fair is looked for."""
COVERS = 3


@dataclass(frozen=True, slots=True)
class Announced:
    """A fair, if one is ahead, with the covers of what is launched there; and the
    other events, soonest first."""

    fair: Teaser | None
    covers: Sequence[Title]
    others: Sequence[Teaser]


@dataclass(frozen=True, slots=True)
class Coming:
    """The same as it stands now; the words are those of the active language."""

    language: str
    fair: Row | None
    covers: Sequence[Title]
    others: Sequence[Row]

    @property
    def edition_number(self) -> str:
        """Which edition of the fair this is, in words, or nothing."""
        if not self.fair:
            return ""
        return edition_number(own_of(self.fair.teaser.edition), self.language)


def coming(language: str) -> Coming:
    """Costs nothing while the process remembers what is announced."""
    told, now = announced(language), timezone.now()
    return Coming(
        language,
        row(told.fair, now) if told.fair else None,
        told.covers,
        [row(teaser, now) for teaser in told.others],
    )


@remembered
def announced(language: str) -> Announced:
    """Costs five queries; the instants at which events end are expected."""
    live = Edition.objects.live().filter(language=language, kind=Event.KIND)
    ahead = live.filter(ends_at__gt=timezone.now(), status=EventStatus.SCHEDULED)
    events = with_facts(on_their_own(ahead, language)).order_by("starts_at", "item_id")
    rows = list(events[:MOST_AHEAD])
    fair = next((event for event in rows if event.type == EventType.FAIR), None)
    others = [event for event in rows if event is not fair][:COMING]
    shown = teasers(
        [*([fair] if fair else []), *others], language, types_of([Event.KIND])
    )
    return Announced(
        shown[0] if fair else None,
        _covers(fair, language) if fair else (),
        shown[1:] if fair else shown,
    )


def _covers(fair: Edition, language: str) -> list[Title]:
    """Of the first titles launched there that can be read, with their authors; in
    this language, or else in another one. Costs two queries."""
    assert fair.revision is not None
    links = fair.revision.facts["links"]
    numbers = [number for way, number, _order in links if way == LinkKind.LAUNCHED]
    live = Edition.objects.live().filter(item_id__in=numbers).select_related("cover")
    found: dict[int, Edition] = {}
    for edition in live:
        if edition.item_id not in found or edition.language == language:
            found[edition.item_id] = edition
    launched = [found[number] for number in numbers if number in found][:COVERS]
    people = people_of(launched)
    return [
        Title(
            Teaser(edition, language),
            picture=picture(edition.cover, language) if edition.cover else None,
        ).by(people.get(edition.pk, []))
        for edition in launched
    ]
