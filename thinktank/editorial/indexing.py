"""Putting editions into the index of the search, and keeping it in step.

Whatever is or may yet become public is in it, each edition under its id: a search
joins `Edition.objects.live()`, so that nobody need wake at the instant of a
scheduled one. What has ended is taken out by the next verb.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone

from thinktank import changes
from thinktank.document.model import plain
from thinktank.reference.models import Named, Person, Region, Topic
from thinktank.search import index, synonyms
from thinktank.search.entries import Entry, Row, Said

from . import rows
from .models import Edition, Item

BATCH = 50
"""Editions read, analysed and stored at a time."""
AT_ONCE = 100
"""Bearers of a new name that are stored by the transaction that gives it."""
TEXTS = ("language", "kicker", "headline", "summary", "revision__document")
Filed = Mapping[str, list[int]]
"""The keys of the records that an edition is found by the names of."""
Analysed = tuple[int, dict[int, Row]]
"""The rows that a batch should have, and before them `changes.current()` as it was
when they were not yet read."""
NAMED: dict[str, Any] = {"people": Person, "topics": Topic, "regions": Region}
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
    written = {row.pk: _written(filled[row.pk]) for row in fresh}
    index.put(_entries(fresh, written, _held))


def mend(editions: models.QuerySet[Edition]) -> Iterator[tuple[int, int]]:
    """Store those of these that are missing or differ; yields how many each batch was,
    and how many of them were stored. Each batch is a transaction of its own.

    What takes long is done before it begins: on SQLite nobody could write meanwhile.
    """
    yield from store(analysed(editions))


def analysed(editions: models.QuerySet[Edition]) -> Iterator[Analysed]:
    """What takes long of `mend`: it writes nothing, so others may do it beside."""
    change = changes.current()
    for batch in batches(editions):
        yield change, stored_as(batch)
        change = changes.current()


def store(ready: Iterable[Analysed]) -> Iterator[tuple[int, int]]:
    """The rest of `mend`."""
    known: set[Said] = set()
    for change, made in ready:
        wrong = index.wrong(made, known)
        if wrong:
            _store({key: made[key] for key in wrong}, change, known)
        yield len(made), len(wrong)


@transaction.atomic
def _store(made: dict[int, Row], change: int, known: set[Said]) -> None:
    """Store these, or what they are by now if anything public changed since then."""
    lock_items(Edition.objects.filter(pk__in=made))
    if changes.current() != change:
        made = stored_as(next(batches(wanted().filter(pk__in=made)), []))
    index.store(made, known)


def lock_items(editions: models.QuerySet[Edition]) -> None:
    """Let a verb that is at work on one of these come before or after. Verbs lock in
    the same order."""
    numbers = editions.order_by().values("item_id")
    items = Item.objects.filter(pk__in=numbers).order_by("pk")
    list(items.select_for_update(no_key=True).values_list("pk"))


def stored_as(batch: Iterable[Edition]) -> dict[int, Row]:
    """The rows that editions of `batches` should have."""
    batch = list(batch)
    return index.rows_of(_entries(batch, _stored(batch), _read))


def batches(editions: models.QuerySet[Edition]) -> Iterator[list[Edition]]:
    """With the texts of them that are found, by ascending id; what is written
    meanwhile is met once."""
    every = editions.order_by("pk").select_related("revision").only(*TEXTS)
    last = 0
    while batch := list(every.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


def hold(record: models.Model) -> None:
    """Call it before saving another name of a record: verbs that have read its old one
    end first, others begin after. Like verbs it locks items before records."""
    lock_items(_bearing(record))
    table: Any = type(record)._default_manager
    list(table.filter(pk=record.pk).select_for_update().values_list("pk"))


def follow_name(record: models.Model) -> None:
    """Store anew what bears a name of this record, and those by which it is found.

    Of many bearers all are stored after the commit, a batch at a time: others would
    wait for their turn too long.
    """
    if isinstance(record, Person):
        keep_names(record)
    bearing = _bearing(record)
    keys = list(bearing.values_list("pk", flat=True)[: AT_ONCE + 1])
    if len(keys) > AT_ONCE:
        transaction.on_commit(lambda: _follow_later(bearing))
    elif keys:
        lock_items(bearing)
        for batch in batches(bearing):
            index.store(stored_as(batch))


def _follow_later(bearing: models.QuerySet[Edition]) -> None:
    for _batch in mend(bearing):
        pass
    changes.touch()


def _bearing(record: models.Model) -> models.QuerySet[Edition]:
    """What is found by the name of a record; nothing is by that of a series."""
    for relation, model in NAMED.items():
        if isinstance(record, model):
            table: Any = Edition._meta.get_field(relation).related_model
            rows_of_it = table.objects.filter(**{_COLUMNS[relation]: record.pk})
            # No join: somebody may be named twice, as author and as editor.
            return wanted().filter(pk__in=rows_of_it.order_by().values("edition_id"))
    return Edition.objects.none()


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
    editions: Iterable[Edition],
    filed: Mapping[int, Filed],
    records: Callable[[Any, Collection[int]], dict[int, Any]],
) -> dict[int, Entry]:
    """What editions are found by; `records` finds those of a model by their keys."""
    every = {
        name: records(model, {pk for keys in filed.values() for pk in keys[name]})
        for name, model in NAMED.items()
    }

    def named(row: Edition, *names: str) -> list[Any]:
        """Each once: somebody may be the author and the editor."""
        keys = dict.fromkeys((name, pk) for name in names for pk in filed[row.pk][name])
        return [every[name][pk] for name, pk in keys]

    return {
        row.pk: entry(row, named(row, "people"), named(row, "topics", "regions"))
        for row in editions
    }


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


def _written(children: rows.Children) -> Filed:
    """What rows point at that are not read again."""
    return {
        name: [getattr(row, column) for row in getattr(children, name)]
        for name, column in _COLUMNS.items()
    }


def _stored(editions: Iterable[Edition]) -> dict[int, Filed]:
    """What the rows of these point at. Costs a query for each kind of name."""
    found: dict[int, Filed] = {row.pk: {name: [] for name in NAMED} for row in editions}
    for name, column in _COLUMNS.items():
        table: Any = Edition._meta.get_field(name).related_model
        pairs = table.objects.filter(edition_id__in=found)
        for edition, record in pairs.values_list("edition_id", column):
            found[edition][name].append(record)
    return found


def _read(model: Any, keys: Collection[int]) -> dict[int, Any]:
    """Records by their keys."""
    found: dict[int, Any] = model._default_manager.in_bulk(keys) if keys else {}
    return found


def _held(model: Any, keys: Collection[int]) -> dict[int, Any]:
    """The same under a lock that only `hold` minds: whoever renames one comes after
    us, or else we after him."""
    if not keys:
        return {}
    rows = model._default_manager.filter(pk__in=keys).order_by("pk")
    sql, params = rows.query.sql_with_params()
    lock = " FOR KEY SHARE" if connection.features.has_select_for_update else ""
    return {record.pk: record for record in rows.raw(f"{sql}{lock}", params)}
