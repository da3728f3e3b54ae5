"""What stands in a file beside its article: typed contents, an author's post below
the text, an abstract in another language."""

from __future__ import annotations

import re
from itertools import takewhile

from thinktank.language.folding import fold
from thinktank.language.numbers import ascii_digits
from thinktank.language.scripts import dominant_script, script_for

from .frontmatter import Front
from .passages import set_aside
from .source import Passage
from .words import ABSTRACT_HEADINGS, CONTENTS_HEADINGS

_FEWEST_ENTRIES = 2
_ENTRY = re.compile(r"\D.*[\s.…]\d{1,3}")


def set_apart(found: Front, language: str) -> None:
    """Set aside what belongs to the file and not to the text of its article."""
    _take_out(found, "contents-left-out", _contents(found.body))
    _take_out(found, "beside-author", _starred(found))
    _take_out(found, "abstract-apart", _abstract(found.body, language))


def _take_out(found: Front, code: str, passages: list[Passage]) -> None:
    """One notice tells of all lines, at the first of them."""
    if passages:
        text = " / ".join(passage.text for passage in passages)
        lines = dict.fromkeys((passage.line for passage in passages), "aside")
        found.notices.append(set_aside(code, Passage(text, passages[0].line)))
        found.roles |= lines
        found.body = [passage for passage in found.body if passage.line not in lines]


def _contents(body: list[Passage]) -> list[Passage]:
    """The heading of typed contents and the lines below it that end in a page."""
    for at, passage in enumerate(body):
        if _is_free(passage) and fold(passage.text.rstrip(":")) in CONTENTS_HEADINGS:
            entries = list(takewhile(_is_entry, body[at + 1 :]))
            return [passage, *entries] if len(entries) >= _FEWEST_ENTRIES else []
    return []


def _is_entry(passage: Passage) -> bool:
    line = ascii_digits(passage.text)
    return _is_free(passage) and _ENTRY.fullmatch(line) is not None


def _starred(found: Front) -> list[Passage]:
    """As many lines with a star as there are names with one."""
    stars = len(re.findall(r"\*+", found.byline))
    lines = [p for p in found.body if _is_free(p) and p.text.startswith("*")]
    return lines if stars and len(lines) == stars else []


def _abstract(body: list[Passage], language: str) -> list[Passage]:
    """An abstract with its heading, as far as the other language goes."""

    def is_foreign(passage: Passage) -> bool:
        scripts = ("", script_for(language))
        return _is_free(passage) and dominant_script(passage.text) not in scripts

    for at, passage in enumerate(body):
        if is_foreign(passage) and fold(passage.text.rstrip(": ")) in ABSTRACT_HEADINGS:
            return list(takewhile(is_foreign, body[at:]))
    return []


def _is_free(passage: Passage) -> bool:
    """Whether nobody says what a passage is."""
    return not passage.chosen and passage.block is None
