"""What an editor would mend in a text, rule by rule, each with its mended form.

The rules only look; nothing is refused for them. Which of them apply to a text
depends on its role: a number is typed before a title, a paragraph can be too long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from thinktank.language import check_marks, check_spelling
from thinktank.language.draft import Draft, Edit
from thinktank.language.numbers import Digits
from thinktank.language.scripts import LETTERS, script_for

Role = Literal[
    "heading",
    "title",
    "paragraph",
    "subheading",
    "item",
    "quote",
    "attribution",
    "caption",
    "cell",
    "note",
    "headline",
    "kicker",
    "summary",
]
ROLES: tuple[Role, ...] = get_args(Role)

CODES = (
    "foreign-mark",
    "mixed-digits",
    "stretched",
    "presentation-form",
    "double-space",
    "space-before-mark",
    "unpaired",
    "typed-number",
    "long-paragraph",
    "other-language",
)

MOST_WORDS = 180
"""Of a paragraph; a longer one is hard to follow on a screen."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters `start` to `end` of a text, and what to put in their place.

    `fix` is None where only a person can tell what is meant, and empty where the
    characters should go. Findings with a fix never overlap one another, so that each
    can be made alone and all together.
    """

    code: str
    start: int
    end: int
    fix: str | None = None


def findings(
    text: str, language: str, role: str, digits: Digits | None = None
) -> Iterator[Finding]:
    """What to mend in `text`, in its order; U+FFFC stands for the call of a note.

    `digits` is the set that the whole work keeps; without it, an Arabic text keeps
    the one that most of its numbers have. Other texts have Latin digits. Making all
    fixes leaves nothing that has one.
    """
    home = script_for(language)
    home = home if home in ("arabic", "latin") else "latin"
    found = [
        *_mendable(text, home, role, digits),
        *_unmendable(text, home, role),
    ]
    yield from sorted(found, key=lambda finding: (finding.start, finding.end))


def kept_digits(texts: Iterable[str], language: str) -> Digits:
    """The digits that most numbers of a work have: what `findings` should keep."""
    return check_marks.kept_digits(texts, script_for(language))


# With a fix

_NUMBERED = ("heading", "title", "subheading")


def _mendable(text: str, home: str, role: str, digits: Digits | None) -> list[Finding]:
    """Each rule looks at the text that the rules before it leave behind, so that
    the fixes of one make no work for another."""
    draft = Draft(text)
    found: list[Finding] = []

    def note(code: str, edits: Iterable[Edit]) -> None:
        found.extend(Finding(code, *edit) for edit in draft.edit(edits))

    note("presentation-form", check_spelling.presentation_forms(draft.text))
    note("stretched", check_spelling.stretched_words(draft.text))
    note("space-before-mark", check_spelling.spaces_before_marks(draft.text, home))
    note("double-space", check_spelling.doubled_spaces(draft.text))
    if role in _NUMBERED:
        note("typed-number", check_spelling.typed_number(draft.text))
    places = check_marks.own_places(draft.text, home)
    kept = digits if digits and home == "arabic" else None
    kept = kept or check_marks.kept_digits([draft.text], home)
    # Digits and marks change no place, and neither changes what the other finds.
    note("mixed-digits", check_marks.other_digits(draft.text, places, kept))
    note("foreign-mark", check_marks.foreign_marks(draft.text, home, places))
    return list(_apart(found))


def _apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """The widest of those that overlap: it was made last, over the others."""
    done = -1
    for finding in sorted(found, key=lambda each: (each.start, -each.end)):
        if finding.start >= done:
            yield finding
            done = finding.end


# Without one

_HAS_LETTER = re.compile(r"\w")
_QUOTES_OTHERS = ("note", "attribution")
_FEWEST_LETTERS = 20
_TIMES = 4
_OTHER_LETTERS = {
    home: re.compile("[" + "".join(LETTERS[s] for s in LETTERS if s != home) + "]")
    for home in ("arabic", "latin")
}
_HOME_LETTERS = {home: re.compile(f"[{LETTERS[home]}]") for home in ("arabic", "latin")}


def _unmendable(text: str, home: str, role: str) -> Iterator[Finding]:
    for at in check_marks.unpaired(text):
        yield Finding("unpaired", at, at + 1)
    if role == "paragraph" and _count_of_words(text) > MOST_WORDS:
        yield Finding("long-paragraph", 0, len(text))
    if role not in _QUOTES_OTHERS and _is_of_other_language(text, home):
        yield Finding("other-language", 0, len(text))


def _count_of_words(text: str) -> int:
    return sum(1 for word in text.split() if _HAS_LETTER.search(word))


def _is_of_other_language(text: str, home: str) -> bool:
    """Whether next to all of a text is in another script; names are too short."""
    places = check_marks.addresses(text)
    in_addresses = sum(end - start for start, end in places)
    others = len(_OTHER_LETTERS[home].findall(text)) - in_addresses
    ours = len(_HOME_LETTERS[home].findall(text))
    return others >= _FEWEST_LETTERS and others > _TIMES * ours
