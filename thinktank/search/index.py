"""Writing the index, and reading what it holds. Call it inside your transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from time import monotonic
from typing import Any

from django.db import connection
from django.db.models import (
    Aggregate,
    BooleanField,
    ExpressionWrapper,
    F,
    Func,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.expressions import RawSQL

from . import backends, vocabulary
from .entries import Entry, Row, Said, row
from .matches import Match

BATCH = 1_000
COMMON = 5_000
"""Hits from which on a match is common."""
SINGLY = 20
"""Keys that are asked for one after the other."""
MOMENT, MOST_KNOWN = 600, 1_000
"""Seconds for which a match is known to be common, and how many are known."""
_common: dict[Match, float] = {}
Rows = QuerySet[Any]
"""Of any model whose primary keys are those of the index."""
Keys = str
"""Numbers with commas between them: to and fro as one value they cost a tenth."""
Selected = tuple[str, list[Any]]
"""A SELECT and its parameters."""


class IsTrue(Func):
    """Keeps a database from turning a condition into a join."""

    template = "(%(expressions)s) IS TRUE"
    output_field = BooleanField()


class Among(Func):
    """That a number is one of these keys."""

    output_field = BooleanField()

    def as_sql(self, compiler: Any, *args: Any, **kwargs: Any) -> Any:
        (column, _none), (keys, params) = map(compiler.compile, self.source_expressions)
        return backends.current().AMONG.format(column=column, keys=keys), params


class Joined(Aggregate):
    """The numbers of many rows, as `Keys`."""

    output_field = TextField()

    def as_sql(self, compiler: Any, *args: Any, **kwargs: Any) -> Any:
        column, params = compiler.compile(self.source_expressions[0])
        return backends.current().JOINED.format(column), params


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
        backends.current().put(rows)
        vocabulary.add(said(rows), known)


def said(rows: Mapping[int, Row]) -> set[Said]:
    """All their words."""
    return set().union(*(row.said for row in rows.values()))


def has_many_writers() -> bool:
    """Whether several processes may fill the index at once."""
    return bool(backends.current().MANY_WRITERS)


def filling() -> AbstractContextManager[None]:
    """Much is written in this block, outside of a transaction."""
    block: AbstractContextManager[None] = backends.current().filling()
    return block


def make_room() -> None:
    """Call it in each process that writes in such a block."""
    backends.current().make_room()


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
    """Read the index in this block: it makes the database ask the index first. On
    PostgreSQL it is a transaction, and the rest of one it stands in is planned so."""
    block: AbstractContextManager[None] = backends.current().planned()
    return block


def keys(match: Match) -> Keys | None:
    """What is found, in no order; None for a common match."""
    return keys_of_each([match])[0]


def keys_of_each(matches: Sequence[Match]) -> list[Keys | None]:
    """The same of each of these. Costs one query, if any.

    What was common a moment ago is taken to be so still: it is slower if it is not,
    and finds the same.
    """
    now = monotonic()
    unknown = [match for match in matches if _common.get(match, 0) < now]
    found = dict(zip(unknown, _keys(unknown), strict=True))
    common = [match for match in unknown if found[match] is None]
    if len(_common) + len(common) > MOST_KNOWN:
        _common.clear()
    _common.update(dict.fromkeys(common, now + MOMENT))
    return [found.get(match) for match in matches]


def _keys(matches: Sequence[Match]) -> list[Keys | None]:
    if not matches:
        return []
    backend = backends.current()
    selected = [backend.matching(match) for match in matches]
    sql = " UNION ALL ".join(
        f"SELECT {place} AS place, COUNT(*),"
        f" CASE WHEN COUNT(*) < {COMMON} THEN {backend.JOINED.format('key')} END"
        f" FROM (SELECT key FROM ({sql}) AS hit LIMIT {COMMON}) AS few"
        for place, (sql, _params) in enumerate(selected)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"{sql} ORDER BY place", [param for _sql, own in selected for param in own]
        )
        return [
            (found or "") if number < COMMON else None
            for _place, number, found in cursor.fetchall()
        ]


def held(match: Match, keys: Collection[int]) -> set[int]:
    """Which of these keys a match finds."""
    backend = backends.current()
    sql, params = backend.matching(match)
    # The plus keeps a database from asking for one key after the other.
    column = "key" if len(keys) <= SINGLY else "+key"
    among = backend.AMONG.format(column=column, keys="%s")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {backend.JOINED.format('key')} FROM ({sql}) AS hit WHERE {among}",
            [*params, joined(keys)],
        )
        return set(read(cursor.fetchone()[0] or ""))


def read(keys: Keys) -> list[int]:
    return list(map(int, keys.split(","))) if keys else []


def joined(keys: Iterable[int]) -> Keys:
    return ",".join(map(str, keys))


def tallied(matches: Sequence[Match]) -> dict[int, int]:
    """How many of these find a key: of at most COMMON keys, those that most find, and
    of these those of the highest number. In this order."""
    sql, params = tally(matches, 1, COMMON)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return dict(cursor.fetchall())


def tally(matches: Sequence[Match], least: int, most: int) -> Selected:
    """A SELECT of `key` and `has` for `tallied`, and its parameters."""
    selected = [backends.current().matching(match) for match in matches]
    # One may be an EXCEPT, which must not stand bare in a union.
    each = " UNION ALL ".join(f"SELECT key FROM ({sql}) AS hit" for sql, _ in selected)
    params: list[Any] = [param for _sql, own in selected for param in own]
    return (
        f"SELECT key, COUNT(*) AS has FROM ({each}) AS found GROUP BY key"
        " HAVING COUNT(*) >= %s ORDER BY COUNT(*) DESC, key DESC LIMIT %s",
        [*params, least, most],
    )


def narrowed(rows: Rows, match: Match) -> Rows:
    """Those of `rows` that a match finds. Costs a query beside that of the rows."""
    return among(rows, match, keys(match))


def finds(rows: Rows, match: Match) -> bool:
    """Whether any of `rows` is found. Costs two queries; of a match that finds others
    first, four."""
    backend = backends.current()
    sql, params = backend.matching(match)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {backend.JOINED.format('key')}"
            f" FROM (SELECT key FROM ({sql}) AS hit LIMIT {SINGLY}) AS few",
            params,
        )
        few: Keys = cursor.fetchone()[0] or ""
    if only(rows, few).exists():
        return True
    return len(read(few)) == SINGLY and narrowed(rows, match).exists()


def among(rows: Rows, match: Match, found: Keys | None) -> Rows:
    """The same once `keys(match)` are known.

    Few are looked up. Of a common match it is faster to go through the rows in their
    order, and to ask of each whether it is among what is found.
    """
    return only(rows, found) if found is not None else rows.filter(_walked(match))


def only(rows: Rows, keys: Keys, column: str = "pk") -> Rows:
    """Those of `rows` with these keys, of which there may be thousands."""
    return rows.filter(Among(F(column), Value(keys)))


def _walked(match: Match) -> IsTrue:
    sql, params = backends.current().matching(match)
    return IsTrue(ExpressionWrapper(Q(pk__in=RawSQL(sql, params)), BooleanField()))
