"""The index in PostgreSQL: two vectors a row, each with a GIN index.

Vectors and queries are literals: no parser, dictionary or locale of the server takes
part. See https://www.postgresql.org/docs/current/datatype-textsearch.html
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import Any

from django.db import connection, transaction

from ..entries import GAP, Row
from ..matches import Clause, Match

CREATE = (
    "CREATE TABLE search_index (key bigint PRIMARY KEY, title tsvector NOT NULL,"
    " text tsvector NOT NULL, digest text NOT NULL)",
    # What waits to be sorted in is read by every search: let it be little.
    "CREATE INDEX search_index_title ON search_index USING gin (title)"
    " WITH (gin_pending_list_limit = 512)",
    "CREATE INDEX search_index_text ON search_index USING gin (text)"
    " WITH (gin_pending_list_limit = 512)",
)
DROP = ("DROP TABLE search_index",)
KEYS = "SELECT key, digest FROM search_index WHERE key > %s ORDER BY key LIMIT %s"
DIGESTS = "SELECT key, digest FROM search_index WHERE key IN"
PLANNING = (
    ("enable_seqscan", "off"),
    ("enable_hashjoin", "off"),
    ("enable_mergejoin", "off"),
    ("max_parallel_workers_per_gather", "0"),
    ("jit", "off"),
)
FIRST = "WITH hit AS MATERIALIZED ({}) SELECT key FROM hit"
"""What is found by the index, before rows are asked whether they may be seen: the
other way round, the vector of each row would be read."""
IN_TITLE = "SELECT key FROM search_index WHERE title @@ %s::tsquery"
ANYWHERE = "SELECT key FROM search_index WHERE text @@ %s::tsquery"
PUT = (
    "INSERT INTO search_index (key, title, text, digest)"
    " VALUES (%s, %s::tsvector, %s::tsvector, %s) ON CONFLICT (key) DO UPDATE"
    " SET title = excluded.title, text = excluded.text, digest = excluded.digest"
)


@contextmanager
def planned() -> Iterator[None]:
    """Tell the planner, for the queries of this block, that reading a vector is dear.

    It does not price what is stored out of line, and would read all rows for a
    common word. Outside of a transaction nothing of it is left after the block.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET LOCAL {name} = {n}" for name, n in PLANNING))
        yield


@contextmanager
def impatient() -> Iterator[None]:
    """Nothing: writers of other rows do not wait for each other."""
    yield


def add_words(pairs: Collection[tuple[str, str]]) -> None:
    """Keep those of these stems and their words that are not kept already."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_word (stem, word) SELECT stem, word"
            " FROM unnest(%s::text[], %s::text[]) AS said (stem, word)"
            " WHERE NOT EXISTS (SELECT FROM search_word known"
            " WHERE known.stem = said.stem AND known.word = said.word)",
            [list(column) for column in zip(*pairs, strict=True)],
        )


def drop(keys: Collection[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_index WHERE key = ANY(%s)", [list(keys)])


def stored(rows: Mapping[int, Row]) -> set[int]:
    """The keys whose row is stored as it is here."""
    made = zip(*((key, *columns(row)) for key, row in rows.items()), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stored.key FROM search_index stored JOIN unnest(%s::bigint[],"
            " %s::text[], %s::text[], %s::text[]) AS made (key, title, text, digest)"
            " ON stored.key = made.key AND stored.title = made.title::tsvector"
            " AND stored.text = made.text::tsvector AND stored.digest = made.digest",
            [list(column) for column in made],
        )
        return {key for (key,) in cursor}


def among(keys: Iterable[int]) -> tuple[str, list[Any]]:
    """A SELECT of these keys, and its one parameter."""
    return "SELECT unnest(%s::bigint[])", [list(keys)]


def matching(match: Match) -> tuple[str, list[Any]]:
    """A SELECT of the keys, and its parameters."""
    sql, params = _matching(match)
    return FIRST.format(sql), params


def _matching(match: Match) -> tuple[str, list[Any]]:
    wanted = " & ".join(f"({_clause(clause)})" for clause in match.clauses)
    unwanted = " | ".join(_clause(clause) for clause in match.without)
    if not unwanted:
        return IN_TITLE if match.title else ANYWHERE, [wanted]
    if match.title:
        # Beside each other, one condition would be tested on each row of the other.
        return f"{IN_TITLE} EXCEPT {ANYWHERE}", [wanted, f"({wanted}) & ({unwanted})"]
    return ANYWHERE, [f"({wanted}) & !({unwanted})"]


def _clause(clause: Clause) -> str:
    phrases = [f"({' <-> '.join(map(_quoted, words))})" for words in clause.phrases]
    low = map(_quoted, clause.low)
    begun = [f"{_quoted(word)}:*" for word in clause.begun]
    return " | ".join((*phrases, *low, *begun))


def columns(row: Row) -> tuple[str, str, str]:
    placed = _placed(chain(row.title, row.text))
    loose = (_quoted(word) for word in chain(row.rest, row.low))
    return " ".join(_placed(row.title)), " ".join(chain(placed, loose)), row.digest


def _placed(words: Iterable[str]) -> list[str]:
    """Each word with its positions, as a literal of a tsvector has them."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(words, start=1):
        if word != GAP:
            places[word].append(str(place))
    return [f"{_quoted(word)}:{','.join(at)}" for word, at in places.items()]


def _quoted(word: str) -> str:
    return f"'{word}'"
