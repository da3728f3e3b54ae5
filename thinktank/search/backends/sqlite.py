"""The index in SQLite: one FTS5 table. See https://www.sqlite.org/fts5.html

The words are ready: `tokenize='ascii'` parts them at spaces, and takes every letter
beyond ASCII as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import sleep
from typing import Any

from django.db import connection

from ..entries import Row
from ..matches import Clause, Match

CREATE = (
    "CREATE VIRTUAL TABLE search_index USING fts5"
    "(title, text, rest, low, digest UNINDEXED, tokenize='ascii')",
)
MANY_WRITERS = False
DROP = ("DROP TABLE search_index",)
JOINED = "group_concat({})"
"""The keys of many rows as one value."""
AMONG = "{column} IN (SELECT value FROM json_each('[' || {keys} || ']'))"
"""That a column holds one of such keys."""
KEYS = "SELECT rowid, digest FROM search_index WHERE rowid > %s ORDER BY rowid LIMIT %s"
DIGESTS = "SELECT rowid, digest FROM search_index WHERE rowid IN"
PUT = (
    "INSERT OR REPLACE INTO search_index (rowid, title, text, rest, low, digest)"
    " VALUES (%s, %s, %s, %s, %s, %s)"
)
ANYWHERE, IN_ORDER, IN_TITLE = "{title text rest}", "{title text}", "{title}"
COUNTED = "UPDATE sqlite_stat1 SET stat = %s WHERE tbl = 'search_index_data'"
UNCOUNTED = "1048576"
"""The rows that SQLite supposes in a table that ANALYZE did not count."""

MERGED, PAUSE = 500, 0.02
"""Pages of the index that one step of a merge writes, and seconds between two."""
MERGE = "INSERT INTO search_index (search_index, rank) VALUES ('merge', %s)"


def planned() -> AbstractContextManager[None]:
    """No transaction: each takes the one lock of those who write."""
    return nullcontext()


@contextmanager
def filling() -> Iterator[None]:
    """Let SQLite take the index for large, as it does before ANALYZE: counted while it
    was small, FTS5 would go through all of it for each part that it has merged and
    takes out. See https://www.sqlite.org/fileformat2.html#the_sqlite_stat1_table"""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sqlite_schema")  # makes the table where there is none
        cursor.execute(COUNTED, [UNCOUNTED])
        cursor.execute("ANALYZE sqlite_schema")
    yield
    _merge()


def _merge() -> None:
    """Make one of all parts of the index: a search asks each. It is done by steps, and
    who waits to write comes between. See
    https://www.sqlite.org/fts5.html#the_merge_command"""
    with connection.cursor() as cursor:
        step, changed = -MERGED, 2
        while changed > 1:  # beside the statement itself
            before = _changes(cursor)
            cursor.execute(MERGE, [step])
            step, changed = MERGED, _changes(cursor) - before
            sleep(PAUSE)


def _changes(cursor: Any) -> int:
    return int(cursor.execute("SELECT total_changes()").fetchone()[0])


def make_room() -> None:
    """Nothing: the settings give each connection enough."""


@contextmanager
def impatient() -> Iterator[None]:
    """What is written here fails at once while somebody else writes."""
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")


def add_words(pairs: Collection[tuple[str, str]]) -> None:
    """Keep those of these stems and their words that are not kept already."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_word (stem, word) SELECT %s, %s WHERE NOT EXISTS"
            " (SELECT 1 FROM search_word WHERE stem = %s AND word = %s)",
            [(stem, word, stem, word) for stem, word in pairs],
        )


def drop(keys: Collection[int]) -> None:
    places = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM search_index WHERE rowid IN ({places})", list(keys)
        )


def put(rows: Mapping[int, Row]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(PUT, [(key, *columns(row)) for key, row in rows.items()])


def stored(rows: Mapping[int, Row]) -> set[int]:
    """The keys whose row is stored as it is here."""
    places = ", ".join(["%s"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid, title, text, rest, low, digest FROM search_index"
            f" WHERE rowid IN ({places})",
            list(rows),
        )
        return {key for key, *said in cursor if tuple(said) == columns(rows[key])}


def matching(match: Match) -> tuple[str, list[Any]]:
    """A SELECT of the keys, and its parameters."""
    return "SELECT rowid AS key FROM search_index WHERE search_index MATCH %s", [
        expression(match)
    ]


def expression(match: Match) -> str:
    place = IN_TITLE if match.title else ANYWHERE
    wanted = " AND ".join(f"({_clause(clause, place)})" for clause in match.clauses)
    if not match.without:
        return wanted
    unwanted = " OR ".join(_clause(clause, ANYWHERE) for clause in match.without)
    return f"({wanted}) NOT ({unwanted})"


def _clause(clause: Clause, place: str) -> str:
    ready = [f"{_place(words, place)} : ({_phrase(words)})" for words in clause.phrases]
    if clause.low:
        ready.append(f"low : ({' OR '.join(map(_quoted, clause.low))})")
    ready += [f"{place} : ({_quoted(word)} *)" for word in clause.begun]
    return " OR ".join(ready)


def _place(words: Sequence[str], place: str) -> str:
    """Where to look for these: those in `rest` are beside each other by chance."""
    return IN_ORDER if len(words) > 1 and place == ANYWHERE else place


def _phrase(words: Iterable[str]) -> str:
    return " + ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    return f'"{word}"'


def columns(row: Row) -> tuple[str, ...]:
    words = (row.title, row.text, row.rest, row.low)
    return (*map(" ".join, words), row.digest)
