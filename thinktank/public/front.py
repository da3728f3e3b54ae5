"""What leads the front page of a language, and the newest of some types.

Made once and kept until something public changes: nothing in it asks the clock but
through `live()` and the slots, whose instants are expected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Edition
from thinktank.editorial.models.edition import EditionQuerySet

from . import filed
from .addresses import list_path
from .models import HomeSlot
from .teasers import Teaser, Types, teasers, types_of
from .wording import Wording, worded

WIDE, PLAIN = 2, 4
"""How many follow the first with their summaries, and how many with a headline."""
EVEN = 4
"""Up to so many follow the first as equals: beside two, one or two leave a hole."""
COLUMNS, HEADLINES = 4, 3
"""How many types have a column of their own, and how many headlines one holds."""
FEWEST = 3
"""With fewer headlines than this the columns are none: what they held is among the
latest."""

Key = tuple[str, str]
"""A kind and a type of it."""


@dataclass(frozen=True, slots=True)
class Column:
    """The newest of one type that stand nowhere else on the page."""

    name: Wording
    ink: str
    path: str
    count: int
    teasers: Sequence[Teaser]

    @property
    def more(self) -> bool:
        return self.count > len(self.teasers)


@dataclass(frozen=True, slots=True)
class Front:
    """No item stands twice in it; `all` is the list that it is the beginning of."""

    first: Teaser | None = None
    wide: Sequence[Teaser] = ()
    plain: Sequence[Teaser] = ()
    columns: Sequence[Column] = ()
    all: str = ""

    @property
    def items(self) -> set[int]:
        """The items that are shown."""
        first = [self.first] if self.first else []
        columns = (teaser for column in self.columns for teaser in column.teasers)
        shown = [*first, *self.wide, *self.plain, *columns]
        return {teaser.edition.item_id for teaser in shown}


@remembered
def front(language: str) -> Front:
    """Costs five queries, and one for the slots."""
    known = types_of(kinds.codes())
    chosen = _chosen(language)
    if not chosen:
        return Front()
    columns = _columns(_newest_of_types(language, chosen, known), known)
    few = [row for rows in columns.values() for row in rows]
    if len(few) < FEWEST:
        chosen, columns = [*chosen, *few], {}
    first, *latest = teasers(chosen, language, known)
    wide = len(latest) if len(latest) <= EVEN else WIDE
    return Front(
        first,
        latest[:wide],
        latest[wide:],
        [_column(key, rows, language, known) for key, rows in columns.items()],
        _whole(language, chosen),
    )


def _whole(language: str, chosen: Sequence[Edition]) -> str:
    """The list of what leads, if any of it does."""
    led = (kind for kind in kinds.leading() if any(kind == row.kind for row in chosen))
    kind = next(led, "")
    return list_path(language, kind) if kind else ""


def _chosen(language: str) -> list[Edition]:
    """What editors put there for now, in their order, then the newest."""
    live = Edition.objects.live().filter(language=language).select_related("cover")
    wanted = 1 + WIDE + PLAIN
    places = slots(language)
    # Cut where they are in order: how many slots there are is up to editors.
    found = {row.item_id: row for row in live.filter(item_id__in=places)}
    chosen = [found[pk] for pk in places if pk in found]
    newest = live.filter(kind__in=kinds.leading()).newest_first()[:wanted]
    rest = [row for row in newest if row.item_id not in found]
    return [*chosen, *rest][:wanted] or list(_anything(live)[:wanted])


def _anything(live: EditionQuerySet) -> EditionQuerySet:
    """For a centre that has no more than news: those lead, too."""
    listed = live.filter(kind__in=kinds.listed(), starts_at__isnull=True)
    return listed.newest_first()


@remembered
def slots(language: str) -> tuple[int, ...]:
    """The items that hold a slot of the front page now, in order, each once."""
    rows = HomeSlot.objects.filter(language=language)
    showing = (row.item_id for row in rows if row.shows())
    return tuple(dict.fromkeys(showing))


def _newest_of_types(
    language: str, shown: Sequence[Edition], known: Types
) -> dict[Key, list[Edition]]:
    """A few of each type that leads, without those shown already, the type whose
    newest is the newest first. Costs one query, whatever there is."""
    live = Edition.objects.live().filter(language=language)
    place = Window(
        RowNumber(),
        partition_by=["kind", "type"],
        order_by=[F("displayed_date").desc(), F("id").desc()],
    )
    others = live.filter(kind__in=kinds.leading()).exclude(
        item_id__in=[row.item_id for row in shown]
    )
    newest = others.annotate(place=place).filter(place__lte=HEADLINES)
    found: dict[Key, list[Edition]] = {}
    for row in live.filter(pk__in=newest.values("pk")).newest_first():
        if (row.kind, row.type) in known:
            found.setdefault((row.kind, row.type), []).append(row)
    return found


def _columns(
    found: Mapping[Key, list[Edition]], known: Types
) -> dict[Key, list[Edition]]:
    """The fullest columns, among these one of each ink before a second one, then the
    newest; in the order of the types."""
    left, chosen = list(found), list[Key]()
    while left and len(chosen) < COLUMNS:
        inks = {known[key].ink for key in chosen}
        best = max(left, key=lambda key: (len(found[key]), known[key].ink not in inks))
        left.remove(best)
        chosen.append(best)
    return {key: found[key] for key in known if key in chosen}


def _column(key: Key, rows: Sequence[Edition], language: str, known: Types) -> Column:
    kind, code = key
    type: TypeName = known[key]
    return Column(
        worded(type.plural_in, language),
        type.ink,
        list_path(language, kind, code),
        filed.count_of_type(language, kind, code),
        [Teaser(row, language, type) for row in rows],
    )
