"""What somebody typed, as words, phrases in quotes and words to leave out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby

from . import arabic, looser
from .analysis import Token, analyse
from .folding import bare
from .stopwords import NAME

LONGEST = 400
"""Characters of a query that are read."""
MOST, LEFT_OUT = 16, 8
"""Words of it that are asked for, and words that must not be there."""
MOST_NAMED = 20
"""A name that more than so many have, as a mere «محمد», brings the other names of
none: together they would be more than a database looks for in good time."""
_QUOTES = '"“”„‟«»‹›＂″〝〞〟「」'
_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")
_SINGLE = re.compile(r"(?<!\S)[-‐‑‒–—―−﹣－]?['‘‚]((?=\S)[^'‘’]*\S)['’](?!\S)")
_MINUS = re.compile(r"(?<!\S)[-‐‑‒–—―−﹣－](?=\S)")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase in quotes: any of `alternatives`, each a run of stems.

    The first alternative is what was typed. `low` are the keys of looser forms, `bare`
    is the stem without a letter before it that may be a preposition, and `begun` is
    what stems begin with when the word is still being typed.
    """

    text: str
    alternatives: tuple[Run, ...]
    low: tuple[str, ...] = ()
    bare: str = ""
    begun: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """All of `words`, none of `excluded`. `text` is as it was typed, cut."""

    text: str
    words: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()

    def expanded(self, groups: Iterable[Sequence[str]]) -> Query:
        """With the other names of a thing beside one that it names.

        Each word of a name of several gets them all, so that its looser forms are
        still found: (a or X) and (b or X) is (a and b) or X.
        """
        words, without = self.words, self._leaves_name_out()
        named = [dict.fromkeys(filter(None, map(stems, group))) for group in groups]
        bearers = Counter(chain.from_iterable(named))
        for runs in named:
            telling = [run for run in runs if bearers[run] <= MOST_NAMED]
            words = _with(words, list(runs), telling, without)
        return replace(self, words=words)

    def _leaves_name_out(self) -> bool:
        """Whether «علي» or «على» was said, either of which may stand for the other,
        and is not asked for."""
        asked = chain.from_iterable(term.alternatives[0] for term in self.words)
        said = (token.word for token in analyse(self.text))
        return NAME in said and NAME not in asked

    def replaced(self, words: Mapping[str, str]) -> Query:
        """Another word for each that is named; what else was asked stays."""
        text = self.text
        for old, new in words.items():
            found = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text)
            if found:
                text = text[: found.start()] + new + text[found.end() :]
        return parse(text)


def parse(text: str) -> Query:
    """Whatever was typed: there is no wrong query, only an empty one."""
    text = _cleaned(text)
    words: list[Term] = []
    excluded: list[Term] = []
    for tokens, without, quoted in _stretches(text):
        if quoted or without:
            (excluded if without else words).append(_phrase(text, tokens))
        else:
            words += [_word(text, token) for token in tokens]
    others = [term for term in words if term.alternatives != ((NAME,),)]
    return Query(text, _few(others or words, MOST), _few(excluded, LEFT_OUT))


def typed(text: str) -> Query:
    """The query of somebody who is still typing its last word."""
    query = parse(text)
    tokens = _meaning(query.text)
    if not query.words or not tokens or text[-1:].isspace():
        return query
    last, written = query.words[-1], query.text[tokens[-1].start : tokens[-1].end]
    if tokens[-1].end < len(query.text) or last.text != written:
        return query
    begun = arabic.begun(bare(written), tokens[-1].word)
    return replace(query, words=(*query.words[:-1], replace(last, begun=(begun,))))


def stems(text: str) -> Run:
    """Those of the words of a text, in order."""
    return tuple(token.stem for token in analyse(text) if token.stem)


def _cleaned(text: str) -> str:
    """Without what no database takes, nor any page shows."""
    kept = (
        " " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text[:LONGEST]
    )
    said = "".join(kept)
    whole = said.rpartition(" ")[0] if len(text) > LONGEST else ""
    return (whole or said).strip()


def _few(terms: Iterable[Term], most: int) -> tuple[Term, ...]:
    return first(tuple(dict.fromkeys(terms)), most)


def first(terms: Sequence[Term], most: int) -> tuple[Term, ...]:
    """Those that begin among so many words: a phrase has several."""
    places = accumulate((len(term.alternatives[0]) for term in terms), initial=0)
    return tuple(t for t, at in zip(terms, places, strict=False) if at < most)


def _stretches(text: str) -> Iterator[tuple[list[Token], bool, bool]]:
    """Words that belong together: whether they are left out, and a phrase."""
    quotes = [
        m.span(1) for pattern in (_QUOTED, _SINGLE) for m in pattern.finditer(text)
    ]
    minus = [match.end() for match in _MINUS.finditer(text)]

    def stretch(token: Token) -> tuple[int, bool, bool]:
        """Where it begins, then what it is."""
        for start, end in quotes:
            if start <= token.start < end:
                return start, start - 1 in minus, True
        start = _chunk(text, token.start)
        return (start, True, False) if start + 1 in minus else (-1, False, False)

    for (_start, without, quoted), tokens in groupby(_meaning(text), key=stretch):
        yield list(tokens), without, quoted


def _meaning(text: str) -> list[Token]:
    return [token for token in analyse(text) if token.stem]


def _chunk(text: str, place: int) -> int:
    """Where what stands between spaces begins."""
    while place and not text[place - 1].isspace():
        place -= 1
    return place


def _phrase(text: str, tokens: list[Token]) -> Term:
    said = text[tokens[0].start : tokens[-1].end]
    meant = tuple(_feminine(text, token) or token.stem for token in tokens)
    typed = tuple(token.stem for token in tokens)
    return Term(said, tuple(dict.fromkeys((meant, typed))))


def _word(text: str, token: Token) -> Term:
    written = text[token.start : token.end]
    if not token.low or token.low[0].startswith("0"):
        return Term(written, ((token.stem,),), token.low)
    plain = bare(written)
    stem = looser.without_clitic(plain, token.word)
    stems = [_feminine(text, token), token.stem]
    if looser.is_likely(token.word):
        stems.append(stem)
    low = (*token.low, *looser.asked(plain, token.word, token.stem))
    alternatives = tuple((each,) for each in dict.fromkeys(stems) if each)
    return Term(written, alternatives, tuple(dict.fromkeys(low)), stem)


def _feminine(text: str, token: Token) -> str:
    """«شركه» is rather a careless «شركة» than a word with a pronoun."""
    if not token.word.endswith("ه"):
        return ""
    return arabic.feminine(bare(text[token.start : token.end]), token.word)


def _with(
    words: tuple[Term, ...], runs: list[Run], telling: list[Run], without: bool
) -> tuple[Term, ...]:
    """The words with all runs for each that begins or goes on a telling one; `without`
    «علي» the words of a name are fewer."""
    typed = [term.alternatives[0] for term in words]
    found = list(words)
    for run in telling:
        others = [other for other in runs if other != run]
        said = [(stem,) for stem in run if not (without and stem == NAME)]
        for place in range(len(words) - len(said) + 1):
            if typed[place : place + len(said)] == said:
                for at in range(place, place + len(said)):
                    found[at] = _or(found[at], others)
    return tuple(found)


def _or(term: Term, runs: list[Run]) -> Term:
    return replace(term, alternatives=tuple(dict.fromkeys([*term.alternatives, *runs])))
