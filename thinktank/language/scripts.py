"""Scripts and the direction they are written in.

Scripts go by lower-case names ("arabic", "latin" …); languages by BCP 47 tags, of
which only the first part counts ("ar-AE" is "ar").
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Literal

Direction = Literal["ltr", "rtl"]

LETTERS = {
    "arabic": (
        "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6"
        "\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u0887\u08a0-\u08c9"
        "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc"
    ),
    "latin": (
        "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af"
        "\u1e00-\u1eff\ufb00-\ufb06"
    ),
    "hebrew": "\u05d0-\u05f2\ufb1d-\ufb4f",
    "greek": "\u0370-\u0373\u0376-\u037d\u0386-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u0481\u048a-\u052f",
    "han": "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3",
}
"""The letters of each script, as the inside of a regular expression's class.

"han" stands for the East Asian scripts together."""

MARKS = {
    "arabic": "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06ed",
    "latin": "\u0300-\u036f",
    "hebrew": "\u0591-\u05c7",
}
"""The signs that sit on letters, for the scripts whose texts carry them."""

TATWEEL = "\u0640"

RIGHT_TO_LEFT = frozenset({"arabic", "hebrew"})

SCRIPT_OF_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), "arabic"),
    **dict.fromkeys(("he", "yi"), "hebrew"),
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky"), "cyrillic"),
    **dict.fromkeys(("zh", "ja", "ko"), "han"),
    "el": "greek",
}

LANGUAGE_OF_SCRIPT = {"arabic": "ar", "latin": "en", "hebrew": "he", "greek": "el"}

_SCRIPTS = {name: re.compile(f"[{letters}]") for name, letters in LETTERS.items()}


@cache
def script_for(language: str) -> str:
    """The script a language is written in; "latin" for one that is not listed."""
    return SCRIPT_OF_LANGUAGE.get(language.lower().partition("-")[0], "latin")


def language_for(script: str) -> str:
    """The language that a run of `script` inside another text is labelled with.

    Latin runs are labelled English and Arabic ones Arabic; a script shared by
    several languages with no such favourite says only its script ("und-Cyrl").
    """
    undetermined = {"cyrillic": "und-Cyrl", "han": "und-Hani"}
    return LANGUAGE_OF_SCRIPT.get(script) or undetermined.get(script, "und")


@cache
def direction(language: str) -> Direction:
    """The direction texts of `language` run in."""
    return "rtl" if script_for(language) in RIGHT_TO_LEFT else "ltr"


@cache
def script_of(char: str) -> str:
    """The script of a letter; "" for digits, marks, punctuation and rarer scripts."""
    return next((name for name, found in _SCRIPTS.items() if found.match(char)), "")


def dominant_script(text: str) -> str:
    """The script most letters of `text` belong to; "" when it has no letters."""
    counted = Counter(map(script_of, text))
    del counted[""]
    return counted.most_common(1)[0][0] if counted else ""
