"""Stems of Arabic words: a careful one, and keys by which looser forms meet.

The stem takes off what is attached (the article, prepositions, pronouns, endings of
number and gender, the nisba), never a letter of the root, so that «شركة» and «شراكة»
stay apart. The keys leave out long vowels too, where broken plurals differ: «سفينة»
and «سفن», «حزب» and «أحزاب», «ميناء» and «موانئ».
"""

from __future__ import annotations

import re

ARTICLES = (
    *("وبال", "فبال", "وكال"),
    *("ولل", "فلل", "وال", "بال", "كال", "فال"),
    *("لل", "ال"),
)
"""The article with what may stand before it, the longest first."""
ENDINGS: tuple[tuple[str, int], ...] = (
    ("تهما", 3),
    ("هما", 4),
    ("تها", 3),
    ("تهم", 3),
    ("تنا", 3),
    ("تان", 3),
    ("تين", 4),
    ("ات", 3),
    ("ها", 3),
    ("هم", 4),
    ("نا", 4),
    ("ته", 3),
    ("ون", 4),
    ("ين", 4),
    ("وا", 3),
    ("ه", 3),
    ("ي", 3),
    ("ا", 3),
    ("ت", 4),
)
"""What a word may end in, and how many letters must be left before it."""
TURNS = 3
"""How many endings a word has at most: «الفلسطينيون» is فلسطين + ي + ون."""
CLITICS = "وفبكلس"
WEAK = re.compile("(?<=.)(?:اء(?=.)|[اوي])")
"""Long vowels after the first letter, with the hamza of «رسائل» and «خرائط»."""
HAMZA_ALIF = re.compile("[أإآ]ل")
NAMES = re.compile("(?:[وفبكل]?)(?=الماني|البانيا|الكسند|اليزابي|البرت|الياس)")
"""Names whose first letters look like the article when their hamza is left out."""


def stem(written: str, word: str) -> str:
    """Of a folded `word`; `written` has its hamza, by which «ألم» is no «الم»."""
    return _ended(_begun(word, bare=not HAMZA_ALIF.match(written)))


def keys(word: str, stem: str) -> tuple[str, ...]:
    """The looser forms of a word: `k` and the consonants of its stem, `c` and the stem
    without a letter before it that may be a preposition."""
    found = dict.fromkeys(f"k{bones}" for bones in _skeletons(stem))
    if word.startswith("و") and not stem.startswith("و"):
        # It may be the first letter of the root: «وزراء».
        found |= dict.fromkeys(f"k{bones}" for bones in _skeletons(_ended(word)))
    if clitic := without_clitic(word):
        found[f"c{clitic}"] = None
    return tuple(found)


def without_clitic(word: str) -> str:
    """The stem of a word whose first letter may be «و», «ب», «ل» …: «بمالي»."""
    if word.startswith(ARTICLES[:-1]) or len(word) < 5 or word[0] not in CLITICS:
        return ""
    return _ended(_begun(word[1:], bare=True))


def _begun(word: str, *, bare: bool) -> str:
    if name := NAMES.match(word):
        return word[name.end() :]
    for article in ARTICLES if bare else ():
        if word.startswith(article):
            rest = word[len(article) :]
            # «للاجئين» is ل and «لاجئين»: the article's own letter is not written.
            if article.endswith("لل") and rest.startswith("ا"):
                rest = f"ل{rest}"
            if len(rest) >= 2 + (article != "ال"):
                return rest
    if word.startswith("و") and len(word) >= 5:
        return word[1:]
    return word


def _ended(word: str) -> str:
    for _turn in range(TURNS):
        shorter = _one_ending_less(word)
        if shorter == word:
            break
        word = shorter
    return word


def _one_ending_less(word: str) -> str:
    for ending, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def _skeletons(stem: str) -> list[str]:
    """Consonants in order; and those without the ending of a dual, without that of a
    plural like «شركاء», or without the letter before a verb."""
    found = [_bones(stem)]
    if stem.endswith(("ان", "ين")) and len(stem) >= 5:
        found.append(_bones(stem[:-2]))
    looser = [stem[:-2]] if stem.endswith("اء") else []
    looser += [stem[1:]] if stem[:1] in "يتن" else []
    found += (bones for bones in map(_bones, looser) if len(bones) >= 3)
    return [bones for bones in found if len(bones) >= 2]


def _bones(stem: str) -> str:
    inner = WEAK.sub("", stem)
    return inner[1:] if inner.startswith("ا") and len(inner) > 2 else inner
