"""The levels of styled headings, and the title that was styled as one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from .source import Passage
from .words import count

_REACH = 15
"""Passages among which a title is looked for."""
_LONGEST_BEFORE = 30  # words
_SHORTEST_SENTENCE = 4


def with_levels(passages: list[Passage]) -> list[Passage]:
    """The passages with levels from 1, that of sections, however the file counts.

    Where no style says which line is the title, the one heading above all others is,
    when nothing but short lines stands before it; an only heading must come first.
    """
    at = None if any(p.role == "headline" for p in passages) else _title(passages)
    if at is not None:
        passages = list(passages)
        passages[at] = replace(passages[at], style="title", level=0)
    top = min((p.level for p in passages if p.style == "heading"), default=1)
    return [
        replace(p, level=p.level - top + 1) if p.style == "heading" else p
        for p in passages
    ]


def _title(passages: list[Passage]) -> int | None:
    levels = Counter(p.level for p in passages if p.style == "heading")
    if not levels or levels[min(levels)] != 1:
        return None
    heading = next(i for i, p in enumerate(passages) if p.level == min(levels))
    reach = _REACH if len(levels) > 1 else 1
    is_opening = heading < reach and not any(map(_is_text, passages[:heading]))
    is_plain = not passages[heading].chosen and not passages[heading].listed
    return heading if is_opening and is_plain else None


def _is_text(passage: Passage) -> bool:
    words, is_sentence = count(passage.text), passage.text.endswith(".")
    is_long = words > _LONGEST_BEFORE or (is_sentence and words > _SHORTEST_SENTENCE)
    return passage.block is not None or is_long
