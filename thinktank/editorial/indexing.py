"""Putting editions into the index of the search, and keeping it in step.

Whatever is or may yet become public is in it, each edition under its id: a search
joins `Edition.objects.live()`, so that nobody need wake at the instant of a
scheduled one. What has ended is taken out by the next verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank.document.model import plain
from thinktank.reference.models import Named, Person, Region, Topic
from thinktank.search import index, synonyms
from thinktank.search.entries import Entry, Said
from thinktank.search.models import Synonym

from . import rows
from .models import Edition, Item

BATCH = 200
"""Editions read, analysed and stored at a time."""
Bearers = tuple[list[Person], list[Named]]
"""The people named on an edition, and what it is filed under."""
NAMED = {"people": Person, "topics": Topic, "regions": Region}
"""What an edition can be found by the name of, by the relation to it."""
_COLUMNS = {name: f"{model._meta.model_name}_id" for name, model in NAMED.items()}


def wanted(at: datetime | None = None) -> models.QuerySet[Edition]:
    """The editions that belong into the index, by ascending id."""
    then = at or timezone.now()
    open_or_ahead = Q(live_until__isnull=True) | Q(live_until__gt=then)
    texts = Edition.objects.filter(open_or_ahead, notice="")
    return texts.exclude(suppressed_at__isnull=False).order_by("pk")


def follow(
    chain: Iterable[Edition],
    filled: Mapping[int, rows.Children],
    gone: Iterable[int],
    now: datetime,
) -> None:
    """Bring the index in step with a chain, of which `filled` was written anew: what
    hangs on each edition by its id. Costs a query for each kind of name."""
    over = [row.pk for row in chain if _is_over(row, now)]
    fresh = [row for row in chain if row.pk in filled and row.pk not in over]
    index.drop([*over, *gone])
    index.put(_entries(fresh, _known({row.pk: filled[row.pk] for row in fresh})))


def again(editions: models.QuerySet[Edition]) -> None:
    """Store these anew."""
    _lock_items(editions.values("item_id"))
    for entries in expected(editions):
        index.put(entries)


def rebuild() -> Iterator[tuple[int, int]]:
    """Store what is missing or differs; yields how many editions each batch was, and
    how many of them were stored. Each batch is a transaction, and may be the last."""
    _rename()
    known: set[Said] = set()
    last = 0
    while batch := _rebuilt(last, known):
        last, looked_at, stored = batch
        yield looked_at, stored


@transaction.atomic
def _rename() -> None:
    """Store all names by which people and things are found."""
    names = _names()
    wrong = synonyms.differing(names)
    synonyms.drop(wrong)
    synonyms.put({source: names[source] for source in wrong if source in names})


def _names() -> dict[str, list[str]]:
    """Those that find each other, by their source."""
    people: Any = Person.objects.standing()
    named = {person_source(person): names_of(person) for person in people}
    return named | synonyms.named(Synonym.objects.all())


@transaction.atomic
def _rebuilt(after: int, known: set[Said]) -> tuple[int, int, int] | None:
    ahead = wanted().filter(pk__gt=after)
    found = list(ahead.values_list("pk", "item_id")[:BATCH])
    if not found:
        return None
    last = found[-1][0]
    _lock_items({number for _pk, number in found})
    batch = _batch(ahead.filter(pk__lte=last))
    entries = _entries(batch, {row.pk: _shown(row) for row in batch})
    stale = index.stale(entries, index.digests_of(entries))
    index.put({key: entries[key] for key in stale}, known)
    return last, len(batch), len(stale)


def _lock_items(numbers: Any) -> None:
    """Let a verb that is at work on one of these come before or after. Verbs lock in
    the same order."""
    items = Item.objects.filter(pk__in=numbers).order_by("pk")
    list(items.select_for_update(no_key=True).values_list("pk"))


def sweep() -> int:
    """Take out what does not belong into the index; how many that were."""
    strays = list(_strays(wanted()))
    index.drop(strays)
    return len(strays)


def differences() -> Iterator[str]:
    """A line for each edition that is missing, differs, or should not be there, and
    for each thing that is found by other names than its own.

    What has ended since the last verb may still be there: no search shows it.
    """
    for entries in expected(wanted()):
        for key in index.wrong(entries):
            yield _("Edition %(id)s: the index does not say what it says.") % {
                "id": key
            }
    texts = Edition.objects.filter(notice="", suppressed_at__isnull=True)
    for key in _strays(texts):
        yield _("Edition %(id)s: it must not be in the index.") % {"id": key}
    for source in synonyms.differing(_names()):
        yield _("%(source)s: searches know it by other names.") % {"source": source}


def _strays(editions: models.QuerySet[Edition]) -> Iterator[int]:
    """The keys in the index that are of none of these."""
    for stored in index.digests():
        known = editions.filter(pk__in=list(stored)).values_list("pk", flat=True)
        yield from sorted(set(stored).difference(known.order_by()))


def expected(editions: models.QuerySet[Edition]) -> Iterator[dict[int, Entry]]:
    """The entries that these should have, batch by batch."""
    for batch in batches(editions):
        yield _entries(batch, {row.pk: _shown(row) for row in batch})


def batches(editions: models.QuerySet[Edition]) -> Iterator[list[Edition]]:
    """By ascending id; what is written meanwhile is met once."""
    last = 0
    while batch := _batch(editions.filter(pk__gt=last)):
        yield batch
        last = batch[-1].pk


def _batch(editions: models.QuerySet[Edition]) -> list[Edition]:
    hanging = [f"{name}__{model._meta.model_name}" for name, model in NAMED.items()]
    found = editions.order_by("pk").select_related("revision")
    return list(found.prefetch_related(*hanging)[:BATCH])


def follow_name(record: models.Model) -> None:
    """Store anew what bears a name of this record, and those by which it is found."""
    if isinstance(record, Person):
        keep_names(record)
    for relation, model in NAMED.items():
        if isinstance(record, model):
            bearers = wanted().filter(
                **{f"{relation}__{_COLUMNS[relation]}": record.pk}
            )
            again(bearers)


def keep_names(person: Person) -> None:
    """Let all names of somebody find each other; all that it takes for somebody new."""
    synonyms.put({person_source(person): names_of(person)})


def forget_name(record: models.Model) -> None:
    """Somebody who was deleted, or merged into another, lends no names any more."""
    if isinstance(record, Person):
        synonyms.drop([person_source(record)])


def person_source(person: Person) -> str:
    return f"person:{person.pk}"


def names_of(person: Person) -> list[str]:
    """All by which somebody is known, in any language."""
    spellings = [*person.names().values(), *person.variants.splitlines()]
    return list(dict.fromkeys(filter(None, map(str.strip, spellings))))


def _is_over(row: Edition, now: datetime) -> bool:
    ended = row.live_until is not None and row.live_until <= now
    return ended or bool(row.notice) or row.suppressed_at is not None


def _entries(
    editions: Iterable[Edition], named: Mapping[int, Bearers]
) -> dict[int, Entry]:
    return {row.pk: entry(row, *named[row.pk]) for row in editions}


def entry(edition: Edition, people: list[Person], filed: list[Named]) -> Entry:
    """What readers may find it by; people by their names in every language."""
    assert edition.revision is not None
    document = edition.revision.document
    return Entry(
        title=f"{edition.kicker}\n{edition.headline}",
        people="\n".join(name for person in people for name in names_of(person)),
        topics="\n".join(record.name_in(edition.language) for record in filed),
        summary=edition.summary,
        body="\n".join(map(plain, document.texts())),
        notes="\n".join(map(plain, document.notes.values())),
    )


def _known(filled: Mapping[int, rows.Children]) -> dict[int, Bearers]:
    """What these rows, which are not read again, point at."""
    found = {
        name: model._default_manager.in_bulk(_ids(name, filled.values()))
        for name, model in NAMED.items()
    }
    return {
        key: _bearers(
            {name: [found[name][pk] for pk in _ids(name, [children])] for name in NAMED}
        )
        for key, children in filled.items()
    }


def _ids(name: str, filled: Iterable[rows.Children]) -> list[int]:
    column = _COLUMNS[name]
    named = (getattr(row, column) for each in filled for row in getattr(each, name))
    return list(dict.fromkeys(named))


def _shown(edition: Edition) -> Bearers:
    """What hangs on a stored edition, fetched before."""
    return _bearers(
        {
            name: [
                getattr(row, model._meta.model_name or "")
                for row in getattr(edition, name).all()
            ]
            for name, model in NAMED.items()
        }
    )


def _bearers(found: Mapping[str, list[Any]]) -> Bearers:
    """Each once: somebody may be the author and the editor."""
    people = dict.fromkeys(found["people"])
    return list(people), [*found["topics"], *found["regions"]]
