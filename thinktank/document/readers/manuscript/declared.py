"""Front matter that a style or a person names."""

from __future__ import annotations

from thinktank.document.reading import Notice
from thinktank.language.scripts import dominant_script, script_for

from .bylines import bare_name, byline, names_in
from .datelines import dateline
from .frontmatter import Front, joined_titles
from .passages import set_aside
from .source import FRONT_ROLES, Passage, is_bulleted
from .words import count, is_kind_of_text

_LONGEST_KICKER = 12  # words
_REACH = 4
"""Lines below a headline among which date and authors are looked for."""


def take_declared(
    found: Front, declared: list[Passage], passages: list[Passage]
) -> None:
    """Put what was named into its field; several titles make one headline. A line
    that was guessed for the same field is set aside."""
    for role in FRONT_ROLES:
        named = [passage for passage in declared if passage.role == role]
        if named:
            guessed = [p for p in passages if found.roles.get(p.line) == role]
            _TAKING[role](found, named)
            found.set_aside("before-article", guessed)
            found.roles |= dict.fromkeys((p.line for p in named), role)


def divide_around(found: Front, passages: list[Passage], language: str) -> None:
    """Find the rest of the front around a headline that was named."""
    at = next(i for i, p in enumerate(passages) if p.role == "headline")
    free = [p for p in passages[:at] if not p.role and not p.block]
    settled = [p for p in passages[:at] if p.role not in ("", *FRONT_ROLES) or p.block]
    above = [p for p in free if not _takes(found, p)]
    if above and _could_be_kicker(above[-1], language):
        kicker = above.pop()
        found.kicker = kicker.text.rstrip(": ")
        found.roles[kicker.line] = "kicker"
    found.set_aside("before-article", above)
    below = [p for p in passages[at:] if p.role not in FRONT_ROLES]
    found.body = settled + below[_front_lines(found, below) :]


def _front_lines(found: Front, below: list[Passage]) -> int:
    for index, passage in enumerate(below[:_REACH]):
        is_free = not passage.role and not passage.block
        if is_free and not found.kicker and is_kind_of_text(passage.text):
            found.take_kicker(passage)
            continue
        if not is_free or not _takes(found, passage, is_first=index == 0):
            return index
    return min(_REACH, len(below))


def _takes(found: Front, passage: Passage, is_first: bool = False) -> bool:
    """Whether a line is a date or a byline, which is taken then."""
    line = dateline(passage.text)
    people = byline(line.rest if line else passage.text)
    if is_first and not line and not people and (people := bare_name(passage.text)):
        name = people.authors[0]
        found.notices.append(Notice("author-guessed", "", {"name": name}))
    if line and not found.date:
        found.take_date(passage, line, is_read=bool(people))
    if people:
        found.take_authors(passage, people)
    return bool(line or people)


def _could_be_kicker(passage: Passage, language: str) -> bool:
    is_in = dominant_script(passage.text) in ("", script_for(language))
    is_short = count(passage.text) <= _LONGEST_KICKER
    return is_in and is_short and not is_bulleted(passage)


def _take_headline(found: Front, passages: list[Passage]) -> None:
    found.headline = joined_titles(passages)
    if len(passages) > 1:
        found.notices.append(Notice("titles-joined", "", {"headline": found.headline}))


def _take_kicker(found: Front, passages: list[Passage]) -> None:
    found.kicker = " ".join(p.text for p in passages).rstrip(": ")


def _take_byline(found: Front, passages: list[Passage]) -> None:
    found.byline, found.authors = "", ()
    for passage in passages:
        found.take_authors(passage, byline(passage.text) or names_in(passage.text))


def _take_date(found: Front, passages: list[Passage]) -> None:
    found.date, found.dateline = None, ""
    for passage in passages:
        line = dateline(passage.text)
        if line and not found.date:
            found.take_date(passage, line, is_read=False)
        elif not line:
            found.notices.append(set_aside("date-unread", passage))
        else:
            found.notices.append(set_aside("beside-date", passage))


_TAKING = {
    "headline": _take_headline,
    "kicker": _take_kicker,
    "byline": _take_byline,
    "date": _take_date,
}
