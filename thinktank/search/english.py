"""Stems of English words, and of any others in Latin letters.

The Porter stemmer, with plurals that it does not know and one of the two spellings
of English. The looser form also leaves off what makes an adjective, a person or a
nation of a word: «Egypt» and «Egyptian», «economy» and «economists».
"""

from __future__ import annotations

import re

import Stemmer

_stemmer = Stemmer.Stemmer("english", 0)  # `analysis` keeps what it has read

_BOUND = """
anti bi bio co counter cyber de e eco geo inter intra macro mega micro mid mini multi
neo non over post pre pro pseudo re semi socio sub super trans ultra un under
"""
BOUND = frozenset(_BOUND.split())
"""Beginnings that are written with a hyphen or without: «co-operation»."""
_IRREGULAR = {
    "men": "man",
    "children": "child",
    "wives": "wife",
    "knives": "knife",
    "thieves": "thief",
    "halves": "half",
    "wolves": "wolf",
    "feet": "foot",
    "mice": "mouse",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "indices": "index",
    "vertices": "vertex",
    "israeli": "israel",
    "israelis": "israel",
}
_NOT_MEN = ("regimen", "specimen", "abdomen", "bitumen", "turkmen")
_SPELLINGS = [
    (re.compile(pattern), better)
    for pattern, better in (
        (r"(?<=[a-z]{2})(men)$", "man"),
        (r"(cris|analys|paralys|thes|synthes|oas|diagnos|emphas)es$", r"\1is"),
        (r"(?<=[a-z]{2}[b-df-hj-np-tv-z])is(e[sdr]?|ers|ing|ations?)$", r"iz\1"),
        (
            r"^((?:dis|mis)?(?:lab|fav|col|hon|harb|neighb|behavi|endeav|hum|rum|vap"
            r"|arm|rig|vig|tum|savi|splend))our",
            r"\1or",
        ),
        (r"(cent|theat|met|lit|fib)re(s?)$", r"\1er\2"),
        (r"^(def|off|lic|pret)ence", r"\1ense"),
        (r"^programme(s?)$", r"program\1"),
    )
]
_DERIVED = re.compile(
    r"(?<=.{4})(?:ship|ian|ean|an|ist|ism|ish|es|ey|on|ic|al|[aeioy])$"
)
SHORTEST = 4
"""Letters of a word that has a looser form."""
_POLICY = re.compile(r"(?<=a)ci$|(?<=li)ci$")


def stem(word: str) -> str:
    return str(_stemmer.stemWord(_IRREGULAR.get(word) or _spelt(word)))


def loose(stem: str) -> str:
    """The stem without the endings that make another word of it."""
    shorter = _DERIVED.sub("", _POLICY.sub("t", stem))
    return shorter if shorter == stem else loose(shorter)


def _spelt(word: str) -> str:
    if len(word) < 5 or word.endswith(_NOT_MEN) or word == "yemen":
        return word
    for pattern, better in _SPELLINGS:
        word = pattern.sub(better, word)
    return word
