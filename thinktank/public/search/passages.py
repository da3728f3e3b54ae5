"""Where in an edition the words of a query stand: the best of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from thinktank.document.model import plain
from thinktank.document.plaintext import block_text
from thinktank.editorial.models import Edition, Section
from thinktank.search.analysis import analyse
from thinktank.search.query import Run, Term
from thinktank.search.snippets import Highlighter

Pieces = list[tuple[str, bool]]
"""Texts that make one when joined; true for those that a query meets."""

POINT = tuple(f"points__{name}" for name in ("number", "anchor", "title", "text"))
BEGUN, HALVES = "+", ("ظبي", "الله")
"""The key of a word that makes one with the next, and words that may be such halves."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text of an edition: of a section or point when it has an `anchor`.

    `heading` is that of the section, `number` the point's, 0 for the section itself.
    """

    text: str
    anchor: str = ""
    heading: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """What is shown of a part."""

    part: Part
    pieces: Pieces


class Sought:
    """The words of a query, made ready to be looked for in many texts."""

    def __init__(self, highlighter: Highlighter) -> None:
        self.highlighter = highlighter
        terms = highlighter.query.words
        self._words = [(term.alternatives, _loose(term)) for term in terms]
        runs = [run for term in terms for run in term.alternatives]
        low = [loose for _runs, loose in self._words]
        self._keys = frozenset((*chain(*runs, *low), BEGUN))

    def best(self, parts: Sequence[Part]) -> tuple[Part, int]:
        """The part that says most, and its score. Of equals the first; what follows
        one that says all need not be read."""
        best, most = parts[0], 0
        for part in parts:
            if self._at_most(part.text) > most:
                score = self.highlighter.score(part.text)
                if score > most:
                    best, most = part, score
                if most >= self.highlighter.most:
                    break
        return best, most

    def passage(self, part: Part) -> Passage:
        return Passage(part, self.highlighter.passage(part.text))

    def _at_most(self, text: str) -> int:
        """The score that this text may have: ten times as fast as to ask for it."""
        met = self._keys & _said(text)
        if BEGUN in met:
            return self.highlighter.most
        return sum(_worth(*word, met) for word in self._words) if met else 0


def passages(
    editions: Sequence[Edition], highlighter: Highlighter
) -> dict[int, Passage]:
    """The passage of each edition that says most of the query.

    Costs one query, and one more for those whose words stand elsewhere.
    """
    sought = Sought(highlighter)
    parts = _parts(editions)
    found: dict[int, Passage] = {}
    for edition in editions:
        best, score = sought.best(parts[edition.pk])
        # Where the title says it all, a summary will do.
        if score or highlighter.score(edition.title) >= highlighter.most:
            found[edition.pk] = sought.passage(best)
    rest = [edition for edition in editions if edition.pk not in found]
    return found | _elsewhere(rest, sought)


def _parts(editions: Sequence[Edition]) -> dict[int, list[Part]]:
    """The summary, then sections and points as they stand."""
    found = {edition.pk: [Part(edition.summary)] for edition in editions}
    last = 0
    sections = Section.objects.filter(edition_id__in=found)
    for pk, edition, anchor, heading, text, *point in sections.order_by(
        "order", "pk", "points__number"
    ).values_list("pk", "edition_id", "anchor", "heading", "text", *POINT):
        if pk != last:
            found[edition].append(Part(_joined(heading, text), anchor, heading))
            last = pk
        number, own, title, said = point
        if number is not None:
            found[edition].append(Part(_joined(title, said), own, heading, number))
    return found


def _elsewhere(editions: list[Edition], sought: Sought) -> dict[int, Passage]:
    """Of what comes before the first section, or in the notes."""
    if not editions:
        return {}
    keys = [edition.pk for edition in editions]
    live: Any = Edition.objects.live().order_by().select_related("revision")
    written = live.only("revision__document").in_bulk(keys)
    found = {}
    for edition in editions:
        if edition.pk not in written:  # it ended just now
            found[edition.pk] = sought.passage(Part(edition.summary))
            continue
        document = written[edition.pk].revision.document
        lead = map(block_text, document.lead)
        notes = map(plain, document.notes.values())
        parts = [Part(edition.summary), *map(Part, (*lead, *notes))]
        found[edition.pk] = sought.passage(sought.best(parts)[0])
    return found


@lru_cache(maxsize=500)  # 3 MB, of long reports 40; what is new is found often
def _said(text: str) -> frozenset[str]:
    """All keys that its words may be met by."""
    return frozenset(chain.from_iterable(map(_keys, set(text.split()))))


def _worth(runs: Iterable[Run], loose: frozenset[str], met: frozenset[str]) -> int:
    """What a text of these keys may have for one word of the query."""
    if any(met.issuperset(run) for run in runs):
        return 2
    return int(not met.isdisjoint(loose))


def _loose(term: Term) -> frozenset[str]:
    """The keys of its looser forms. Words that say nothing have an empty one."""
    return frozenset(key for key in (*term.low, term.bare) if key)


@lru_cache(maxsize=100_000)
def _keys(word: str) -> frozenset[str]:
    """What a word alone may be met by; `BEGUN` if it may be the first half of one."""
    apart = len(analyse(word)) + 1
    halves = any(len(analyse(f"{word} {half}")) < apart for half in HALVES)
    keys = {key for token in analyse(word) for key in (token.stem, *token.low)}
    return frozenset(keys | ({BEGUN} if halves else set()))


def _joined(title: str, text: str) -> str:
    return " · ".join(filter(None, (title, text)))
