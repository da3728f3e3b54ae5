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
VERB = re.compile("و?(?:س[يتن](?!ا)|[لف]ي(?=....)|فا(?=....))")
"""«سيرتفع», «ليرتفع», «فارتفعت»: it can be nothing but a verb after a clitic."""
NO_VERB = frozenset(["تونس", "يونس", "يوسف", "نيران"])
"""Their first letter is no person's."""
HOLLOW = re.compile("(?:[يتن]ت?|مت)(.[وي])ي?(.)|ا(.)ا(.)")
"""«تطوير», «يتطور» and «إدارة», «يدير»: verbs whose second consonant is weak."""
DEFECTIVE = re.compile("[يتن](..)ي|ا(..)(?:[يت]|اء)")
"""«إلغاء», «ألغت», «يلغي»: verbs whose third consonant is weak."""
DOUBLED = re.compile(r"ا(..)(.)ا\2")
"""«احتلال»: the letter is single in «محتل»."""
MADE = re.compile("ت(..)ي(.)")
"""«تمويل» has its own «ممول»."""
BOTH = re.compile("(.)(.)ا(.)")
"""«نقاش», «حصار», «رقابة»: nouns of the same verbs as «مناقشة», «محاصرة», «مراقبة»."""
NOT = re.compile("لا(.{4,})")
"""«لامركزية»"""
TOGETHER = re.compile("(?:مت|يت|تت|[متين])?(.ا..)")
"""«شارك», «يشارك», «تفاوض»: verbs of doing something with somebody."""
DOERS = ("ه", "ات", "ين", "ون")
"""«مشاركة», «مشاركون»: with these it is no plural, as «مصانع» is."""
PLURALS = ("ان", "ين", "ون")
"""Endings that may belong to the word: «قوانين»."""
OF_THREE = re.compile("ا(..)")
"""What is left of «أغذية» and «أصوات», plurals of «غذاء» and «صوت»."""
THIRD = {"يه": "اء", "ات": "ات"}
"""What follows there, and what it stands for: a third consonant that is weak or ت."""
FULL = re.compile(".وي.")
"""«السويس» is far from «سياسة»: here a و is no vowel."""
TWINS = re.compile(r"(.)\1")
PLURAL_OF = {
    "ايام": "يوم",
    "اباء": "اب",
    "اراء": "راي",
    "ابار": "بءر",
    "اخو": "اخ",
    "بنه": "بنت",
    "بن": "ابن",
    "نساء": "مرا",
    "جيران": "جار",
    "نيران": "نار",
    "دماء": "دم",
    "ميا": "ماء",
    "برامج": "برنامج",
    "قوي": "قوه",
    "رءوس": "راس",
    "اطباء": "طبيب",
    "اشقاء": "شقيق",
    "احباء": "حبيب",
    "شباب": "شاب",
    "شبان": "شاب",
    "مخاطر": "خطر",
}
"""Plurals whose consonants are not those of their singular."""
SINGULARS = frozenset(PLURAL_OF.values())


def keys(written: str, word: str, of: str) -> tuple[str, ...]:
    """Of a folded word, as it was written, with its stem."""
    of = _masculine(of)
    if written.endswith("أ"):
        found = {f"k{_bones(of)}ء": None}
    else:
        rest = begun(written, word)
        bones = [*_all_bones(rest, word, of), *_hard(written, word, rest)]
        found = dict.fromkeys(f"k{each}" for each in bones)
    if clitic := without_clitic(written, word):
        found[f"c{clitic}"] = None
        if VERB.match(word) and not written.endswith("ة"):
            found |= dict.fromkeys(f"k{bones}" for bones in skeletons(clitic))
    return tuple(found)


def asked(written: str, word: str, of: str) -> tuple[str, ...]:
    """More keys for a word that somebody looks for: the texts may have a letter before
    it, or another hamza."""
    found = {f"c{of}": None}
    of = _masculine(of)
    if clitic := without_clitic(written, word):
        found[f"c{clitic}"] = None
    if word.startswith("ال") and len(word) >= 5:
        found |= _long(ended(word[2:] if written[0] in HAMZA else word))
    if word.endswith("ا") and len(word) >= 4:
        found[f"k{_bones(of)}ء"] = None
    return tuple(found)


def without_clitic(written: str, word: str) -> str:
    """The stem of the word if its first letter may be a clitic, or the one after its
    conjunction: «وبسيادة»."""
    rest = begun(written, word)
    after = len(word) - len(rest)
    if not CLITIC.match(rest) or word != f"{'و' * after}{rest}":
        return ""
    return "" if after and rest[0] == "و" else stem(written[after + 1 :], rest[1:])


def is_likely(word: str) -> bool:
    """Whether its first letter is one that people leave on what they look for."""
    return word[0] in "لب" and len(word) >= 5


