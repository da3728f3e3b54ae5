"""The page of a search, and what is offered when it finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thinktank.editorial import kinds
from thinktank.reference.models import Topic
from thinktank.search import asking

from .. import filed, filters, languages
from ..destinations import Destination
from ..frame import Frame, respond
from ..references import Reference, reference
from ..teasers import Teaser, authors_of, types_of
from .asked import LAST, LENGTH, Asked, readable
from .facets import facets, in_use
from .limits import limited
from .results import Hit, Results, results

NEWEST = 3
"""What is shown where there are no hits."""
TOPICS = 12


class Row(NamedTuple):
    """A hit as a line of the page: `foreign` names its language if it is another, and
    with `parted` begin those that have only some of the words."""

    hit: Hit
    teaser: Teaser
    foreign: str
    parted: bool


@limited("SEARCHES_PER_MINUTE")
def search_page(request: HttpRequest, language: str) -> HttpResponse:
    """What `q` finds, by page. Without words, the form alone. See tests/budgets.py
    for what it costs."""
    asked = Asked.read(language, request.GET)
    used = in_use(asked.chosen, language)
    found = results(asked, used)
    if request.method == "GET":
        _note(asked, found)
    corrected = asked.instead(found.instead)
    choices, capped = facets(found, asked.within, language, used)
    whole = reverse("search", kwargs={"language": language})
    context = {
        "asked": asked,
        "found": found,
        "rows": list(_rows(found, language)),
        "within": list(_within(corrected)),
        "whole": whole,
        "beside": corrected.beside(),
        "facets": [facet for facet in choices if facet.offered and found.query.words],
        "chips": filters.chips(used, whole, corrected.beside()),
        "lower": capped,
        "exact": asked.path(exact="1"),
        "widest": replace(asked, chosen={}, within="").path(),
        "pages": _pages(corrected, found),
        **({} if found.hits else _instead(language)),
    }
    return respond("search.html", _frame(asked), context)


def _note(asked: Asked, found: Results) -> None:
    """First pages alone, and those that nothing narrows."""
    if asked.number == 1 and not asked.chosen and not asked.within:
        asking.note(asked.language, asked.text, 0 if found.in_vain else found.counted)


def _frame(asked: Asked) -> Frame:
    title = _("Search")
    return Frame(
        asked.language,
        f"{asked.text} · {title}" if asked.text else title,
        path=reverse("search", kwargs={"language": asked.language}),
        versions={code: asked.path(code) for code in languages.codes()},
        indexed=False,
    )


def _rows(found: Results, language: str) -> Iterator[Row]:
    editions = [hit.edition for hit in found.hits]
    names = authors_of(editions, language) if editions else {}
    types, labels = types_of(kinds.codes()), dict(settings.LANGUAGES)
    for place, hit in enumerate(found.hits):
        edition = hit.edition
        type = types.get((edition.kind, edition.type))
        teaser = Teaser(edition, language, type, names.get(edition.pk, ()))
        foreign = labels[edition.language] if edition.language != language else ""
        yield Row(hit, teaser, str(foreign), place == found.some)


def _within(asked: Asked) -> Iterator[Destination]:
    """The same words in all languages, and in each."""
    labels = {"": _("All languages"), **dict(settings.LANGUAGES)}
    for code, label in labels.items():
        path = asked.elsewhere(code)
        yield Destination(str(label), path, asked.language, asked.within == code)


def _pages(asked: Asked, found: Results) -> dict[str, Any]:
    """The way to the pages around this one."""
    number = asked.number
    more = found.total > asked.first + LENGTH and number < LAST
    return {
        "number": number,
        "first": asked.path(),
        "earlier": asked.path(page=str(number - 1)) if number > 2 else asked.path(),
        "later": asked.path(page=str(number + 1)) if more else "",
        "last": 0 if found.many else -(-found.total // LENGTH),
    }


def _instead(language: str) -> dict[str, Any]:
    """The newest, and the topics of which there is most."""
    newest = list(readable(language).filter(kind__in=kinds.listed())[:NEWEST])
    return {"newest": _teasers(newest, language), "topics": _topics(language)}


def _teasers(editions: Sequence[Any], language: str) -> list[Teaser]:
    types = types_of(kinds.codes())
    names = authors_of(editions, language)
    return [
        Teaser(
            each, language, types.get((each.kind, each.type)), names.get(each.pk, ())
        )
        for each in editions
    ]


def _topics(language: str) -> list[Reference]:
    rows = sorted(filed.filed_under(Topic, language), key=lambda row: -row.count)
    return [reference(row.record, language) for row in rows[:TOPICS]]
