"""The line that names the authors."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thinktank.language.names import HONORIFIC
from thinktank.language.scripts import dominant_script

from .words import count, is_kind_of_text


@dataclass(frozen=True, slots=True)
class Byline:
    """Authors with their honorifics, as typed.

    `roles` are what stood beside the names (posts, institutions). `divided` says
    that «و» was taken for "and" between two names.
    """

    authors: tuple[str, ...]
    roles: tuple[str, ...] = ()
    divided: bool = False


_LONGEST = 40  # words, for a line with several authors and their posts
_LONGEST_NAME = 7
_LONGEST_POST = 12
_MOST_LETTERS = 1_000

_ANNOUNCED = re.compile(
    r"(?i)(?:(?:by|written by|prepared by|(?:بقلم|إعداد|اعداد|تأليف|تحرير)"
    r"(?:\s+و(?:تحرير|تقديم|تنسيق|مراجعة|إعداد|إشراف))?)"
    r"(?:\s+(?:ال)?(?:باحثة?|باحثان|باحثون|باحثين|كاتبة?)(?=\s*[:/]))?"
    r"(?=[\s:/])\s*(?P<sign>[:/])?"
    r"|(?:authors?|كتابة|كتب(?:ت|ه|ته)?|(?:ال)?(?:كاتبة?|باحثة?|مؤلفة?|مؤلفون|باحثون))"
    r"\s*[:/])\s*(?P<names>\S.*)"
)
_BARE_BY = re.compile(r"(?i)by\s+(?!:)")


def byline(text: str) -> Byline | None:
    """The authors a line names: after «بقلم» or "By", or from an honorific on.

    There are none, but roles, where it names a part of an institution alone.
    """
    if len(text) > _MOST_LETTERS:
        return None
    announced = _ANNOUNCED.match(text)
    names = announced["names"] if announced else text
    if not announced and not _is_titled_name(text):
        return None
    if count(names) > _LONGEST or text.endswith((".", "؟", "?", ":")):
        return None
    found = _people(names)
    if announced and announced["sign"] and not found.authors:
        return found
    could_be_title = _BARE_BY.match(text) and not HONORIFIC.match(names)
    if could_be_title and not all(map(_is_full_name, found.authors)):
        return None
    return found if found.authors else None


def _is_titled_name(text: str) -> bool:
    """Whether a line is a name with an honorific and perhaps a post, no sentence."""
    is_plain = count(text) <= 15 and not re.search('[:"«»“”?؟!]', text)
    return is_plain and HONORIFIC.match(text) is not None


def bare_name(text: str) -> Byline | None:
    """The author a line could name without saying so: two to four words, perhaps
    with a post behind a dash or a comma."""
    if len(text) > _MOST_LETTERS or is_kind_of_text(text):
        return None
    found = _people(text)
    name = found.authors[0] if len(found.authors) == 1 else ""
    is_short = 2 <= count(name) <= 4 and not re.search(r"[\d.:?؟!\"«»“”]", name)
    return found if is_short and _is_full_name(name) else None


def names_in(text: str) -> Byline:
    """The names in a line that is said to hold some."""
    found = _people(text)
    return found if found.authors else Byline((text,))


_PARTICLES = re.compile(r"(?:al|bin|ibn|abu|de|la|van|von|der|di|da|el)(?![^\W\d_])")
_ASIDE = re.compile(r"\s*\(([^()]*)\)|\s+[-–—|]\s+(.+)$")
_POST = re.compile(
    r"(?:باحثة?|أستاذة?|خبيرة?|كاتبة?|زميلة?|محللة?|محاضرة?|أكاديمية?|صحافية?|صحفية?)\s"
    r"|(?:(?:Senior |Visiting |Research |Associate |Assistant )*"
    r"(?:Researcher|Fellow|Professor|Lecturer|Analyst)\b)"
)


def is_post(text: str) -> bool:
    """Whether a line tells what somebody does, as one below a name."""
    return _POST.match(text) is not None and count(text) <= _LONGEST_POST


_UNIT = re.compile(r"(?:وحدة|قسم|فريق) \w+(?: \w+)?")


def is_unit(text: str) -> bool:
    """Whether a line is the name of a department: «قسم الدراسات السياسية»."""
    return _UNIT.fullmatch(text) is not None


_STARS = re.compile(r"\s*[*†]+")
"""What calls a line below the text that tells an author's post."""
_BETWEEN = re.compile(r"\s*[،؛,;&]\s*|\s+and\s+|\s+و(?=\s)\s*")
_ROLE = re.compile(
    r"(?i).*\b(?:researcher|fellow|director|professor|analyst|editor|head|expert|centre"
    r"|center|university|institute|college|department|programme|program|lecturer"
    r"|باحثة?|خبيرة?|أستاذة?|مديرة?|رئيسة?|محللة?|كاتبة?|مركز|جامعة|معهد|كلية|قسم"
    r"|برنامج|وحدة|فريق|هيئة|لجنة|دائرة|إدارة|زميلة?|محاضرة?|محررة?)\b"
)


def _people(names: str) -> Byline:
    names = _STARS.sub("", names)
    roles = [aside for pair in _ASIDE.findall(names) for aside in pair if aside]
    parts = [part for part in _BETWEEN.split(_ASIDE.sub("", names)) if part]
    authors: list[str] = []
    divided = False
    for part in parts:
        if _is_role(part):
            roles.append(part)
            continue
        pair = _divided(_without_waw(part) if authors else part)
        divided = divided or len(pair) > 1
        authors += pair
    return Byline(tuple(authors), tuple(roles), divided)


def _is_role(part: str) -> bool:
    bare = HONORIFIC.sub("", part, count=1)
    return count(part) > _LONGEST_NAME or _ROLE.match(bare) is not None


_NAME_IN_WAW = re.compile(
    "(?:وليد|وائل|وسام|وسيم|وسيلة|وجدي|وجدان|وجيه|وفاء|وفاق|وفيق|وداد|وديع|وردة|وحيد"
    "|وصفي|وصال|وصيفة|واصف|واثق|وضاح|وهيب|وهبة|وهاب|ولاء|ولي|وعد|وسن|وئام)$"
)


def _divided(part: str) -> list[str]:
    """Names joined by «و» without a space; a name may itself begin with it."""
    words = part.split()
    for at in range(2, len(words) - 1):
        word = words[at]
        if word.startswith("و") and len(word) > 3 and not _NAME_IN_WAW.match(word):
            rest = [word[1:], *words[at + 1 :]]
            return [" ".join(words[:at]), *_divided(" ".join(rest))]
    return [part]


def _without_waw(part: str) -> str:
    """A name behind a comma and «و»."""
    first = part.split()[0]
    joined = first.startswith("و") and not _NAME_IN_WAW.match(first)
    return part[1:] if joined and len(first) > 3 else part


def _is_full_name(name: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.-]*", name)
    is_name = dominant_script(name) == "arabic" or all(map(_is_name_word, words))
    return len(words) > 1 and is_name


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or _PARTICLES.match(word) is not None
