"""The line that dates an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thinktank.language.dates import FoundDate, find_date

from .markers import bullet
from .words import count


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date as typed, and what else its line says (a place, an issue, a name)."""

    date: FoundDate
    typed: str
    rest: str = ""


_MOST_WORDS = 24
_MOST_LETTERS = 500
_MOST_WORDS_BESIDE = 12
_LIKELY_YEARS = range(1900, 2101)

_SEPARATORS = " \u00a0|،,;:–—-()[]./·•"
_ANNOUNCING = re.compile(
    r"(?i)^(?:(?:last )?(?:published|posted|updated|updated on)(?: on)?|date(?: of"
    r" publication)?|on|تاريخ النشر|التاريخ|بتاريخ|تاريخ|نُ?شرت?(?: في)?|حُ?رر في|آخر"
    r" تحديث|في|يوم)(?!\w)|(?<!\w)الموافق(?: لـ?)?$|\(?يوم \w+ الموافق$"
)


def dateline(text: str) -> Dateline | None:
    """The date of a line that is there for its date, or None.

    Beside the date only words that announce it count as nothing; other words must
    be parted from it by a sign («أبوظبي، 12 أبريل 2024»).
    """
    if len(text) > _MOST_LETTERS or count(text) > _MOST_WORDS:
        return None
    found = find_date(text)
    if not found or (found.precision == "year" and found.day.year not in _LIKELY_YEARS):
        return None
    before, after = _placed(text[: found.start], found), text[found.end :]
    rest = " ".join(filter(None, (_unannounced(before), _bare(after))))
    if rest and not (_is_parted(before, after) and _is_short(text, rest)):
        return None
    return Dateline(found, text[found.start : found.end], rest)


_PLACE = re.compile(r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)[،,]? (?:في|بتاريخ) *")


def _placed(before: str, date: FoundDate) -> str:
    """As if a comma stood in «بيروت في 3 أبريل 2026»; «الخليج في 2026» is a title."""
    place = _PLACE.fullmatch(before) if date.precision == "day" else None
    return f"{place['place']}، " if place else before


def _unannounced(before: str) -> str:
    return _bare(_ANNOUNCING.sub("", _bare(before)))


def _bare(text: str) -> str:
    return text.strip(_SEPARATORS)


def _is_parted(before: str, after: str) -> bool:
    """Whether a sign stands between the date and every word beside it."""
    left, right = before.rstrip()[-1:], after.lstrip()[:1]
    return (not left or left in ",،:|–—-(/") and (not right or right in ",،|–—-)/")


def _is_short(text: str, rest: str) -> bool:
    return bullet(text) is None and count(rest) <= _MOST_WORDS_BESIDE
