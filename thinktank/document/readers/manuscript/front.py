"""What stands before the article: page furniture, title, authors and date.

Date and byline are the anchor. The last two short lines before them are kicker and
headline; whatever precedes these belongs to the page the text was copied from.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from thinktank.document.reading import Notice
from thinktank.language.dates import FoundDate
from thinktank.language.folding import fold
from thinktank.language.scripts import dominant_script, script_for

from .bylines import Byline, bare_name, byline
from .datelines import Dateline, dateline
from .markers import bullet
from .panels import heads_panel
from .passages import set_aside
from .source import Passage
from .words import FRAME_HEADINGS, count

FURTHEST = 40
"""Passages among which the front of a manuscript is looked for."""

_MOST_WORDS_BEFORE_DATE = 80
_BYLINE_REACH = 3
"""Lines between the date and a byline that belongs to it, at most."""


@dataclass(slots=True)
class Front:
    """The front matter found; `body` is all that follows it."""

    kicker: str = ""
    headline: str = ""
    byline: str = ""
    authors: tuple[str, ...] = ()
    dateline: str = ""
    date: FoundDate | None = None
    body: list[Passage] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def front(passages: list[Passage], language: str) -> Front:
    """Divide a manuscript into its front matter and its body."""
    zone = passages[: _zone(passages)]
    found = Front(body=passages[len(zone) :])
    anchors = _take_anchors(found, zone)
    if anchors:
        _divide(found, zone, anchors, language)
    else:
        _open_without_anchor(found, zone, language)
    _take_stray_date(found)
    _say_what_is_missing(found)
    return found


# Where the front ends


def _zone(passages: list[Passage]) -> int:
    """How many passages stand before the first one that is prose."""
    near = passages[:FURTHEST]
    first_prose = next((i for i, p in enumerate(near) if _is_prose(p.text)), len(near))
    zone = max(first_prose, _late_date(near))
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
            _take_date(found, passage, line, is_read=bool(people))
        if people:
            _take_authors(found, passage, people)
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


def _take_date(found: Front, passage: Passage, line: Dateline, is_read: bool) -> None:
    found.dateline, found.date = passage.text, line.date
    if line.date.ambiguous:
        found.notices.append(Notice("date-ambiguous", "", {"date": line.typed}))
    if line.date.hijri:
        found.notices.append(Notice("date-converted", "", {"date": line.typed}))
    if line.rest and not is_read:
        rest = Passage(line.rest, passage.line)
        found.notices.append(set_aside("beside-date", rest))


def _take_authors(found: Front, passage: Passage, people: Byline) -> None:
    found.byline = "\n".join(filter(None, (found.byline, passage.text)))
    found.authors += people.authors
    for role in people.roles:
        found.notices.append(set_aside("beside-author", Passage(role, passage.line)))
    if people.divided:
        names = "; ".join(people.authors)
        found.notices.append(Notice("authors-divided", "", {"names": names}))


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
        titles = _without_bare_name(found, titles)
    elif between:
        titles, between = between[:2], between[2:]
    else:
        titles, after = _titles_after(found, after)
    _set_titles(found, titles[-2:])
    found.notices += [set_aside("before-article", p) for p in before + titles[:-2]]
    found.notices += [set_aside("beside-author", p) for p in between]
    found.body = after + found.body


def _titles(before: list[Passage], language: str) -> list[Passage]:
    """The last lines that can be titles, three at most."""
    titles: list[Passage] = []
    for passage in reversed(before[-3:]):
        if bullet(passage.text) is not None or not _is_in(language, passage.text):
            break
        titles.insert(0, passage)
    return titles


def _is_in(language: str, text: str) -> bool:
    return dominant_script(text) in ("", script_for(language))


def _without_bare_name(found: Front, titles: list[Passage]) -> list[Passage]:
    """Under a headline, the last line may be the author's bare name."""
    people = bare_name(titles[-1].text) if len(titles) > 1 else None
    if not people or found.authors or not _could_be_headline(titles[-2].text):
        return titles
    if len(titles) == 2 and not people.roles:
        return titles
    _take_authors(found, titles[-1], people)
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
    bullets = [i for i, p in enumerate(zone) if bullet(p.text) is not None]
    foreign = [i for i, p in enumerate(zone) if not _is_in(language, p.text)]
    start = max((*bullets, *foreign), default=-1) + 1
    lines = _opening_lines(zone[start:])
    titles = _without_bare_name(found, lines)
    if titles:
        found.notices += [set_aside("before-article", p) for p in zone[:start]]
        found.notices.append(_title_guess(titles))
        _set_titles(found, titles)
        zone = zone[start + len(lines) :]
    found.body = zone + found.body


def _opening_lines(zone: list[Passage]) -> list[Passage]:
    """One or two lines for the title; the heading of a first section is none."""
    lines = zone[:2]
    if len(lines) == 2 and fold(lines[1].text) in FRAME_HEADINGS:
        return lines[:1]
    return lines


def _title_guess(titles: list[Passage]) -> Notice:
    return Notice("title-guessed", "", {"headline": titles[-1].text})


def _set_titles(found: Front, titles: list[Passage]) -> None:
    if titles:
        found.headline = titles[-1].text
    if len(titles) > 1:
        found.kicker = titles[0].text.rstrip(": ")


# What is left


def _take_stray_date(found: Front) -> None:
    """A date at the very end, as under a letter."""
    line = dateline(found.body[-1].text) if found.body and not found.date else None
    if line and not line.rest and line.date.precision == "day":
        _take_date(found, found.body.pop(), line, is_read=True)
        found.notices.append(Notice("date-at-end", "", {"date": line.typed}))


def _say_what_is_missing(found: Front) -> None:
    if not found.headline:
        found.notices.append(Notice("no-headline"))
    if not found.date:
        found.notices.append(Notice("no-date"))
