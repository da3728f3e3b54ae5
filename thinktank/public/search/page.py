"""The page of a search, and what is offered when it finds nothing."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from thinktank.search import asking, finding

from .. import filters
from ..frame import respond
from .asked import LAST, LENGTH, Asked, readable
from .facets import counted, facets
from .limits import limited
from .results import Results, results

NEWEST = 3
"""What is shown when nothing was found."""


@limited
def search_page(request: HttpRequest, language: str) -> HttpResponse:
    """What `q` finds, by page. Without words, the form alone."""
    asked = Asked.read(language, request.GET)
    choices = facets(_counted(asked), language, asked.chosen)
    found = results(asked, choices)
    if asked.number == 1 and not asked.chosen and asked.text:
        asking.note(language, asked.text, found.counted)
    context = {
        "asked": asked,
        "found": found,
        "within": _within(asked),
        "whole": reverse("search", kwargs={"language": language}),
        "beside": asked.beside(),
        "facets": [facet for facet in choices if facet.offered],
        "chips": filters.chips(choices, asked.path(), asked.beside()),
        "earlier": asked.path(page=str(asked.number - 1)) if asked.number > 1 else "",
        "later": _later(asked, found),
        **({} if found.hits else _instead(language)),
    }
    return respond("search.html", _frame(asked), context)


def _counted(asked: Asked) -> Sequence[object]:
    query = finding.read(asked.text)
    return counted(finding.narrowed(readable(asked.within), query))


def _later(asked: Asked, found: Results) -> str:
    more = found.total > asked.first + LENGTH and asked.number < LAST
    return asked.path(page=str(asked.number + 1)) if more else ""
