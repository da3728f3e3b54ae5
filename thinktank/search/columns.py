"""Finding records by a column of their own: words and stems of their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Q

from .analysis import Token, analyse
from .folding import fold

COLUMN = "search_keys"
LONGEST = 200
"""Characters of what is typed that count: each word is a condition, and SQLite has a
limit."""


def keys(texts: Iterable[str], *, loosely: bool = False) -> str:
    """Their words as they are found, each once, with a space on both sides of each.

    With `loosely`, their looser forms too, such as other plurals.
    """
    tokens = (token for text in texts for token in _read(text, loosely))
    words = dict.fromkeys(word for token in tokens for word in token)
    return f" {' '.join(words)} " if words else ""


def holding(text: str, *, numbered: bool = False) -> Q:
    """The rows that hold every word of `text`: in another form, or as the beginning of
    one; what says nothing («في», "the") counts where nothing else was typed.

    With `numbered` a number finds the row of that key, too.
    """
    tokens = analyse(text[:LONGEST])
    asked = [token for token in tokens if token.stem] or tokens
    if not asked and text.strip():
        return Q(pk__in=[])
    wanted = Q()
    for token in asked:
        wanted &= _has(token, numbered)
    return wanted


def _read(text: str, loosely: bool) -> Iterator[list[str]]:
    """The words under which each word of a text is found: a name of two words under
    either of them, too."""
    for token in analyse(text):
        parts = map(fold, text[token.start : token.end].split())
        low = token.low if loosely else ()
        yield [word for word in (token.word, token.stem, *parts, *low) if word]


def _has(token: Token, numbered: bool) -> Q:
    found = Q(**{f"{COLUMN}__contains": f" {token.word}"})
    for form in filter(None, (token.stem, *token.low)):
        found |= Q(**{f"{COLUMN}__contains": f" {form} "})
    if numbered and token.word.isdecimal():
        found |= Q(pk=int(token.word))
    return found
