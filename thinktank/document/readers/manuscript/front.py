"""What stands before the article: page furniture, title, authors and date.

Date and byline are the anchor. The last two short lines before them are kicker and
headline; whatever precedes these belongs to the page the text was copied from.
"""

from __future__ import annotations

from itertools import filterfalse, takewhile

from thinktank.document.reading import Notice
from thinktank.language.folding import fold
from thinktank.language.scripts import dominant_script, script_for

from .bylines import bare_name, byline, is_post, is_unit
from .datelines import dateline
from .declared import divide_around, take_declared
from .frontmatter import Front
from .markers import bullet
from .panels import heads_panel
from .source import FRONT_ROLES, Passage, is_bulleted
from .words import FRAME_HEADINGS, count

FURTHEST = 40
"""Passages among which the front of a manuscript is looked for."""

_MOST_WORDS_BEFORE_DATE = 80
_BYLINE_REACH = 3
"""Lines between the date and a byline that belongs to it, at most."""


def front(passages: list[Passage], language: str) -> Front:
    """Divide a manuscript into its front matter and its body.

    What a style or a person says comes first; the rest is guessed.
    """
    found = Front()
    declared = list(filter(_is_declared, passages))
    if any(passage.role == "headline" for passage in declared):
        divide_around(found, passages, language)
    else:
        _guess(found, list(filterfalse(_is_declared, passages)), language)
    take_declared(found, declared, passages)
    _take_stray_date(found)
    _say_what_is_missing(found)
    return found


def _is_declared(passage: Passage) -> bool:
    return passage.role in FRONT_ROLES and passage.block is None


def _guess(found: Front, passages: list[Passage], language: str) -> None:
    zone = passages[: _zone(passages)]
    found.body = passages[len(zone) :]
    if anchors := _take_anchors(found, zone):
        _divide(found, zone, anchors, language)
    else:
        _open_without_anchor(found, zone, language)


# Where the front ends


def _zone(passages: list[Passage]) -> int:
    """How many passages stand before the first one that is prose."""
    near = passages[:FURTHEST]
    first_prose = next((i for i, p in enumerate(near) if _begins(p)), len(near))
    settled = next((i for i, p in enumerate(near) if _is_settled(p)), len(near))
    zone = max(first_prose, _late_date(near[:settled]))
    return _opening_panel(passages[: zone + 1], zone)


def _opening_panel(near: list[Passage], zone: int) -> int:
    """Where panels end the zone: findings below the last date and byline in it."""
    first = zone
    for index in range(min(zone, len(near) - 1) - 1, 0, -1):
        if dateline(near[index].text) or byline(near[index].text):
            break
        if heads_panel(near[index], near[index + 1]):
            first = index
    return first


def _late_date(near: list[Passage]) -> int:
    """Past a date under a title, when only a few words of prose precede it."""
    words = 0
    for index, passage in enumerate(near[1:-1], 1):
        words += count(near[index - 1].text)
        line = dateline(passage.text)
        under_title = not _is_prose(near[index - 1].text)
        above_text = any(_is_prose(later.text) for later in near[index + 1 :])
        if words > _MOST_WORDS_BEFORE_DATE:
            break
        if line and not line.rest and under_title and above_text:
            return index + 1
    return 0


def _is_settled(passage: Passage) -> bool:
    """Whether a style, a person or its nature puts a passage into the body."""
    return passage.block is not None or bool(passage.role)


def _begins(passage: Passage) -> bool:
    return _is_settled(passage) or _is_prose(passage.text)


def _is_prose(text: str) -> bool:
    if bullet(text) is not None or dateline(text) or byline(text):
        return False
    return count(text) > 30 or (count(text) > 12 and text.endswith((".", ":", "؛")))


# With an anchor


def _take_anchors(found: Front, zone: list[Passage]) -> list[int]:
    """Read date and authors; the indexes of the lines that held them."""
    dated = _best_date(zone)
    anchors = []
    for index, passage in enumerate(zone):
        line = dateline(passage.text) if index == dated else None
        near = dated is None or abs(index - dated) <= _BYLINE_REACH
        people = byline(line.rest if line else passage.text) if near else None
        if line:
            found.take_date(passage, line, is_read=bool(people))
        if people:
            found.take_authors(passage, people)
        if line or people:
            anchors.append(index)
    return anchors


def _best_date(zone: list[Passage]) -> int | None:
    """A whole date alone on its line before one in company, a bare year last."""
    lines = [(index, dateline(passage.text)) for index, passage in enumerate(zone)]
    ranked = [
        (line.date.precision == "year", bool(line.rest), index)
        for index, line in lines
        if line
    ]
    return min(ranked)[-1] if ranked else None


