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
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "thieves": "thief",
    "halves": "half",
    "wolves": "wolf",
    "shelves": "shelf",
    "feet": "foot",
    "mice": "mouse",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "indices": "index",
    "vertices": "vertex",
    "matrices": "matrix",
    "appendices": "appendix",
    "memoranda": "memorandum",
    "referenda": "referendum",
    "bacteria": "bacterium",
    "curricula": "curriculum",
    "grey": "gray",
    "cheque": "check",
    "cheques": "check",
    "tonne": "ton",
    "tonnes": "ton",
    "aluminium": "aluminum",
    "israeli": "israel",
    "israelis": "israel",
}
_OWN = (
    ("important", "importance"),
    ("capitalist", "capitalism"),
    ("executive",),
    ("business", "businesses"),
)
_STEMS = {form: words[0] for words in _OWN for form in (*words, f"{words[0]}s")}
_STEMS |= {"importantly": "important"}
"""Words that are none of «import», «capital», «execute» and «busy»."""
_NATIONS = {
    "asian": "asia",
    "briton": "britain",
    "british": "britain",
    "dane": "denmark",
    "danish": "denmark",
    "dutch": "netherland",
    "emirati": "emir",
    "french": "franc",
    "greek": "greec",
    "kazakhstan": "kazakh",
    "polish": "poland",
    "scottish": "scotland",
    "shiit": "shia",
    "spaniard": "spain",
    "spanish": "spain",
    "swede": "sweden",
    "swedish": "sweden",
    "swiss": "switzerland",
    "turkmenistan": "turkmen",
    "uzbekistan": "uzbek",
    "tajikistan": "tajik",
    **dict.fromkeys(["australia", "australian"], "australia"),
    **dict.fromkeys(["austria", "austrian"], "austria"),
    **dict.fromkeys(["nigeria", "nigerian"], "nigeria"),
    "opera": "opera",
}
"""Looser forms that no rule gives, by stems."""
_NOT_MEN = ("regimen", "specimen", "abdomen", "bitumen", "turkmen")
_SPELLINGS = [
    (re.compile(pattern), better)
    for pattern, better in (
        (r"(?<=[a-z]{2})(men)$", "man"),
        (r"(cris|analys|paralys|thes|synthes|oas|diagnos|emphas)es$", r"\1is"),
        (r"(?<=[a-z]{2}[b-df-hj-np-tv-z])is(e[sdr]?|ers|ing|ation(?:s|al)?)$", r"iz\1"),
        (r"^(anal|paral|catal)ys(e[dr]?|ers|ing)$", r"\1yz\2"),
        (r"(?<=[a-z]{3}l)ogue(s?)$", r"og\1"),
        (r"^manoeuvr(?:e(?!d))?", "maneuver"),
        (r"^sceptic", "skeptic"),
        (r"^artefact", "artifact"),
        (r"^plough", "plow"),
        (r"(?<=^fue)ll(?=e[dr]|ing)", "l"),
        (r"(?<=^counse)llor", "lor"),
        (r"(?<=[a-z]{2}dg)ement", "ment"),
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
    r"(?<=.{4})(?:ship|ian|ean|an|ist|ism|ish|es|ey|ic|al|[aeioy])$"
    r"|(?<=.{5})(?:(?<!i)on|or|it)$"
)
_TURNED = [
    (re.compile(pattern), better)
    for pattern, better in (
        (r"(?<=a)ci$|(?<=li)ci$", "t"),  # "policy", "political"
        (r"(?<=va|ci|vi|lu|lo|ro)s$", "d"),  # "invasion", "decision", "explosion"
        (r"(?<=pon|fen|pan|hen)s$", "d"),  # "response", "defence", "expansion"
        (r"(?<=[xs][tp]en)s$", "d"),  # "extension", "suspension"
        (r"(?<=suc|pro)cess$", "ceed"),
        (r"(?<=destr)uct$", "oy"),
        (r"(?<=du)ct$", "c"),  # "production", "produce"
        (r"(?<=.{4})ant$", "at"),  # "migrants", "migrate"
        (r"(?<=.{3})bil$", "bl"),  # "stability", "stable"
        (r"(?<=e)rr$", "r"),  # "deterrence", "deter"
    )
]
SHORTEST = 4
"""Letters of a word that has a looser form."""


def stem(word: str) -> str:
    if own := _STEMS.get(word):
        return own
    return str(_stemmer.stemWord(_IRREGULAR.get(word) or _spelt(word)))


def loose(stem: str) -> str:
    """The stem without the endings that make another word of it."""
    if nation := _NATIONS.get(stem):
        return nation
    shorter = stem
    for pattern, better in _TURNED:
        shorter = pattern.sub(better, shorter)
    shorter = _DERIVED.sub("", shorter)
    return shorter if shorter == stem else loose(shorter)


def _spelt(word: str) -> str:
    if len(word) < 5 or word.endswith(_NOT_MEN) or word == "yemen":
        return word
    for pattern, better in _SPELLINGS:
        word = pattern.sub(better, word)
    return word
