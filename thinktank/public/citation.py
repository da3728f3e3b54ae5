"""An item as others cite it: one sentence, by the habits of the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from thinktank import house
from thinktank.editorial.models import Edition
from thinktank.language.bidi import isolate_html
from thinktank.language.dates import Precision, format_date
from thinktank.language.scripts import direction
from thinktank.language.titles import work_title

from .addresses import absolute, short_path
from .wording import Wording

MOST_AUTHORS = 3
"""Authors who are all named; of more only the first is."""
RESOLVER = "https://doi.org/"
LONE_SLASH = re.compile(r"(?<!/)/(?!/)")


@dataclass(frozen=True, slots=True)
class Citation:
    """`edition` by its authors, named without their titles; `doi` may be empty.

    Its words come in the active language, which is that of the edition when templates
    ask for them.
    """

    edition: Edition
    authors: Sequence[Wording]
    doi: str = ""

    @property
    def html(self) -> SafeString:
        """Authors, title, centre, date and address, each run isolated.

        The DOI is the address of what has one. No stop follows it, which would be taken
        for a part of it.
        """
        return _joined(self._parts())

    @property
    def address(self) -> str:
        """The short address, which never changes."""
        return absolute(short_path(self.edition.item_id, self.edition.language))

    def _parts(self) -> Iterator[SafeString]:
        if self.authors:
            yield self._names()
        language, style = self.edition.language, house.current().style
        yield self._own(work_title(self.edition.title, language, style))
        yield self._own(self._publisher())
        yield self._own(self._date())
        yield _code(f"{RESOLVER}{self.doi}" if self.doi else self.address)

    def _names(self) -> SafeString:
        names = [self._marked(author) for author in self.authors]
        if len(names) > MOST_AUTHORS:
            return format_html(gettext("{first} et al."), first=names[0])
        if len(names) == 1:
            return names[0]
        comma = pgettext("between the names of authors", ", ")
        first, last = mark_safe(comma.join(names[:-1])), names[-1]
        return format_html(gettext("{first} and {last}"), first=first, last=last)

    def _publisher(self) -> str:
        settings, language = house.current(), self.edition.language
        name = (settings.name_in(language), settings.description_in(language))
        return " ".join(filter(None, name))

    def _date(self) -> str:
        # Without the comma after the month: commas part the sentence.
        style = replace(house.current().style, comma=False)
        edition = self.edition
        precision = cast(Precision, edition.date_precision)
        return format_date(edition.displayed_date, edition.language, precision, style)

    def _own(self, words: str) -> SafeString:
        return mark_safe(isolate_html(words, self.edition.language))

    def _marked(self, words: Wording) -> SafeString:
        """A name, marked where it is in another language than the edition."""
        html = mark_safe(isolate_html(words.text, words.language))
        if words.language == self.edition.language:
            return html
        way = direction(words.language)
        return format_html(
            '<bdi lang="{}" dir="{}">{}</bdi>', words.language, way, html
        )


def _joined(parts: Iterable[SafeString]) -> SafeString:
    comma = pgettext("between names", ",")
    return mark_safe(f"{comma} ".join(parts))


def _code(words: str) -> SafeString:
    """An address that breaks after its slashes, so that no comma begins a line."""
    parts = LONE_SLASH.sub("/<wbr>", escape(words))
    return mark_safe(f'<bdi lang="en" dir="ltr">{parts}</bdi>')
