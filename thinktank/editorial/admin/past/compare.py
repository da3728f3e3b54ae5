"""Any two revisions of one language, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from thinktank.editorial.models import Item, Revision

from .. import sides
from ..lookup import kinds_seen_by
from ..staff import person
from . import pages
from .comparison import of_revisions
from .entries import name_of
from .marks import Mark


@dataclass(frozen=True, slots=True)
class Card:
    """One of the two, as the head of the page shows it."""

    revision: Revision
    name: str
    marks: list[Mark]


def compare(item_admin: Any, request: HttpRequest, item: Item) -> HttpResponse:
    """The older one usually stands first; the page compares as it was asked."""
    if not (request.GET.get("from") and request.GET.get("to")):
        messages.warning(request, _("Choose the two revisions to compare."))
        return HttpResponseRedirect(item_admin.address(item, "versions"))
    old, new = two_of(item, person(request), request.GET["from"], request.GET["to"])
    marks = pages.marks_of(item, new.language)
    two = of_revisions(type(item), old, new)
    context = pages.frame(item_admin, request, item) | {
        "title": _("Comparison in %(language)s")
        % {"language": sides.name(new.language)},
        "cards": [Card(each, name_of(each), marks.of(each.pk)) for each in (old, new)],
        "old": old,
        "new": new,
        "compared": two.compared(kinds_seen_by(request)),
        "tip": marks.tip,
        "compare": item_admin.address(item, "compare"),
        "restore": item_admin.address(item, "restore"),
    }
    context["choosing"] = context["changing"] and new.pk == marks.tip != old.pk
    return TemplateResponse(request, "admin/desk/compare.html", context)


def two_of(
    item: Item, user: User, first: str, second: str
) -> tuple[Revision, Revision]:
    """Two revisions of the item in one language, with what they hold, by their ids."""
    keys = [_key(first), _key(second)]
    read = pages.whole(item, user).filter(pk__in=keys)
    found = {revision.pk: revision for revision in read}
    if not found.keys() >= {*keys}:
        raise Http404
    old, new = (found[key] for key in keys)
    if old.language != new.language:
        raise Http404
    return old, new


def _key(value: str) -> int:
    if not pages.NUMBER.fullmatch(value):
        raise Http404
    return int(value)
