"""What somebody typed, as words, phrases in quotes and words to leave out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .analysis import Token, analyse

LONGEST = 400
"""Characters of a query that are read."""
MOST = 16
"""Words of it that are asked for."""
_QUOTED = re.compile(r"([-−–—]?)(?:\"([^\"]*)\"|“([^”]*)”|«([^»]*)»|„([^“”]*)[“”])")
_MINUS = re.compile(r"(?<!\S)[-−–—](?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase in quotes: any of `alternatives`, each a run of stems.

    The first alternative is what was typed. `low` are the keys of looser forms.
    """

    text: str
    alternatives: tuple[tuple[str, ...], ...]
    low: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """All of `words`, none of `excluded`. `text` is as it was typed, cut."""

    text: str
    words: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()

    def expanded(self, groups: Iterable[Sequence[str]]) -> Query:
        """With the other names of a thing beside one that it names."""
        query = self
        for group in groups:
            query = query._with(group)
        return query

    def _with(self, group: Sequence[str]) -> Query:
        runs = list(dict.fromkeys(filter(None, map(stems, group))))
        for place in range(len(self.words)):
            for run in sorted(runs, key=len, reverse=True):
                part = self.words[place : place + len(run)]
                if run == _stems(part) and len(part) <= len(run):
                    return replace(self, words=self._merged(place, part, runs))
        return self

    def _merged(
        self, place: int, part: tuple[Term, ...], runs: list[tuple[str, ...]]
    ) -> tuple[Term, ...]:
        own = part[0].alternatives if len(part) == 1 else (_stems(part),)
        text = " ".join(term.text for term in part)
        low = part[0].low if len(part) == 1 else ()
        one = Term(text, tuple(dict.fromkeys([*own, *runs])), low)
        return (*self.words[:place], one, *self.words[place + len(part) :])

    def replaced(self, words: Mapping[str, str]) -> Query:
        """Another word for each that is named; what else was asked stays."""
        text = self.text
        for old, new in words.items():
            text = text.replace(old, new, 1)
        return parse(text)


def parse(text: str) -> Query:
    """Whatever was typed: there is no wrong query, only an empty one."""
    text = text[:LONGEST]
    words: list[Term] = []
    excluded: list[Term] = []
    for part, minus, quoted in _parts(text):
        (excluded if minus else words).extend(_terms(part, quoted))
    return Query(text, tuple(words[:MOST]), tuple(excluded[:MOST]))


def stems(text: str) -> tuple[str, ...]:
    """Those of the words of a text, in order."""
    return tuple(token.stem for token in analyse(text) if token.stem)


def _stems(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(stem for term in terms for stem in term.alternatives[0])


def _parts(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Stretches of the text: whether each is left out, and whether it is a phrase."""
    end = 0
    for match in _QUOTED.finditer(text):
        yield from _plain(text[end : match.start()])
        yield next(filter(None, match.groups()[1:]), ""), bool(match[1]), True
        end = match.end()
    yield from _plain(text[end:])


def _plain(text: str) -> Iterator[tuple[str, bool, bool]]:
    first, *rest = _MINUS.split(text)
    yield first, False, False
    for stretch in rest:
        word, _space, others = stretch.partition(" ")
        yield word, True, False
        yield others, False, False


def _terms(text: str, quoted: bool) -> Iterator[Term]:
    tokens = [token for token in analyse(text) if token.stem]
    if quoted and len(tokens) > 1:
        yield Term(text, (tuple(token.stem for token in tokens),))
        return
    for token in tokens:
        yield _term(text, token)


def _term(text: str, token: Token) -> Term:
    # The stem itself may stand in a text with a letter before it.
    low = tuple(dict.fromkeys([*token.low, f"c{token.stem}"])) if token.low else ()
    return Term(text[token.start : token.end], ((token.stem,),), low)
