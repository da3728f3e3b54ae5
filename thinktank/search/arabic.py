"""Stems of Arabic words.

The stem takes off what is attached (conjunctions, prepositions, the article, pronouns,
endings of number and gender, the nisba), never a letter of the root, so that «شركة»
and «شراكة» stay apart. What may be a letter of the root stays on; by their `looser`
forms such words still meet.
"""

from __future__ import annotations

import re

HAMZA = "أإآ"
WEAK = re.compile("(?<=.)(?:اء(?=.)|[اوي])")
"""Long vowels after the first letter, with the hamza of «رسائل» and «خرائط»."""

ARTICLES = ("فبال", "بال", "كال", "فال", "فلل", "لل", "ال")
LAM = re.compile(
    "اجء|اعب|اتين|امركز|احق|جن[هت]|جان$|بنان|يبي|يبرال|قاح|قاء|غ[هات]|ير[هات]|حظ|ندن|وح"
)
"""What «لل» leaves of words that begin with ل: «للجنة», «للبنان»."""
NAMES = re.compile(
    "[وفبكل]?(?=الماني|البانيا|الكسند|اليزابي|البرت|الياس|الكترون|الله$|ابو...|عبدال..)"
    "|[وفبكل]?ا(?=مرا[هت]|بن$)"  # «امرأة» is «المرأة», «ابن» is «بن».
)
"""Words that begin as if with the article, and names that are joined to one word."""
PREPOSITION = re.compile(
    "ب(?=م...|ف..|ب[^غ]..)"  # No root begins with two labials,
    "|ل(?=م....|ر..)"  # two liquids
    "|ك(?=[قجغخ]..)"  # or two velars.
    "|[بلكف](?=است..|ا.ت.ا.|ان..ا.)"  # «باستخدام», «لانتخاب»
    "|[بل](?=ت..ي.|ت.ا..)"  # «لتمويل», «بتعاون»
)
"""A letter that can be none of the root's; a hamza after it says the same."""

_ROOTS = """
وبء وثق وجب وجد وجه وجع وحد وحش ودد ورث ورد ورش ورط ورق وزر وزع وزن وسط وسع وسل وسم
وشك وصف وصل وضح وضع وطن وظف وعد وعظ وفد وفر وفق وقت وقد وقع وقف وكب وكل ولد وهب وهم
"""
OWN_W = frozenset(_ROOTS.split())
"""Consonants of words whose و belongs to the root: «وزارة», «وثائق»."""
_WORDS = """
واشنطن وارسو ويلز وباء وداع وداءع وديع وصايا وصايه وصيه وعاء وفاه وفاته وفيات وقاءي
وقايه ولاء ولايا ولايه ولايته ولايتها
"""
BEGIN_W = tuple(_WORDS.split())
"""More of them, with fewer consonants or foreign."""
ACTIVE = re.compile("وا(.)(.)(?:[يها]|ات|ين|ون|ان|يات|ها|ته|تها)*")
"""«واقع», «واجبات»: words with و and ا where و may belong to the root."""

ENDINGS: tuple[tuple[str, int], ...] = (
    ("تهما", 3),
    ("هما", 4),
    ("ستان", 4),
    ("تها", 3),
    ("تهم", 3),
    ("تنا", 3),
    ("تان", 3),
    ("تين", 3),
    ("ات", 3),
    ("ها", 3),
    ("هم", 3),
    ("نا", 4),
    ("ته", 3),
    ("ان", 4),
    ("ون", 4),
    ("ين", 4),
    ("وا", 3),
    ("ه", 3),
    ("ي", 3),
    ("ا", 3),
    ("ت", 4),
)
"""What a word may end in, and how many letters must be left before it."""
_BY_LAST = {
    last: tuple(pair for pair in ENDINGS if pair[0].endswith(last))
    for last in {ending[-1] for ending, _least in ENDINGS}
}
TURNS = 4
"""How many endings a word has at most: «البريطانيتين» has four."""
WHOLE = {
    "هم": re.compile(
        "(?:[يتنم]|[متين]ت|[امتين]?ست)?(?:[سف]ا?|[لبتمو]|درا?|دا)هم"  # «تفاهم»
    ),
    "ان": re.compile("طالبان"),
    "نا": re.compile(".*[اوي]نا"),  # «قانونًا»
    "ستان": re.compile("م.*"),  # «ممارستان» has the ending of two.
    "ه": re.compile(".*الله"),
    "ت": re.compile(".*[اوي]ت"),  # «بيروت», «توقيت»
}
"""Where what looks like an ending belongs to the word."""
OF_TWO = re.compile("(..)ات(?:ي|ه|ها|هم|هما|نا)?")
"""«لغات», «جهاتها»: plurals of words of two letters and ة."""
NOT_OF_TWO = frozenset(["حي", "قن", "وف", "فت", "نج", "زك", "صل"])
"""«حياته», «قناتها»: they are not plurals."""
TWO_OF_TWO = re.compile("(?!بس|فس|حي)(..)ت(?:ان|ين|ا)")
"""«لغتان», «جهتين»: two of such a thing."""
_WITH_T = "بيت صوت وقت موت بنت ذات زيت صمت حوت سبت نفت تحت بحت"
ROOT_T = frozenset(_WITH_T.split())
"""Their ت belongs to the root; that of «خطتها» is a ة."""
FEMININE = re.compile("(..[^اوي])(?:ه|ا?ت(?:ها|هم|هما|ه|نا|ان|ين|يها|يهم|ي)|ات)")
"""Words of three letters and ة, and of ت or ات for it: «عملة» is no «عمل»."""
_TAKE_AT = "ملف مقر ممر محل مصب طلب غاز سند سجل باص"
TAKE_AT = frozenset(f"{word}ات" for word in _TAKE_AT.split())
"""Plurals of words of three letters without ة."""
IRREGULAR = {"سنو": "سنه", "ماءه": "مءه", "هيا": "هيءه"}
LOANS = (
    ("اميرك", "امريك"),
    ("اورب", "اوروب"),
    ("ديموقراط", "ديمقراط"),
    ("ديبلوماس", "دبلوماس"),
    ("مليش", "ميليش"),
    ("تلفاز", "تلفزيون"),
)
"""Foreign words that are spelt in two ways, by what they begin with."""


