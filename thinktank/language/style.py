"""How a house writes what is generated: dates, numbers and titles of works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinktank.language.months import Tradition
from thinktank.language.numbers import Digits

TitleMarks = Literal["guillemets", "parentheses"]


@dataclass(frozen=True, slots=True)
class Style:
    """The choices that the Arabic press makes differently from country to country.

    `months`, `digits`, `comma` (between month and year) and `titles` concern
    languages of the Arabic script alone; `hijri` says whether a Hijri date stands
    beside the Gregorian one, in every language. What authors wrote never changes.
    """

    months: Tradition = "gulf"
    digits: Digits = "latn"
    comma: bool = True
    hijri: bool = False
    titles: TitleMarks = "guillemets"


DEFAULT = Style()