def _divide(
    found: Front, zone: list[Passage], anchors: list[int], language: str
) -> None:
    first, last = anchors[0], anchors[-1]
    between = [p for i, p in enumerate(zone) if first < i < last and i not in anchors]
    after = zone[last + 1 :]
    before = zone[:first]
    titles = _titles(before, language)
    if titles:
        before = before[: -len(titles)]
        titles = _without_bare_name(found, _without_post(found, titles))
    elif between:
        titles, between = between[:2], between[2:]
    else:
        titles, after = _titles_after(found, after)
    found.set_aside("before-article", before)
    found.take_titles(titles)
    found.set_aside("beside-author", between)
    found.body = after + found.body


def _titles(before: list[Passage], language: str) -> list[Passage]:
    """The last lines that can be titles, or a name and a post below them."""
    titles: list[Passage] = []
    for passage in reversed(before[-4:]):
        is_prayer = fold(passage.text).startswith("بسم الله")
        if is_prayer or is_bulleted(passage) or not _is_in(language, passage.text):
            break
        titles.insert(0, passage)
    return titles


def _is_in(language: str, text: str) -> bool:
    return dominant_script(text) in ("", script_for(language))


def _without_post(found: Front, titles: list[Passage]) -> list[Passage]:
    """Without a department below a headline, and without a bare name and the line
    below it that tells what its bearer does."""
    if len(titles) > 1 and is_unit(titles[-1].text):
        found.set_aside("no-person", titles[-1:])
        return titles[:-1]
    if len(titles) < 3 or found.byline or not is_post(titles[-1].text):
        return titles
    name, post = titles[-2:]
    if people := bare_name(name.text):
        found.take_authors(name, people)
        found.set_aside("beside-author", [post])
        said = Notice("author-guessed", "", {"name": people.authors[0]})
        found.notices.append(said)
    return titles[:-2] if people else titles


def _without_bare_name(found: Front, titles: list[Passage]) -> list[Passage]:
    """Under a headline, the last line may be the author's bare name."""
    people = bare_name(titles[-1].text) if len(titles) > 1 else None
    if not people or found.byline:
        return titles
    # Bold lines and one that is not: titles and a name.
    is_apart = titles[-2].is_bold and not titles[-1].is_bold
    if not is_apart and not _could_be_headline(titles[-2].text):
        return titles
    if len(titles) == 2 and not people.roles and not is_apart:
        return titles
    found.take_authors(titles[-1], people)
    found.notices.append(Notice("author-guessed", "", {"name": people.authors[0]}))
    return titles[:-1]


def _could_be_headline(text: str) -> bool:
    return count(text) >= 5 or text.endswith(("؟", "?", "!"))


def _titles_after(
    found: Front, after: list[Passage]
) -> tuple[list[Passage], list[Passage]]:
    lines = _opening_lines(after)
    titles = _without_bare_name(found, lines)
    if titles:
        found.notices.append(_title_guess(titles))
    return titles, after[len(lines) :]


# Without an anchor


def _open_without_anchor(found: Front, zone: list[Passage], language: str) -> None:
    bullets = [i for i, p in enumerate(zone) if is_bulleted(p)]
    foreign = [i for i, p in enumerate(zone) if not _is_in(language, p.text)]
    start = max((*bullets, *foreign), default=-1) + 1
    lines = _opening_lines(zone[start:])
    titles = _without_bare_name(found, lines)
    if titles:
        found.set_aside("before-article", zone[:start])
        found.notices.append(_title_guess(titles))
        found.take_titles(titles)
        zone = zone[start + len(lines) :]
    found.body = zone + found.body


def _opening_lines(zone: list[Passage]) -> list[Passage]:
    """One or two lines for the title; a sentence is none, nor is the heading of a
    first section."""
    lines = list(takewhile(lambda line: not line.text.endswith(_GOES_ON), zone[:2]))
    if len(lines) == 2 and fold(lines[1].text) in FRAME_HEADINGS:
        return lines[:1]
    return lines


_GOES_ON = tuple(".,،;؛")


def _title_guess(titles: list[Passage]) -> Notice:
    return Notice("title-guessed", "", {"headline": titles[-1].text})


# What is left


def _take_stray_date(found: Front) -> None:
    """A date at the very end, as under a letter."""
    line = dateline(found.body[-1].text) if found.body and not found.date else None
    if line and not line.rest and line.date.precision == "day":
        found.take_date(found.body.pop(), line, is_read=True)
        found.notices.append(Notice("date-at-end", "", {"date": line.typed}))


def _say_what_is_missing(found: Front) -> None:
    if not found.headline:
        found.notices.append(Notice("no-headline"))
    if not found.date:
        found.notices.append(Notice("no-date"))
