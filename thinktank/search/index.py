"""Writing the index, and reading what it holds. Call it inside your transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager

from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Func, Q
from django.db.models.expressions import RawSQL

from . import backends, vocabulary
from .entries import Entry, Row, Said, row
from .matches import Match

BATCH = 1_000
COMMON = 2_000
"""Hits from which on a match is common."""


class IsTrue(Func):
    """Keeps a database from turning a condition into a join."""

    template = "(%(expressions)s) IS TRUE"
    output_field = BooleanField()


def rows_of(entries: Mapping[int, Entry]) -> dict[int, Row]:
    """What would be stored: all that takes long, done before your transaction."""
    return {key: row(entry) for key, entry in entries.items()}


def put(entries: Mapping[int, Entry]) -> None:
    """Store these entries under their keys, over what stood there."""
    store(rows_of(entries))


def store(rows: Mapping[int, Row], known: set[Said] | None = None) -> None:
    """The same for rows that were made before.

    `known` words are not added to the vocabulary again; those that are come to them.
    """
    if rows:
        _put(rows)
        vocabulary.add(said(rows), known)


def said(rows: Mapping[int, Row]) -> set[Said]:
    """All their words."""
    return set().union(*(row.said for row in rows.values()))


def _put(rows: Mapping[int, Row]) -> None:
    backend = backends.current()
    values = [(key, *backend.columns(row)) for key, row in rows.items()]
    with connection.cursor() as cursor:
        cursor.executemany(backend.PUT, values)


def drop(keys: Collection[int]) -> None:
    if keys:
        backends.current().drop(keys)


def digests(batch: int = BATCH) -> Iterator[dict[int, str]]:
    """What is stored, by ascending key: the digest of each entry."""
    last = -(2**62)
    while found := _digests(last, batch):
        yield found
        last = max(found)


def _digests(after: int, batch: int) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(backends.current().KEYS, [after, batch])
        return dict(cursor.fetchall())


def digests_of(keys: Collection[int]) -> dict[int, str]:
    """The digests stored under these keys."""
    if not keys:
        return {}
    places = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(f"{backends.current().DIGESTS} ({places})", list(keys))
        return dict(cursor.fetchall())


def wrong(rows: Mapping[int, Row], known: set[Said] | None = None) -> list[int]:
    """The keys that are not stored as they should be, compared word by word, and those
    with a word that cannot be offered; `known` words are not asked for again."""
    stored = digests_of(rows)
    same = {key: row for key, row in rows.items() if stored.get(key) == row.digest}
    right = backends.current().stored(same) if same else set()
    lost = vocabulary.missing(said({key: rows[key] for key in right}), known)
    return [key for key, row in rows.items() if key not in right or row.said & lost]


def planned() -> AbstractContextManager[None]:
    """Read through `matching` in this block: it makes the database ask the index
    first. On PostgreSQL it is a transaction, and the rest of one it stands in is
    planned so too."""
    block: AbstractContextManager[None] = backends.current().planned()
    return block


def matching(match: Match) -> RawSQL:
    """The keys, for `pk__in`."""
    sql, params = backends.current().matching(match)
    return RawSQL(sql, params)


def is_common(match: Match) -> bool:
    """Whether so much is found that it is faster to go through rows in their order,
    and ask of each whether it is among that (`walked`), than to look each up.

    Phrases in texts are taken for rare: to count them is as dear as to find them.
    """
    phrases = (words for clause in match.clauses for words in clause.phrases)
    if not match.title and any(len(words) > 1 for words in phrases):
        return False
    sql, params = backends.current().matching(match)
    counted = f"SELECT count(*) FROM (SELECT key FROM ({sql}) AS hit LIMIT %s) AS few"
    with connection.cursor() as cursor:
        cursor.execute(counted, [*params, COMMON])
        return bool(cursor.fetchone()[0] == COMMON)


def walked(match: Match) -> IsTrue:
    """That a row is among what is found, for `filter`."""
    return IsTrue(ExpressionWrapper(Q(pk__in=matching(match)), BooleanField()))


def among(keys: Iterable[int]) -> RawSQL:
    """These keys, for `pk__in`: thousands of them as one parameter."""
    sql, params = backends.current().among(keys)
    return RawSQL(sql, params)
