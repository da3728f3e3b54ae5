"""The whole index of the search: made anew, and compared."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from thinktank.reference.models import Person
from thinktank.search import index, synonyms
from thinktank.search.entries import Said
from thinktank.search.models import Synonym

from . import hands, indexing
from .models import Edition

LONG = 2_000
"""Editions from which on it is worth to share them."""


def rebuild() -> Iterator[tuple[int, int]]:
    """Store all names and editions that are missing or differ, as `indexing.mend`: it
    may be stopped after any batch. Several processes share what is long."""
    if wrong := _misnamed():
        _rename(wrong)
    if connection.in_atomic_block or indexing.wanted().count() < LONG:
        yield from indexing.mend(indexing.wanted())
        return
    with index.filling():
        yield from _shared(_parts(hands.several()))


def _shared(parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where there is one writer only, the others do all but the writing."""
    if index.has_many_writers():
        return hands.shared(_mend, parts)
    return indexing.store(hands.shared(_analysed, parts))


def _parts(number: int) -> list[tuple[int, int]]:
    """The first and the last key of each of so many parts."""
    keys = list(indexing.wanted().values_list("pk", flat=True))
    size = -(-len(keys) // number)
    parts = (keys[at : at + size] for at in range(0, len(keys), size))
    return [(part[0], part[-1]) for part in parts]


def _mend(part: tuple[int, int]) -> Iterator[tuple[int, int]]:
    index.make_room()
    yield from indexing.mend(indexing.wanted().filter(pk__range=part))


def _analysed(part: tuple[int, int]) -> Iterator[indexing.Analysed]:
    yield from indexing.analysed(indexing.wanted().filter(pk__range=part))


def sweep() -> int:
    """Take out what does not belong into the index; how many that were."""
    return sum(map(_take_out, _strays(indexing.wanted())))


def differences() -> Iterator[str]:
    """A line for each edition that is missing, differs, or should not be there, and
    for each thing that is found by other names than its own.

    What has ended since the last verb may still be there: no search shows it. What is
    wrong is looked at twice, because a verb may have ended between text and index.
    """
    for key in _wrong():
        yield _("Edition %(id)s: the index does not say what it says.") % {"id": key}
    texts = Edition.objects.filter(notice="", suppressed_at__isnull=True)
    for strays in _strays(texts):
        for key in _without(texts, index.digests_of(strays)):
            yield _("Edition %(id)s: it must not be in the index.") % {"id": key}
    if wrong := _misnamed():
        for source in sorted(wrong & _misnamed()):
            yield _("%(source)s: searches know it by other names.") % {"source": source}


def _wrong() -> Iterator[int]:
    known: set[Said] = set()
    for batch in indexing.batches(indexing.wanted()):
        if wrong := index.wrong(indexing.stored_as(batch), known):
            again = indexing.wanted().filter(pk__in=wrong)
            for each in indexing.batches(again):
                yield from index.wrong(indexing.stored_as(each))


def _strays(editions: models.QuerySet[Edition]) -> Iterator[list[int]]:
    """The keys in the index that are of none of these, by batches."""
    for stored in index.digests():
        if strays := _without(editions, stored):
            yield strays


def _without(editions: models.QuerySet[Edition], keys: Collection[int]) -> list[int]:
    known = editions.filter(pk__in=list(keys)).order_by().values_list("pk", flat=True)
    return sorted(set(keys).difference(known))


@transaction.atomic
def _take_out(keys: list[int]) -> int:
    indexing.lock_items(Edition.objects.filter(pk__in=keys))
    strays = _without(indexing.wanted(), keys)
    index.drop(strays)
    return len(strays)


def _misnamed() -> set[str]:
    return set(synonyms.differing(_names()))


@transaction.atomic
def _rename(sources: set[str]) -> None:
    """Store the names of these, and let nobody change any meanwhile."""
    for model in (Person, Synonym):
        every: Any = model._default_manager.order_by("pk")
        list(every.select_for_update(no_key=True).values_list("pk"))
    names = _names()
    synonyms.drop(sources)
    synonyms.put({source: names[source] for source in sources if source in names})


def _names() -> dict[str, list[str]]:
    """Those that find each other, by their source."""
    people: Any = Person.objects.standing()
    named = {indexing.person_source(each): indexing.names_of(each) for each in people}
    return named | synonyms.named(Synonym.objects.all())
