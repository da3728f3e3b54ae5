"""The letter by which a person without a photograph is known."""

from __future__ import annotations

import re
import unicodedata

from thinktank.language.bidi import strip_controls
from thinktank.language.names import bare_name
from thinktank.language.scripts import MARKS, TATWEEL

HEH = "\u0647"
NOT_THE_ARTICLE = ("الياس", "اليسا", "الكسندر", "الكساندر", "البرت", "البير", "الفريد")
"""Names that begin with the letters of the article without having it."""

_ARTICLE = re.compile(
    r"^\W*(?:[اٱ]ل(?=\w\w)|(?:al|el)[-\u2010\u2011](?=\w))", re.IGNORECASE
)
_SIGNS = re.compile(f"[{''.join(MARKS.values())}{TATWEEL}]")


def initial(name: str) -> str:
    """The first letter of a name, without its honorific and its article.

    A capital where the script has capitals; heh takes its tail («هـ»), for alone it
    looks like a digit. Empty for a name without letters.
    """
    plain = bare_name(strip_controls(unicodedata.normalize("NFC", name)))
    bare = _without_article(_SIGNS.sub("", plain).strip())
    letter = next(filter(_is_letter, bare), "")
    return HEH + TATWEEL if letter == HEH else letter.upper()[:1]


def _without_article(name: str) -> str:
    if name.partition(" ")[0] in NOT_THE_ARTICLE:
        return name
    return _ARTICLE.sub("", name, count=1)


def _is_letter(char: str) -> bool:
    return unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lo")