def stem(written: str, word: str) -> str:
    """Of a folded `word`; `written` has its hamza, by which «ألم» is no «الم»."""
    found = _stem(written, word)
    for one, other in LOANS:
        if found.startswith(one):
            return found.replace(one, other, 1)
    return IRREGULAR.get(found, found)


def _stem(written: str, word: str) -> str:
    rest = begun(written if len(written) == len(word) else word, word)
    if written.endswith("أ"):
        return rest  # The last letter of «خطأ» is no ending, unlike that of «خطًا».
    if (feminine := FEMININE.fullmatch(rest)) and _is_feminine(written, rest):
        return f"{feminine[1]}ه"
    # No ة follows the ت of another: that of «ثابتة» is of the root.
    return ended(rest[:-1] if written.endswith("ة") and len(rest) > 3 else rest)


def feminine(written: str, word: str) -> str:
    """The stem, if the word ends in a ة that somebody wrote as ه."""
    return stem(f"{written[:-1]}ة", word) if written.endswith("ه") else ""


def begun(written: str, word: str) -> str:
    """The word without what is attached before it."""
    if name := NAMES.match(word):
        return word[name.end() :]
    if _has_conjunction(written, word) or _has_preposition(written, word):
        return begun(written[1:], word[1:])
    for article in ARTICLES:
        if word.startswith(article) and not set(HAMZA) & set(written[: len(article)]):
            rest = word[len(article) :]
            if len(rest) >= 2 + (article not in ("ال", "لل")):
                return f"ل{rest}" if _lost_lam(article, rest) else rest
    return word


def ended(word: str) -> str:
    """The word without its endings."""
    if (plural := OF_TWO.fullmatch(word)) and plural[1] not in NOT_OF_TWO:
        return f"{plural[1]}ه"
    if (dual := TWO_OF_TWO.fullmatch(word)) and f"{dual[1]}ت" not in ROOT_T:
        return f"{dual[1]}ه"
    shorter = word
    for _turn in range(TURNS):
        shorter = _one_ending_less(shorter)
    if len(shorter) == 3 < len(word) and shorter[2] == "ت" and shorter not in ROOT_T:
        return f"{shorter[:2]}ه"
    return shorter


def _has_conjunction(written: str, word: str) -> bool:
    return word.startswith("و") and len(word) >= 4 and not _owns_w(written, word)


def _owns_w(written: str, word: str) -> bool:
    if written[1] in f"{HAMZA}و":
        return False
    if word.startswith(BEGIN_W):
        return True
    if word[1] == "ا":
        active = ACTIVE.fullmatch(word)
        return active is not None and f"و{active[1]}{active[2]}" in OWN_W
    bones = WEAK.sub("", ended(word)).removesuffix("ء")
    if len(bones) == 4 == len(word):
        bones = bones.removesuffix("ت")  # «وقعت»
    return bones in OWN_W and word != "وعوده"


def _has_preposition(written: str, word: str) -> bool:
    if PREPOSITION.match(word):
        return True
    return len(word) >= 4 and word[0] in "بلكف" and written[1] in HAMZA


def _lost_lam(article: str, rest: str) -> bool:
    """«للجنة» is written with two ل instead of three."""
    return article.endswith("لل") and bool(LAM.match(rest))


def _is_feminine(written: str, rest: str) -> bool:
    """«عمله» is his work, and perhaps a careless «عملة»."""
    if rest[3:] in ("ه", "ته"):
        return (rest[3:] == "ه") == written.endswith("ة")
    return rest[:5] not in TAKE_AT


def _one_ending_less(word: str) -> str:
    for ending, least in _BY_LAST.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            whole = WHOLE.get(ending)
            if not (whole and whole.fullmatch(word)):
                return word[: -len(ending)]
    return word
