"""The pages of topics and people: what is live in one language and names them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from thinktank.editorial import kinds
from thinktank.editorial.models import Edition, EditionPerson, EditionTopic
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.reference.models import Named, Person, Topic

from .addresses import reference_path, same_slug
from .errors import NotInThisLanguage
from .frame import Frame, moved, respond
from .shelf import Position, shelf
from .teasers import teasers, types_of
from .wording import named


def topic_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    """What is filed under a topic; 404 when nothing live in `language` is."""
    filed = EditionTopic.objects.filter(topic_id=number).values("edition_id")
    live = Edition.objects.live().filter(pk__in=filed)
    return _respond(request, language, slug, Topic, number, live)


def person_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    """What a person had a part in; 404 when nothing live in `language` says so."""
    parts = EditionPerson.objects.filter(person_id=number).values("edition_id")
    live = Edition.objects.live().filter(pk__in=parts)
    return _respond(request, language, slug, Person, number, live)


def _respond(
    request: HttpRequest,
    language: str,
    slug: str | None,
    model: type[Named],
    number: int,
    live: EditionQuerySet,
) -> HttpResponse:
    record = model._default_manager.filter(pk=number).first()
    readable = set(live.order_by().values_list("language", flat=True).distinct())
    if record is None or not readable:
        raise Http404
    versions = {code: reference_path(record, code) for code in sorted(readable)}
    if language not in versions:
        raise NotInThisLanguage(language, versions)
    if not same_slug(slug, record.slug_in(language)):
        return moved(versions[language])
    before = Position.read(request.GET.get("before"))
    page = shelf(live.filter(language=language), before)
    name = named(record, language)
    frame = Frame(
        language,
        name.text,
        path=versions[language],
        versions=versions,
        indexed=page.first,
    )
    rows = teasers(page.editions, language, types_of(kinds.codes()))
    context = {"name": name, "shelf": page, "teasers": rows}
    return respond(f"{model._meta.model_name}.html", frame, context)
