"""Times of day as they are printed, alone and after their date.

An aware value is printed as it stands: bring it into the right zone first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from thinktank.language.dates import format_date
from thinktank.language.numbers import house_digits
from thinktank.language.style import DEFAULT, Style


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of an hour; `midnight` and `noon` are the full hours themselves."""

    hour: str
    pause: str
    midnight: str
    small_hours: str
    morning: str
    noon: str
    midday: str
    evening: str


_WORDS = {
    "ar": _Words(
        hour="الساعة ",
        pause="، ",
        midnight="منتصف الليل",
        small_hours="بعد منتصف الليل",
        morning="صباحاً",
        noon="ظهراً",
        midday="ظهراً",
        evening="مساءً",
    ),
    "en": _Words(
        hour="",
        pause=", ",
        midnight="midnight",
        small_hours="a.m.",
        morning="a.m.",
        noon="noon",
        midday="p.m.",
        evening="p.m.",
    ),
}


def time_parts(
    value: time | datetime, language: str, style: Style = DEFAULT
) -> tuple[str, str]:
    """The hour and what is said of it, for tables: ("4:30", «مساءً»), ("4", "p.m.").

    A language whose words are not known has the clock of 24 hours and no words.
    """
    words = _WORDS.get(language.partition("-")[0])
    if words is None:
        return format_clock(value, language, style), ""
    hour = str(value.hour % 12 or 12)
    figure = f"{hour}:{value.minute:02d}" if value.minute else hour
    return house_digits(figure, language, style.digits), _part(value, words)


def format_time(value: time | datetime, language: str, style: Style = DEFAULT) -> str:
    """A time of day in a sentence: «الساعة 4 مساءً», "4:30 p.m.", "12 noon"."""
    words = _WORDS.get(language.partition("-")[0])
    hour, part = time_parts(value, language, style)
    return f"{words.hour}{hour} {part}" if words else hour


def format_clock(value: time | datetime, language: str, style: Style = DEFAULT) -> str:
    """A time on the clock of 24 hours, as records and schedules note it: 16:05."""
    return house_digits(f"{value:%H:%M}", language, style.digits)


def format_moment(
    value: datetime, language: str, style: Style = DEFAULT, *, clock: bool = False
) -> str:
    """Date and time: «12 أبريل، 2024، الساعة 4 مساءً», "12 April 2024, 4 p.m.".

    With `clock` the time is that of `format_clock`.
    """
    words = _WORDS.get(language.partition("-")[0])
    write = format_clock if clock else format_time
    pause = words.pause if words else " "
    day = format_date(value.date(), language, style=style)
    return f"{day}{pause}{write(value, language, style)}"


def _part(value: time | datetime, words: _Words) -> str:
    match value.hour, value.minute:
        case 0, 0:
            return words.midnight
        case 12, 0:
            return words.noon
        case 0, _:
            return words.small_hours
        case 12, _:
            return words.midday
    return words.morning if value.hour < 12 else words.evening
