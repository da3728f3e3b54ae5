"""The list of one kind in one language, whole or narrowed by filters."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from thinktank.editorial import kinds

from . import filed, filters, languages
from .addresses import list_path
from .destinations import kind_name
from .filters import Facet
from .frame import Frame, respond
from .shelf import Position, shelf
from .teasers import teasers
from .wording import Wording


def list_page(request: HttpRequest, language: str, kind: str) -> HttpResponse:
    """Newest first. Filters narrow it (see `filters`), `?before=DATE-ID` goes on.

    Costs four queries; one more counts where something narrows the list, and another
    on the pages after the first.
    """
    chosen = filters.read(request.GET)
    before = Position.read(request.GET.get("before"))
    types = kinds.types(kind)
    facets = filters.facets(language, kind, types, chosen)
    editions = filters.narrow(filed.live_in(language, kind), facets)
    kept = filters.query(filters.used_of(facets))
    total = editions.count() if kept else filed.count_of_kind(language, kind)
    page = shelf(editions, before, total)
    heading, narrowed = _heading(language, kind, facets)
    context = {
        "heading": heading,
        "narrowed": narrowed,
        "whole": list_path(language, kind),
        "facets": [facet for facet in facets if facet.offered],
        "chips": filters.chips(facets, list_path(language, kind)),
        "kept": kept,
        "shelf": page,
        "teasers": teasers(
            page.editions, language, {(kind, code): t for code, t in types.items()}
        ),
    }
    frame = Frame(
        language,
        title_of(heading, narrowed),
        path=_path(language, kind, kept),
        section=kind,
        versions={code: _path(code, kind, kept) for code in languages.codes()},
        indexed=page.first and not chosen,
    )
    return respond("list.html", frame, context)


def _path(language: str, kind: str, query: str) -> str:
    path = list_path(language, kind)
    return f"{path}?{query}" if query else path


def _heading(
    language: str, kind: str, facets: Sequence[Facet]
) -> tuple[Wording, list[Wording]]:
    """What the list holds, and the names of what narrows it further."""
    names = [option.name for facet in facets for option in facet.chosen]
    types = next(facet.chosen for facet in facets if facet.name == "type")
    if len(types) == 1:
        return types[0].name, names[1:]
    return Wording(kind_name(kind), language), names


def title_of(heading: Wording, narrowed: Sequence[Wording]) -> str:
    """What the window says of a list: what it holds, and what narrows it."""
    comma = pgettext("between names", ",")
    names = f"{comma} ".join(name.text for name in narrowed)
    return f"{heading.text}: {names}" if names else heading.text
