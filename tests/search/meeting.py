"""Whether words of texts and of queries meet."""

from __future__ import annotations

from thinktank.search.analysis import analyse
from thinktank.search.query import parse


def stems(text: str) -> list[str]:
    return [token.stem for token in analyse(text) if token.stem]


def low(text: str) -> set[str]:
    return {key for token in analyse(text) for key in token.low}


def met(asked: str, written: str) -> bool:
    """Whether a text with one word is found by another, true or loosely."""
    (term,) = parse(asked).words
    (token,) = analyse(written)
    if (token.stem,) in term.alternatives or token.stem == term.bare:
        return True
    return bool({*term.low} & {*token.low})
