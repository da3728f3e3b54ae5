"""What a reader asks: words, languages, filters and the page of the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.urls import reverse

from thinktank.editorial.models import Edition
from thinktank.editorial.models.edition import EditionQuerySet

from .. import filters, languages
from ..filters import Chosen

LONGEST = 400
"""Letters of a query that are kept; the analyser reads fewer."""
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no page shows and no database takes."""
LENGTH = 10
"""Hits of a page."""
LAST = 100
"""The last page: nobody reads on, and each costs more than the one before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`language` is that of the page, `within` the one language in which to look, or
    empty for all. `exact` wants no other words in place of unknown ones."""

    language: str
    text: str
    within: str = ""
    chosen: Chosen = field(default_factory=dict)
    number: int = 1
    exact: bool = False

    @classmethod
    def read(cls, language: str, query: QueryDict) -> Asked:
        """From an address. Raises Http404 for malformed values."""
        within = query.get("in", "")
        if within and within not in languages.codes():
            raise Http404
        text = cls.clean(query.get("q", ""))
        chosen = filters.read(query, filters.SEARCHED)
        number, exact = _number(query.get("page", "1")), query.get("exact", "")
        if exact not in ("", "1"):
            raise Http404
        return cls(language, text, within, chosen, number, bool(exact))

    @staticmethod
    def clean(text: str) -> str:
        """Words as they can be shown and asked for."""
        return " ".join(UNSEEN.sub(" ", text).split())[:LONGEST]

    @property
    def first(self) -> int:
        """The place of the first hit on the page, from zero."""
        return (self.number - 1) * LENGTH

    def path(self, language: str = "", **changed: str) -> str:
        """The address of this question, or of one that differs so; its first page
        unless `page` says otherwise."""
        own = {"q": self.text, "in": self.within, "exact": "1" * self.exact} | changed
        said = [(name, value) for name, value in own.items() if value]
        kept = [(name, value) for name, row in self.chosen.items() for value in row]
        path = reverse("search", kwargs={"language": language or self.language})
        return f"{path}?{urlencode([*said, *kept])}" if said or kept else path

    def elsewhere(self, within: str) -> str:
        """The address of the same words in one language, or in all."""
        return self.path(**{"in": within})

    def instead(self, text: str) -> Asked:
        """Other words in place of these, if there are any."""
        return replace(self, text=text) if text else self

    def beside(self) -> dict[str, tuple[str, ...]]:
        """What narrows the answer beside the filters, as an address has it."""
        own = {"q": self.text, "in": self.within}
        return {name: (value,) for name, value in own.items() if value}


def readable(within: str) -> EditionQuerySet:
    """All that can be read now, newest first: in one language, or in every one."""
    live = Edition.objects.live().newest_first()
    return live.filter(language=within) if within else live


def _number(written: str) -> int:
    if not filters.NUMBER.fullmatch(written) or int(written) > LAST:
        raise Http404
    return int(written)
