"""Keys by which looser forms of an Arabic word meet: broken plurals, verbs and their
nouns, words with a letter before them that may be a preposition.

A key begins with `k` and has the consonants of a stem: «سفينة» and «سفن», «حزب» and
«أحزاب», «ينتخب» and «انتخاب». Or it begins with `c` and has the stem that is left when
the first letter is a conjunction or preposition: «بمالي».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic import HAMZA, WEAK, begun, ended, stem

CLITIC = re.compile("[وفبلك](?=...)|س(?=[يتن]...)")
SOUND = {"اء": "يه", "ات": "ات"}
PLURALS = ("ان", "ين", "ون")
"""Endings that may belong to the word: «قوانين»."""
TOGETHER = re.compile("(?:مت|يت|تت|[متين])?(.ا..)")
"""«شارك», «يشارك», «تفاوض»: verbs of doing something with somebody."""
DOERS = ("ه", "ات", "ين", "ون")
"""«مشاركة», «مشاركون»: with these it is no plural, as «مصانع» is."""
TWINS = re.compile(r"(.)\1")
OF_THREE = re.compile("ا(..)")
"""What is left of «أغذية» and «أصوات», plurals of «غذاء» and «صوت»."""
THIRD = {"يه": "اء", "ات": "ات"}
"""What follows there, and what it stands for: a third consonant that is weak or ت."""
PLURALS = ("ان", "ين", "ون")
"""Endings that may belong to the word: «قوانين»."""
TOGETHER = re.compile("(?:مت|يت|تت|[متين])?(.ا..)")
"""«شارك», «يشارك», «تفاوض»: verbs of doing something with somebody."""
DOERS = ("ه", "ات", "ين", "ون")
"""«مشاركة», «مشاركون»: with these it is no plural, as «مصانع» is."""
TWINS = re.compile(r"(.)\1")
AFTER_A = re.compile("ا(..)")
"""What is left of «أغذية» and «أصوات», plurals of «غذاء» and «صوت»."""
PLURAL_OF = {
    "ايام": "يوم",
    "اباء": "اب",
    "اراء": "راي",
    "ابار": "بءر",
    "اخو": "اخ",
    "نساء": "امرا",
    "سيدات": "سيد",
    "ميا": "ماء",
    "برامج": "برنامج",
    "قوي": "قوه",
    "رءوس": "راس",
    "شباب": "شاب",
    "شبان": "شاب",
    "اناس": "ناس",
    "طرق": "طريق",
    "ماي": "ماء",
}
"""Plurals whose consonants are not those of their singular."""


def keys(written: str, word: str, of: str) -> tuple[str, ...]:
    """Of a folded word, as it was written, with its stem."""
    found = {
        f"k{bones}": None for form in _forms(word, of) for bones in skeletons(form)
    }
    if word.endswith(DOERS) and (verb := TOGETHER.fullmatch(of)):
        found[f"k{verb[1]}"] = None
    if written.endswith("أ"):
        found = {f"k{_bones(of)}ء": None}
    found.update((f"c{each}", None) for each in without_clitic(written, word))
    return tuple(found)


def asked(written: str, word: str, of: str) -> tuple[str, ...]:
    """More keys for a word that somebody looks for: the texts may have a letter before
    it where it has none, or none where it has one, or another hamza."""
    found = {f"c{of}": None}
    for each in without_clitic(written, word):
        found |= {f"c{each}": None} | {f"k{bones}": None for bones in _long(each)}
    if word.startswith("ال") and len(word) >= 5:
        other = word[2:] if written[0] in HAMZA else word
        found |= {f"k{bones}": None for bones in _long(ended(other))}
    if word.endswith("ا") and len(word) >= 4:
        found[f"k{_bones(of)}ء"] = None
    return tuple(found)


def without_clitic(written: str, word: str) -> list[str]:
    """The stem of the word if its first letter is a clitic."""
    if not CLITIC.match(word) or begun(written, word) != word:
        return []
    return [stem(written[1:], word[1:])]


def within(written: str, word: str) -> list[str]:
    """The stem of a long word that is asked for, if ل or ب at its beginning may be a
    preposition: «لشركات»."""
    is_long = len(word) >= 5 and word[0] in "لب"
    return without_clitic(written, word) if is_long else []


def skeletons(form: str) -> list[str]:
    """The consonants of a stem, in each way that they may be counted."""
    return [bones for bones in dict.fromkeys(_skeletons(form)) if len(bones) >= 2]


def _forms(word: str, of: str) -> Iterator[str]:
    yield of
    if of in PLURAL_OF:
        yield PLURAL_OF[of]
    if word.endswith(PLURALS) and not of.endswith(PLURALS):
        yield of + word[-2:]
    if (plural := OF_THREE.fullmatch(of)) and word[-2:] in THIRD:
        yield plural[1] + THIRD[word[-2:]]
    if word.startswith("و") and not of.startswith("و"):
        yield ended(word)


def _skeletons(form: str) -> Iterator[str]:
    yield from _counted(form)
    if form.endswith("اء") and len(form) >= 5:
        yield from _counted(form[:-2])
        yield _bones(form[1:-2]) if form.startswith("ا") else ""
    if form.endswith(("ان", "ين")) and len(form) >= 5:
        yield _bones(form[:-2])
    yield from _of_verb(form)


def _of_verb(form: str) -> Iterator[str]:
    if form[0] in "يتن" and len(shorter := _bones(form[1:])) >= 3:
        yield shorter
    if form[0] == "م" and len(shorter := _bones(form[1:])) >= 4:
        yield shorter
    if form[0] != "م" and (verb := TOGETHER.fullmatch(form)):
        yield verb[1]


def _counted(form: str) -> Iterator[str]:
    """An ا that begins the word may belong to the root («أمير») or not («أحزاب»)."""
    if form[0] != "ا":
        yield _bones(form[:-1] if len(form) == 3 and form[2] == "ه" else form)
        return
    root, pattern = _bones(form), _bones(form[1:])
    if len(root) <= 3:
        yield root
    if len(pattern) >= 3 or (len(form) >= 5 and form[-2] == "ا"):
        yield pattern


def _bones(form: str) -> str:
    bones = WEAK.sub("", form)
    single = TWINS.sub(r"\1", bones)
    if len(single) >= 2:
        return single
    return bones if len(bones) >= 2 else form[:2]


def _long(form: str) -> Iterator[str]:
    return (bones for bones in skeletons(form) if len(bones) >= 3)
