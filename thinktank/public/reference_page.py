"""The pages of reference records: what is live in one language and names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse

from thinktank.editorial import kinds
from thinktank.editorial.models import (
    Edition,
    EditionPerson,
    EditionProgramme,
    EditionRegion,
    EditionTopic,
)
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.reference.models import Named, Person, Programme, Region, Topic, Tree

from . import filed, languages
from .addresses import reference_path, same_slug
from .drawn import record_plate
from .errors import NotInThisLanguage
from .forest import Forest, forest
from .frame import Frame, moved, respond
from .person_words import Profile
from .references import Reference, reference
from .shelf import Position, shelf
from .teasers import teasers, types_of
from .wording import named

POINTED = ("merged_into", "portrait", "editor")
"""The single records to which a record of some model points."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record, the languages in which something live names it, and the rows."""

    record: Any
    readable: Iterable[str]
    links: Any


def topic_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    """What is filed under a topic or under one below it."""
    links = EditionTopic.objects
    return _tree_page(request, language, slug, Topic, number, links, "topic_id")


def region_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    """What is about a region or about a part of it."""
    links = EditionRegion.objects
    return _tree_page(request, language, slug, Region, number, links, "region_id")


def person_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    """Who somebody is, and what they had a part in."""
    found = find(Person, number, EditionPerson.objects.filter(person_id=number))
    profile = Profile(found.record, language) if found.record else None
    return _respond(request, language, slug, found, {"profile": profile})


def programme_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    """What a programme is about, and what came out of it."""
    links = EditionProgramme.objects.filter(programme_id=number)
    return _respond(request, language, slug, find(Programme, number, links), {})


def find(model: type[Named], number: int, links: Any) -> Found:
    """A record with the languages in which one of `links` is live. One query."""
    reads = {
        f"reads_{code}": Exists(links.filter(edition__in=_live(code)))
        for code in languages.codes()
    }
    rows: Any = model._default_manager.filter(pk=number)
    pointed = [name for name in POINTED if hasattr(model, name)]
    rows = rows.select_related(*pointed) if pointed else rows
    record = rows.annotate(**reads).first()
    readable = [c for c in languages.codes() if getattr(record, f"reads_{c}", False)]
    return Found(record, readable, links)


def address(
    request: HttpRequest, found: Found, language: str, slug: str | None
) -> HttpResponse | None:
    """The redirect to where the record is to be read; None when this is the place.

    Raises Http404 while nothing live names it: nobody learns of its name.
    """
    record = found.record
    into = getattr(record, "merged_into", None)
    if into:
        return moved(request, reference_path(into, language))
    if record is None or not found.readable:
        raise Http404
    if language not in found.readable:
        raise NotInThisLanguage(language, versions(found))
    if not same_slug(slug, record.slug_in(language)):
        return moved(request, reference_path(record, language))
    return None


def versions(found: Found) -> dict[str, str]:
    """The page of the record in each language that has it."""
    return {code: reference_path(found.record, code) for code in found.readable}


def frame_of(found: Found, language: str, indexed: bool) -> Frame:
    """The frame of a record's page."""
    pages = versions(found)
    return Frame(
        language,
        named(found.record, language).text,
        path=pages[language],
        description=about(found.record, language),
        versions=pages,
        indexed=indexed,
    )


def about(record: Any, language: str) -> str:
    """What the record says of itself in this language."""
    field = "biography" if isinstance(record, Person) else "description"
    return record.text_in(language, field)


def _tree_page(
    request: HttpRequest,
    language: str,
    slug: str | None,
    model: type[Tree],
    number: int,
    links: Any,
    column: str,
) -> HttpResponse:
    trees = forest(model)
    record = trees.find(number)
    family = links.filter(**{f"{column}__in": trees.family(number)})
    uses = _uses(model, trees.family(number)) if record else {}
    readable = [code for code in languages.codes() if uses.get(code)]
    context = {}
    if record:
        used = uses.get(language, set())
        below = _below(trees, number, used)
        context = {
            "above": _references(trees.above(record), language),
            "below": _references(below, language),
        }
    found = Found(record, readable, family)
    return _respond(request, language, slug, found, context)


def _uses(model: type[Tree], records: Iterable[int]) -> dict[str, set[int]]:
    """Those of the records under which something is live, by language. One query."""
    naming = filed.NAMING[model]
    live = _live().filter(**{f"{naming}__in": records}).order_by()
    found: dict[str, set[int]] = {}
    for language, pk in live.values_list("language", naming).distinct():
        found.setdefault(language, set()).add(pk)
    return found


def _below(trees: Forest, number: int, used: set[int]) -> list[Any]:
    return [row for row in trees.below(number) if used & trees.family(row.pk)]


def _references(records: Iterable[Named], language: str) -> list[Reference]:
    return [reference(record, language) for record in records]


def _live(language: str = "") -> EditionQuerySet:
    live = Edition.objects.live().filter(kind__in=kinds.listed())
    return live.filter(language=language) if language else live


def _respond(
    request: HttpRequest,
    language: str,
    slug: str | None,
    found: Found,
    context: Mapping[str, Any],
) -> HttpResponse:
    redirect = address(request, found, language, slug)
    if redirect:
        return redirect
    before = Position.read(request.GET.get("before"))
    filed = found.links.values("edition_id")
    page = shelf(_live(language).filter(pk__in=filed), before)
    shown = {
        "name": named(found.record, language),
        "about": about(found.record, language),
        "plate": record_plate(found.record, language),
        "shelf": page,
        "teasers": teasers(page.editions, language, types_of(kinds.codes())),
        **context,
    }
    template = f"{type(found.record)._meta.model_name}.html"
    return respond(template, frame_of(found, language, page.first), shown)
