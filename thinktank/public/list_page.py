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
from .frame import Frame, kind_name, respond
from .shelf import Position, shelf
from .teasers import teasers
from .wording import Wording, named


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the list; no name stands for all types."""

    name: Wording
    path: str
    chosen: bool


def list_page(request: HttpRequest, language: str, kind: str) -> HttpResponse:
    """Newest first. `?type=CODE` narrows it, `?before=DATE-ID` goes on from there."""
    types = kinds.get(kind).types()
    code = request.GET.get("type", "")
    if code and code not in types:
        raise Http404
    live = Edition.objects.live().filter(language=language, kind=kind)
    before = Position.read(request.GET.get("before"))
    page = shelf(live.filter(type=code) if code else live, before)
    labels = {(kind, key): label for key, label in types.items()}
    context = {
        "choices": _choices(live, language, kind, types, code),
        "chosen": code,
        "shelf": page,
        "teasers": teasers(page.editions, language, labels),
    }
    return respond("list.html", _frame(language, kind, code, page.first), context)


def list_path(language: str, kind: str, code: str = "") -> str:
    path = reverse(f"{kind}:list", kwargs={"language": language})
    return f"{path}?{urlencode({'type': code})}" if code else path


def _frame(language: str, kind: str, code: str, first: bool) -> Frame:
    return Frame(
        language,
        kind_name(kind),
        path=list_path(language, kind, code),
        section=kind,
        versions={each: list_path(each, kind, code) for each in languages.codes()},
        indexed=first,
    )


def _choices(
    live: EditionQuerySet,
    language: str,
    kind: str,
    types: Mapping[str, TypeName],
    chosen: str,
) -> list[Choice]:
    """All, then each type that has something to read. Costs one query."""
    used = set(live.order_by().values_list("type", flat=True).distinct()) | {chosen}
    everything = Choice(
        Wording("", language), list_path(language, kind), chosen=not chosen
    )
    return [
        everything,
        *(
            Choice(
                named(label, language), list_path(language, kind, code), code == chosen
            )
            for code, label in types.items()
            if code in used
        ),
    ]
