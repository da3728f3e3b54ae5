"""The list of one kind in one language, of all its types or of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Edition
from thinktank.editorial.models.edition import EditionQuerySet

from . import languages
from .frame import Frame, respond
from .furniture import kind_name
from .shelf import Position, shelf
from .teasers import teasers
from .wording import Wording, worded


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the list; no name stands for all types."""

    name: Wording
    path: str
    chosen: bool


def list_page(request: HttpRequest, language: str, kind: str) -> HttpResponse:
    """Newest first. `?type=CODE` narrows it, `?before=DATE-ID` goes on from there."""
    types = kinds.types(kind)
    code = request.GET.get("type", "")
    if code and code not in types:
        raise Http404
    live = Edition.objects.live().filter(language=language, kind=kind)
    before = Position.read(request.GET.get("before"))
    page = shelf(live.filter(type=code) if code else live, before)
    heading = _heading(language, kind, types.get(code))
    labels = {(kind, key): label for key, label in types.items()}
    context = {
        "heading": heading,
        "choices": _choices(live, language, kind, types, code),
        "chosen": code,
        "shelf": page,
        "teasers": teasers(page.editions, language, labels),
    }
    frame = Frame(
        language,
        heading.text,
        path=list_path(language, kind, code),
        section=kind,
        versions={each: list_path(each, kind, code) for each in languages.codes()},
        indexed=page.first,
    )
    return respond("list.html", frame, context)


def list_path(language: str, kind: str, code: str = "") -> str:
    """The list of a kind, or of one type of it."""
    path = reverse(f"{kind}:list", kwargs={"language": language})
    return f"{path}?{urlencode({'type': code})}" if code else path


def _heading(language: str, kind: str, type: TypeName | None) -> Wording:
    if type:
        return worded(type.plural_in, language)
    return Wording(kind_name(kind), language)


def _choices(
    live: EditionQuerySet,
    language: str,
    kind: str,
    types: Mapping[str, TypeName],
    chosen: str,
) -> list[Choice]:
    """All, then each type that has something to read. Costs one query."""
    used = set(live.order_by().values_list("type", flat=True).distinct()) | {chosen}
    names = {"": Wording("", language)} | {
        code: worded(label.plural_in, language)
        for code, label in types.items()
        if code in used
    }
    return [
        Choice(name, list_path(language, kind, code), chosen=code == chosen)
        for code, name in names.items()
    ]
