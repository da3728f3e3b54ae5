"""Dates as they are printed and as authors write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from hijridate import Gregorian, Hijri

from thinktank.language.months import (
    COMMA_AFTER_MONTH,
    GREGORIAN_READ,
    HIJRI_ERA,
    HIJRI_READ,
    HIJRI_WRITTEN,
    SEASONS,
    WRITTEN,
    numbered,
)
from thinktank.language.numbers import house_digits
from thinktank.language.style import DEFAULT, Style

Precision = Literal["day", "month", "season", "year"]
ISO_LENGTHS: dict[Precision, int] = {"day": 10, "month": 7, "season": 7, "year": 4}
"""How much of an ISO date each precision knows; a season is told by a month of it."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date read in a line.

    `start` and `end` bound its characters in that line, weekday and hour included.
    With precision "month" or "year" `day` is the first of the period. `hijri` says
    that only a Hijri date was written and that it was converted (Umm al-Qura: by
    country it may be a day off). `ambiguous` marks a numeric date whose day and
    month could be exchanged; it was read day first.
    """

    day: date
    precision: Precision
    start: int
    end: int
    hijri: bool = False
    ambiguous: bool = False


def format_date(
    day: date, language: str, precision: Precision = "day", style: Style = DEFAULT
) -> str:
    """A date in words: «12 أبريل، 2024», "April 2024", "Spring 2024", "2024".

    A language without a table of months gets the ISO form, cut to the precision.
    """
    base = language.partition("-")[0]
    if base not in WRITTEN:
        return day.isoformat()[: ISO_LENGTHS[precision]]
    number, month, year = _words(day, base, style)
    pause = COMMA_AFTER_MONTH.get(base, "") if style.comma else ""
    written = {
        "day": f"{number} {month}{pause} {year}",
        "month": f"{month} {year}",
        "season": f"{SEASONS[base][day.month % 12 // 3]} {year}",
        "year": year,
    }
    return house_digits(written[precision], language, style.digits)


def format_range(first: date, last: date, language: str, style: Style = DEFAULT) -> str:
    """The days from `first` to `last`, both counted: «23–29 مايو 2022».

    Month and year are said once where both days share them. The dash takes the
    direction of what stands around it: give the whole an element of its own.
    Raises ValueError for a last day before the first.
    """
    if last < first:
        raise ValueError("the last day comes before the first")
    base = language.partition("-")[0]
    if first == last:
        return format_date(first, language, style=style)
    if base not in WRITTEN:
        return f"{first.isoformat()} – {last.isoformat()}"
    opening, closing = _words(first, base, style), _words(last, base, style)
    if first.year == last.year:
        opening = opening[:1] if first.month == last.month else opening[:2]
    dash = "–" if len(opening) == 1 else " – "
    written = f"{' '.join(opening)}{dash}{' '.join(closing)}"
    return house_digits(written, language, style.digits)


def hijri_line(
    day: date, language: str, precision: Precision = "day", style: Style = DEFAULT
) -> str:
    """The Hijri date of a day: «3 شوال 1445 هـ», "3 Shawwal 1445 AH".

    Empty unless the house wants it; for anything but a day, which no Hijri
    one matches; in languages without Hijri months; and outside the Umm al-Qura table
    (1 August 1924 to 16 November 2077).
    """
    base = language.partition("-")[0]
    if not style.hijri or precision != "day" or base not in HIJRI_WRITTEN:
        return ""
    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return ""
    month = HIJRI_WRITTEN[base][hijri.month - 1]
    written = f"{hijri.day} {month} {hijri.year} {HIJRI_ERA[base]}"
    return house_digits(written, language, style.digits)


def _words(day: date, base: str, style: Style) -> tuple[str, ...]:
    """Day, month and year as one language writes them, in Latin digits."""
    month = WRITTEN[base][style.months][day.month - 1]
    return str(day.day), month, f"{day.year:04d}"


def find_date(line: str) -> FoundDate | None:
    """The date a line carries, in any form the Arabic and English press uses.

    A Gregorian date beside a Hijri one wins, and the found span covers both. A bare
    year counts only when it is the whole line. Days that do not exist, and Hijri
    dates outside the conversion table (1343–1500), are no dates.
    """
    folded, offsets = _fold(line)
    gregorian, hijri = _first(folded, _GREGORIAN), _first(folded, _HIJRI)
    found = gregorian or hijri
    if found is None:
        return None
    if gregorian and hijri and _are_one(folded, gregorian, hijri):
        span = min(gregorian.start, hijri.start), max(gregorian.end, hijri.end)
        found = replace(gregorian, start=span[0], end=span[1])
    return replace(found, start=offsets[found.start], end=offsets[found.end])


# Lines are searched in a folded copy; `offsets` leads back to the original

_FOLDED = str.maketrans(
    "أإآٱىةۀەیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u00a0\u202f–—−،",
    "اااايههه" + "يك" + "0123456789" * 2 + "  ---,",
)
_UNREAD = re.compile(
    "[\u0640\u064b-\u065f\u0670\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def _fold(line: str) -> tuple[str, list[int]]:
    kept = [
        (index, char.translate(_FOLDED).lower()[:1])
        for index, char in enumerate(line)
        if not _UNREAD.match(char)
    ]
    offsets = [index for index, _ in kept]
    return "".join(char for _, char in kept), [*offsets, len(line)]


# The forms, from the most to the least telling

_MONTHS = numbered(GREGORIAN_READ)
_HIJRI_MONTHS = numbered(HIJRI_READ)


def _any(names: dict[str, int]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)


_WEEKDAY = (
    "(?:ال)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)"
    "|(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
)
_BEFORE = rf"(?<!\w)(?:(?:يوم\s+)?(?:{_WEEKDAY})\.?\s*,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SAME_MONTH = rf"\s*/\s*(?:{_any(_MONTHS)})|\s*\(\s*(?:{_any(_MONTHS)})\s*\)"
_MONTH = rf"(?P<month>{_any(_MONTHS)})\.?(?:{_SAME_MONTH})?"
_YEAR = r"(?P<year>\d{4})(?!\d)(?!\s*ه(?!\w))(?:\s*م(?:يلاديه|يلادي)?(?!\w))?"
_GAP = r"(?:\s*[,/.-]\s*|\s+|(?=\d))"
_OF = r"(?:\s+(?:of|من|شهر)\s+(?:شهر\s+)?|[/-]|\s*)"
_IN = r"(?:\s+(?:عام|سنه|لعام|لسنه)\s+)"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:z|gmt|utc|am|pm|ص|م))?(?!\w)"
_HOUR = rf"(?:(?:\s*[-,]\s*|\s+|t){_CLOCK})?"

_DAY_MONTH_YEAR = rf"{_BEFORE}{_DAY}{_OF}{_MONTH}(?:{_IN}|{_GAP}){_YEAR}{_HOUR}"
_MONTH_DAY_YEAR = rf"{_BEFORE}{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}{_HOUR}"
_ISO = (
    r"(?<![\w./-])(?P<year>\d{4})(?P<rule>[-/.])(?P<month>\d{1,2})(?P=rule)"
    rf"(?P<day>\d{{1,2}})(?!\d){_HOUR}"
)
_NUMERIC = (
    rf"(?<![\w./-])(?:{_BEFORE})(?P<day>\d{{1,2}})\s*(?P<rule>[/.-])\s*"
    rf"(?P<month>\d{{1,2}})\s*(?P=rule)\s*{_YEAR}{_HOUR}"
)
_NO_DAY = r"(?<!\w)(?<!\d[\s/-])(?<!\d(?:st|nd|rd|th)\s)"
_MONTH_YEAR = rf"{_NO_DAY}{_MONTH}(?:{_IN}|{_GAP}){_YEAR}"
_YEAR_ALONE = rf"\s*{_YEAR}\s*\Z"
_HIJRI_MONTH = rf"(?P<month>{_any(_HIJRI_MONTHS)})"
_HIJRI_YEAR = r"(?P<year>1[345]\d{2})(?!\d)(?:\s*ه(?:جريه|جري)?(?!\w))?"
_HIJRI_DAY = rf"{_BEFORE}{_DAY}{_OF}{_HIJRI_MONTH}(?:{_IN}|{_GAP}){_HIJRI_YEAR}"
_HIJRI_MONTH_YEAR = rf"{_NO_DAY}{_HIJRI_MONTH}(?:{_IN}|{_GAP}){_HIJRI_YEAR}"

Reading = Callable[["re.Match[str]"], "FoundDate | None"]


def _day_first(match: re.Match[str]) -> FoundDate | None:
    first, second = int(match["day"]), int(match["month"])
    ambiguous = first <= 12 and second <= 12 and first != second
    swapped = second > 12
    month, day = (first, second) if swapped else (second, first)
    return _gregorian(match, month, day, ambiguous=ambiguous)


def _named_day(match: re.Match[str]) -> FoundDate | None:
    return _gregorian(match, _month_number(match, _MONTHS), int(match["day"]))


def _named_month(match: re.Match[str]) -> FoundDate | None:
    return _gregorian(match, _month_number(match, _MONTHS), 1, "month")


def _iso(match: re.Match[str]) -> FoundDate | None:
    return _gregorian(match, int(match["month"]), int(match["day"]))


def _year_alone(match: re.Match[str]) -> FoundDate | None:
    return _gregorian(match, 1, 1, "year") if match.start() == 0 else None


def _hijri_day(match: re.Match[str]) -> FoundDate | None:
    return _hijri(match, int(match["day"]), "day")


def _hijri_month(match: re.Match[str]) -> FoundDate | None:
    return _hijri(match, 1, "month")


def _gregorian(
    match: re.Match[str],
    month: int,
    day: int,
    precision: Precision = "day",
    ambiguous: bool = False,
) -> FoundDate | None:
    try:
        found = date(int(match["year"]), month, day)
    except ValueError:
        return None
    return FoundDate(found, precision, *match.span(), ambiguous=ambiguous)


def _hijri(match: re.Match[str], day: int, precision: Precision) -> FoundDate | None:
    try:
        hijri = Hijri(int(match["year"]), _month_number(match, _HIJRI_MONTHS), day)
    except (ValueError, OverflowError):
        return None
    converted = date(*hijri.to_gregorian().datetuple())
    return FoundDate(converted, precision, *match.span(), hijri=True)


def _month_number(match: re.Match[str], months: dict[str, int]) -> int:
    return months[" ".join(match["month"].split())]


_GREGORIAN: tuple[tuple[re.Pattern[str], Reading], ...] = (
    (re.compile(_DAY_MONTH_YEAR), _named_day),
    (re.compile(_MONTH_DAY_YEAR), _named_day),
    (re.compile(_ISO), _iso),
    (re.compile(_NUMERIC), _day_first),
    (re.compile(_MONTH_YEAR), _named_month),
    (re.compile(_YEAR_ALONE), _year_alone),
)
_HIJRI: tuple[tuple[re.Pattern[str], Reading], ...] = (
    (re.compile(_HIJRI_DAY), _hijri_day),
    (re.compile(_HIJRI_MONTH_YEAR), _hijri_month),
)


def _first(
    line: str, forms: tuple[tuple[re.Pattern[str], Reading], ...]
) -> FoundDate | None:
    return next(_readings(line, forms), None)


def _readings(
    line: str, forms: tuple[tuple[re.Pattern[str], Reading], ...]
) -> Iterator[FoundDate]:
    for pattern, reading in forms:
        for match in pattern.finditer(line):
            if found := reading(match):
                yield found


_BETWEEN = re.compile(r"[\s,/()\[\]-]*(?:(?:ال)?موافق\s*(?:ل\s*)?)?[\s,/()-]*")


def _are_one(line: str, one: FoundDate, other: FoundDate) -> bool:
    first, second = sorted((one, other), key=lambda found: found.start)
    return _BETWEEN.fullmatch(line[first.end : second.start]) is not None
