"""Items to link to and pictures to show, searched from the surface."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from thinktank.editorial import kinds
from thinktank.editorial.admin import sides
from thinktank.editorial.admin.chosen import NUMBER
from thinktank.editorial.admin.lookup import kinds_seen_by
from thinktank.editorial.models import Edition, Item
from thinktank.media.models import LONGEST_ALT, Image
from thinktank.search.columns import holding

MOST = 20
"""Results at a time: who finds nothing among them types another word."""


def items(request: HttpRequest) -> list[dict[str, Any]]:
    """Items of the kinds that the person may look at, by number or by their titles."""
    kept = Item.objects.filter(trashed_at__isnull=True)
    found = kept.filter(kind__in=kinds_seen_by(request))
    found = _narrowed(found, request, numbered=True)
    live = Edition.objects.live().filter(item_id=models.OuterRef("pk"))
    rows = found.defer(*sides.columns("body")).order_by("-pk")[:MOST]
    language = request.GET.get("language", "")
    return [_item(row, language) for row in rows.annotate(live=models.Exists(live))]


def _item(item: Any, language: str) -> dict[str, Any]:
    codes = sorted(sides.codes(), key=lambda code: code != language)
    written = ((code, item.text_in(code, "headline")) for code in codes)
    code, headline = next(filter(lambda pair: pair[1], written), (language, ""))
    return {
        "number": item.pk,
        "headline": headline or f"#{item.pk}",
        "language": code,
        "kind": str(kinds.get(item.kind).model._meta.verbose_name),
        "live": item.live,
    }


def images(request: HttpRequest) -> list[dict[str, Any]]:
    if not request.user.has_perm("media.view_image"):
        raise PermissionDenied
    found = _narrowed(Image.objects.all(), request, numbered=False)
    return [image(row) for row in found.order_by("-pk")[:MOST]]


def image(row: Image) -> dict[str, Any]:
    """A picture as the surface shows it, with its texts in every language."""
    texts = {
        name: {code: row.text_in(code, name) for code in sides.codes()}
        for name in Image.texts
    }
    about = {
        "number": row.pk,
        "url": row.address,
        "thumbnail": row.thumbnail_address,
        "name": str(row),
    }
    return {**about, **texts, "width": row.width, "height": row.height}


def upload(request: HttpRequest) -> dict[str, Any]:
    """The record of an uploaded picture, or the sentence that says why not."""
    if not request.user.has_perm("media.add_image"):
        raise PermissionDenied
    file = request.FILES.get("file")
    if file is None:
        return {"problems": [_("Choose a picture.")]}
    alts = {column: _line(request, column) for column in sides.columns("alt")}
    try:
        return image(Image.objects.take(file, **alts))
    except ValidationError as error:
        return {"problems": error.messages}


def _line(request: HttpRequest, column: str) -> str:
    return " ".join(request.POST.get(column, "").split())[:LONGEST_ALT]


def _narrowed(rows: Any, request: HttpRequest, *, numbered: bool) -> Any:
    """The rows that hold every word that was typed, or the one of a number."""
    if number := request.GET.get("number", ""):
        return rows.filter(pk=number) if NUMBER.fullmatch(number) else rows.none()
    return rows.filter(holding(request.GET.get("q", ""), numbered=numbered))
