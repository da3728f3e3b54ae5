"""The front matter of a manuscript, as it is found piece by piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thinktank.document.reading import Notice
from thinktank.language.dates import FoundDate

from .bylines import Byline
from .datelines import Dateline
from .passages import set_aside
from .source import Passage
from .words import count, is_kind_of_text


@dataclass(slots=True)
class Front:
    """The front matter found; `body` is all that follows it. `roles` tell by its line
    what a passage was taken for: one of FRONT_ROLES, or "aside"."""

    kicker: str = ""
    headline: str = ""
    byline: str = ""
    authors: tuple[str, ...] = ()
    dateline: str = ""
    date: FoundDate | None = None
    body: list[Passage] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)

    def set_aside(self, code: str, passages: list[Passage]) -> None:
        """Keep passages in notices, and nowhere else."""
        self.notices += [set_aside(code, passage) for passage in passages]
        self.roles |= dict.fromkeys((p.line for p in passages), "aside")

    def take_titles(self, titles: list[Passage]) -> None:
        """The last one is the headline, one before it the kicker. Of bold lines, a long
        one above a shorter one is a headline above its subtitle. A line that says what
        kind of text this is is the kicker, wherever it stands; others before these are
        set aside."""
        kinds = [t for t in titles if is_kind_of_text(t.text)]
        others = [t for t in titles if t not in kinds] or titles[-1:]
        is_joined = len(others) > 1 and _is_above_subtitle(*others[-2:])
        headline = others[-2:] if is_joined else others[-1:]
        before = [t for t in titles if t not in headline]
        if before:
            kicker = next((t for t in before if t in kinds), before[-1])
            self.take_kicker(kicker)
            before.remove(kicker)
        self.set_aside("before-article", before)
        if headline:
            self._take_headline(headline)

    def take_kicker(self, title: Passage) -> None:
        self.kicker = title.text.rstrip(": ")
        self.roles[title.line] = "kicker"

    def _take_headline(self, titles: list[Passage]) -> None:
        headline = joined_titles(titles) if titles[1:] else titles[0].text
        label = _LABEL.match(headline)
        self.headline = headline[label.end() :] if label else headline
        self.roles |= dict.fromkeys((t.line for t in titles), "headline")
        if titles[1:]:
            said = Notice("titles-joined", "", {"headline": self.headline})
            self.notices.append(said)

    def take_date(self, passage: Passage, line: Dateline, is_read: bool) -> None:
        """`is_read` says that the words beside the date are read as something else."""
        self.dateline, self.date = passage.text, line.date
        self.roles[passage.line] = "date"
        if line.date.ambiguous:
            self.notices.append(Notice("date-ambiguous", "", {"date": line.typed}))
        if line.date.hijri:
            self.notices.append(Notice("date-converted", "", {"date": line.typed}))
        if line.rest and not is_read:
            rest = Passage(line.rest, passage.line)
            self.notices.append(set_aside("beside-date", rest))

    def take_authors(self, passage: Passage, people: Byline) -> None:
        self.byline = "\n".join(filter(None, (self.byline, passage.text)))
        self.authors += people.authors
        self.roles.setdefault(passage.line, "byline")
        code = "beside-author" if people.authors else "no-person"
        for role in people.roles:
            self.notices.append(set_aside(code, Passage(role, passage.line)))
        if people.divided:
            names = "; ".join(people.authors)
            self.notices.append(Notice("authors-divided", "", {"names": names}))


_LABEL = re.compile(r"(?i)(?:title|(?:ال)?عنوان(?: ال\w+)?)\s*:\s*(?=\S)")
"""«عنوان الورقة: …», as forms ask for it."""


def joined_titles(titles: list[Passage]) -> str:
    """A title and its subtitle in one line."""
    *before, last = [title.text for title in titles]
    return "".join(map(_leading, before)) + last


def _leading(title: str) -> str:
    """A title with what parts it from a subtitle: a sign of its own, or a colon."""
    return f"{title} " if title.endswith(("?", "؟", "!")) else f"{title.rstrip(': ')}: "


def _is_above_subtitle(first: Passage, second: Passage) -> bool:
    is_longer = count(first.text) > count(second.text) + 1
    return first.is_bold and second.is_bold and is_longer
