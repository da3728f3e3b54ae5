"""The index in PostgreSQL: two vectors a row, each with a GIN index.

Such an index knows no order: for a phrase, the vector of each row that has its words
would be read. So words that stand beside each other are kept as numbers, too.
Vectors and queries are literals: no parser, dictionary or locale of the server takes
part. See https://www.postgresql.org/docs/current/datatype-textsearch.html
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, pairwise
from typing import Any
from zlib import crc32

from django.db import connection, transaction

from ..entries import GAP, Row
from ..matches import Clause, Match

COLUMNS = ("title", "text", "pairs")
INDEXES = [f"search_index_{column}" for column in COLUMNS]
WAITING, MANY_WAITING = 512, 16_384
"""Kilobytes that wait to be sorted into an index. Every search reads them."""
CREATE = (
    "CREATE TABLE search_index (key bigint PRIMARY KEY, title tsvector NOT NULL,"
    " text tsvector NOT NULL, pairs smallint[] NOT NULL, digest text NOT NULL)"
    # What a common word finds is read row by row: let rows be short.
    " WITH (toast_tuple_target = 128)",
    *(
        f"CREATE INDEX search_index_{column} ON search_index USING gin ({column})"
        f" WITH (gin_pending_list_limit = {WAITING})"
        for column in COLUMNS
    ),
)
MANY_WRITERS = True
DROP = ("DROP TABLE search_index",)
JOINED = "array_to_string(array_agg({}), ',')"
"""The keys of many rows as one value."""
AMONG = "{column} = ANY(string_to_array({keys}, ',')::bigint[])"
"""That a column holds one of such keys."""
KEYS = "SELECT key, digest FROM search_index WHERE key > %s ORDER BY key LIMIT %s"
DIGESTS = "SELECT key, digest FROM search_index WHERE key IN"
PLANNING = (
    ("enable_seqscan", "off"),
    ("enable_hashjoin", "off"),
    ("enable_mergejoin", "off"),
    ("max_parallel_workers_per_gather", "0"),
    ("jit", "off"),
    ("work_mem", "'64MB'"),  # for the keys of a common match
)
HAS, PAIRED = "{} @@ %s::tsquery", "pairs @> %s::smallint[]"
EVERY = "SELECT key FROM search_index WHERE"
MADE = (
    "unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[])"
    " AS made (key, title, text, pairs, digest)"
)
PUT = (
    "INSERT INTO search_index (key, title, text, pairs, digest) SELECT key,"
    f" title::tsvector, text::tsvector, pairs::smallint[], digest FROM {MADE}"
    " ON CONFLICT (key) DO UPDATE SET title = excluded.title, text = excluded.text,"
    " pairs = excluded.pairs, digest = excluded.digest"
)
STORED = (
    f"SELECT stored.key FROM search_index stored JOIN {MADE}"
    " ON stored.key = made.key AND stored.title = made.title::tsvector"
    " AND stored.text = made.text::tsvector AND stored.digest = made.digest"
    " AND stored.pairs = made.pairs::smallint[]"
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
def filling() -> Iterator[None]:
    """Let more wait to be sorted in, which is faster, and sort it in at the end."""
    for name in INDEXES:
        _run(f"ALTER INDEX {name} SET (gin_pending_list_limit = {MANY_WAITING})")
    try:
        yield
    finally:
        for name in INDEXES:
            _run(f"ALTER INDEX {name} SET (gin_pending_list_limit = {WAITING})")
            _run(f"SELECT gin_clean_pending_list('{name}')")


def make_room() -> None:
    """Let this connection sort in all that waits at once: by parts it takes twice the
    time."""
    _run("SET work_mem = '64MB'")


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


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


def put(rows: Mapping[int, Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(PUT, _made(rows))


def stored(rows: Mapping[int, Row]) -> set[int]:
    """The keys whose row is stored as it is here."""
    with connection.cursor() as cursor:
        cursor.execute(STORED, _made(rows))
        return {key for (key,) in cursor}


def _made(rows: Mapping[int, Row]) -> list[list[Any]]:
    """The columns of these rows, each as one parameter."""
    made = ((key, *columns(row)) for key, row in rows.items())
    return [list(column) for column in zip(*made, strict=True)]


def matching(match: Match) -> tuple[str, list[Any]]:
    """A SELECT of the keys, and its parameters."""
    plain = [clause for clause in match.without if not _runs(clause)]
    phrases = [_beside("text", clause) for clause in match.without if _runs(clause)]
    found = _in_title if match.title else _anywhere
    sql, params = found(match.clauses, " | ".join(map(_clause, plain)))
    if phrases:
        either = " OR ".join(sql for sql, _params in phrases)
        sql = f"{sql} EXCEPT {EVERY} {either}"
        params += [param for _sql, own in phrases for param in own]
    return sql, params


def _in_title(clauses: Sequence[Clause], unwanted: str) -> tuple[str, list[Any]]:
    sql, params = _where("title", clauses)
    if not unwanted:
        return sql, params
    # Beside each other, one condition would be tested on each row of the other.
    without = f"({_all(clauses)}) & ({unwanted})"
    return f"{sql} EXCEPT {EVERY} {HAS.format('text')}", [*params, without]


def _anywhere(clauses: Sequence[Clause], unwanted: str) -> tuple[str, list[Any]]:
    return _where("text", clauses, [f"!({unwanted})"] if unwanted else [])


def _where(
    column: str, clauses: Sequence[Clause], unless: Sequence[str] = ()
) -> tuple[str, list[Any]]:
    plain = [clause for clause in clauses if not _runs(clause)]
    found = [_beside(column, clause) for clause in clauses if _runs(clause)]
    if plain or unless:
        both = " & ".join([*filter(None, [_all(plain)]), *unless])
        found.insert(0, (HAS.format(column), [both]))
    return (
        f"{EVERY} {' AND '.join(sql for sql, _params in found)}",
        [param for _sql, own in found for param in own],
    )


def _beside(column: str, clause: Clause) -> tuple[str, list[Any]]:
    """The condition of a clause with phrases, each with its pairs."""
    has = HAS.format(column)
    found = [
        (f"({has} AND {PAIRED})", [_phrase(run), _numbers(pairwise(run))])
        for run in _runs(clause)
    ]
    rest = clause._replace(phrases=tuple(r for r in clause.phrases if len(r) == 1))
    if any(rest):
        found.append((has, [_clause(rest)]))
    either = " OR ".join(sql for sql, _params in found)
    return f"({either})", [param for _sql, own in found for param in own]


def _runs(clause: Clause) -> list[tuple[str, ...]]:
    return [words for words in clause.phrases if len(words) > 1]


def _all(clauses: Iterable[Clause]) -> str:
    return " & ".join(f"({_clause(clause)})" for clause in clauses)


def _clause(clause: Clause) -> str:
    phrases = map(_phrase, clause.phrases)
    low = map(_quoted, clause.low)
    begun = (f"{_quoted(word)}:*" for word in clause.begun)
    return " | ".join((*phrases, *low, *begun))


def _phrase(words: Iterable[str]) -> str:
    return f"({' <-> '.join(map(_quoted, words))})"


def _numbers(pairs: Iterable[tuple[str, str]]) -> str:
    """One of 65,536 numbers for each pair, as an array: pairs of the same number are
    told apart by the vector."""
    found = {crc32(" ".join(pair).encode()) % 65_536 - 32_768 for pair in pairs}
    return f"{{{','.join(map(str, sorted(found)))}}}"


def columns(row: Row) -> tuple[str, ...]:
    placed = _placed(chain(row.title, row.text))
    loose = (_quoted(word) for word in chain(row.rest, row.low))
    text = " ".join(chain(placed, loose))
    return " ".join(_placed(row.title)), text, _numbers(row.pairs()), row.digest


def _placed(words: Iterable[str]) -> list[str]:
    """Each word with its positions, as a literal of a tsvector has them."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(words, start=1):
        if word != GAP:
            places[word].append(str(place))
    return [f"{_quoted(word)}:{','.join(at)}" for word, at in places.items()]


def _quoted(word: str) -> str:
    return f"'{word}'"