def skeletons(form: str) -> list[str]:
    """The consonants of a stem, in each way that they may be counted."""
    return [bones for bones in dict.fromkeys(_skeletons(form)) if len(bones) >= 2]


def _masculine(of: str) -> str:
    """«عملة» and «عمل» meet."""
    return of[:-1] if len(of) == 4 and of[-1] == "ه" and of != "الله" else of


def _all_bones(rest: str, word: str, of: str) -> Iterator[str]:
    if re.fullmatch("[^ا].و", of) and word.endswith("ه"):
        yield of  # «ثروة» is far from «ثورة».
        return
    for form in _forms(rest, word, of):
        yield from skeletons(form)
    singular = PLURAL_OF.get(of, of)
    if singular in SINGULARS:
        yield singular
    if verb := DEFECTIVE.fullmatch(rest):
        yield f"{verb[1] or verb[2]}اء"
    if word.endswith(DOERS) and (verb := TOGETHER.fullmatch(of)):
        yield verb[1]


def _hard(written: str, word: str, rest: str) -> list[str]:
    """The consonants with the hamza of «شأن», which is one in «شؤون», too."""
    own = written[len(word) - len(rest) :]
    if "أ" not in own[1:] or len(own) != len(rest):
        return []
    return skeletons(ended("".join(map(_with_hamza, rest, f"_{own[1:]}"))))


def _with_hamza(letter: str, written: str) -> str:
    return "ء" if written == "أ" else letter


def _forms(rest: str, word: str, of: str) -> Iterator[str]:
    yield of
    if rest.endswith(PLURALS):
        yield rest
    if (plural := OF_THREE.fullmatch(of)) and word[-2:] in THIRD:
        yield plural[1] + THIRD[word[-2:]]
    if len(of) == 4 and of[3] == "ت" and of[2] not in "اوي" and word.endswith("ت"):
        yield of[:3]  # «فرضت»
    if opposite := NOT.fullmatch(of):
        yield opposite[1]
    if word.startswith("و") and not of.startswith("و"):
        yield ended(word)


def _skeletons(form: str) -> Iterator[str]:
    if len(form) == 3 and form.endswith("ه"):
        form = form[:-1]
    yield from _counted(form)
    if len(form) == 3 and form.endswith("ي"):
        yield _bones(form[:-1])  # «صحي» meets «صحة».
    if form.endswith("اء") and len(form) >= 5:
        yield from _of_many(form[:-2])
    if form.endswith("ين") and len(form) >= 5:
        yield _bones(form[:-2])
    if len(form) == 5 and form.endswith(("يون", "يين")):
        yield _bones(form[:-3])  # «الغزيون» meet «غزة».
    if form.endswith("ان") and len(two := _bones(form[:-2])) >= 3:
        yield two
    yield from _of_verb(form)


def _counted(form: str) -> Iterator[str]:
    """An ا that begins the word may belong to the root («أمير») or not («أحزاب»)."""
    root, pattern = _bones(form), _single(WEAK.sub("", form[1:]))
    if form[0] != "ا" or len(root) <= 3:
        yield root
    if form[0] == "ا" and (len(pattern) >= 3 or (len(form) >= 5 and form[-2] == "ا")):
        yield pattern


def _of_many(form: str) -> Iterator[str]:
    """What stands before the end of «شركاء», «أصدقاء» and «أعضاء»."""
    yield from _counted(form)
    if form.startswith("ا"):
        yield WEAK.sub("", form[1:])


def _of_verb(form: str) -> Iterator[str]:
    if form in NO_VERB:
        return
    if doubled := DOUBLED.fullmatch(form):
        yield f"م{doubled[1]}{doubled[2]}"
    if made := MADE.fullmatch(form):
        yield _bones(f"م{made[1]}{made[2]}")
    if both := BOTH.fullmatch(form):
        yield f"{both[1]}ا{both[2]}{both[3]}"
    if hollow := HOLLOW.fullmatch(form):
        yield (hollow[1] or f"{hollow[3]}ي") + (hollow[2] or hollow[4])
    shorter = _bones(form[1:])
    if len(shorter) >= (4 if form[0] == "م" else 3) and form[0] in "يتنم":
        yield shorter
    if form[0] != "م" and (verb := TOGETHER.fullmatch(form)):
        yield verb[1]


def _bones(form: str) -> str:
    if FULL.fullmatch(form):
        return form
    bones = WEAK.sub("", form)
    if len(form) == len(bones) == 2:
        return f"{form}{form[1]}"  # «حق» meets «حقوق».
    return _single(bones) if len(bones) >= 2 else form[:2]


def _single(bones: str) -> str:
    """«مستقل» meets «استقلال», «يحتل» meets «احتلال»."""
    return TWINS.sub(r"\1", bones) if len(bones) >= 4 else bones


def _long(form: str) -> dict[str, None]:
    return {f"k{bones}": None for bones in skeletons(form) if len(bones) >= 3}
