"""What was saved of an item, and what was public when. Nothing here can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank.editorial.models import Edition, Item, Revision
from thinktank.editorial.permissions import may_suppress
from thinktank.editorial.suppression import revisions_seen_by

from . import differences, sides
from .changelist import headline
from .differences import Difference
from .staff import person


@dataclass(frozen=True, slots=True)
class History:
    """One language's past: newest first."""

    language: str
    editions: models.QuerySet[Edition]
    revisions: models.QuerySet[Revision]
    open: bool
    """Whether the person may suppress here, and read what was suppressed."""
    suppressed: bool
    to_suppress: bool


def versions(item_admin: Any, request: HttpRequest, item: Item) -> HttpResponse:
    """The list of editions and revisions, one column for each language."""
    histories = [
        _history(item, code, person(request)) for code in sides.in_reading_order()
    ]
    context = {
        **_frame(item_admin, request, item),
        "title": _("Editions and revisions"),
        "histories": histories,
        "now": timezone.now(),
    }
    return TemplateResponse(request, "admin/desk/versions.html", context)


def _history(item: Item, language: str, user: User) -> History:
    editions = item.editions.filter(language=language).order_by("-live_from")
    revisions = item.revisions.filter(language=language).order_by("-number")
    ended = editions.filter(live_from__lte=timezone.now(), suppressed_at=None)
    past = ended.filter(~models.Q(notice="") | models.Q(live_until__lte=timezone.now()))
    return History(
        language,
        editions.select_related("revision").defer("revision__document"),
        revisions_seen_by(user, revisions)
        .select_related("created_by")
        .defer("document"),
        may_suppress(user, language),
        editions.filter(suppressed_at__isnull=False).exists(),
        past.exists(),
    )


def revision(
    item_admin: Any, request: HttpRequest, item: Item, number: int
) -> HttpResponse:
    """One revision, as it differs from the one before it in its language."""
    seen = revisions_seen_by(person(request), item.revisions.all())
    found = get_object_or_404(seen.select_related("created_by"), pk=number)
    earlier = seen.filter(language=found.language, number__lt=found.number)
    before = earlier.order_by("-number").first()
    context = {
        **_frame(item_admin, request, item),
        "title": _("Revision %(number)s in %(language)s")
        % {"number": found.number, "language": sides.name(found.language)},
        "revision": found,
        "before": before,
        "differences": list(_differences(type(item), before, found)),
        "versions": item_admin.address(item, "versions"),
    }
    return TemplateResponse(request, "admin/desk/revision.html", context)


def _differences(
    model: type[Item], before: Revision | None, after: Revision
) -> Iterator[Difference]:
    """From nothing, for the first revision: all of it is new."""
    old = before.texts if before else {}
    yield from differences.of_texts(model, old, after.texts, after.language)
    yield from differences.of_bodies(
        before.document if before else None, after.document, after.language
    )


def _frame(item_admin: Any, request: HttpRequest, item: Item) -> dict[str, Any]:
    return {
        **item_admin.admin_site.each_context(request),
        "opts": item_admin.opts,
        "original": item,
        "subtitle": headline(item),
        "back": item_admin.address(item),
    }
