"""Beginning a bundle with an issue and its articles, or a fair and its titles."""

from __future__ import annotations

from django.db import models
from django.http import Http404, HttpRequest
from django.urls import reverse

from thinktank.editorial import kinds
from thinktank.editorial.models import Item

from .. import sides
from ..chosen import NUMBER
from ..lookup import kinds_seen_by

FROM = "from"
"""The parameter that names the item."""


def begin_address(item: Item, request: HttpRequest) -> str:
    """Where a bundle of an item and its parts is begun; empty where there are none, or
    for those who may not."""
    if not (item.gathers and request.user.has_perm("editorial.add_bundle")):
        return ""
    return f"{reverse('admin:editorial_bundle_add')}?{FROM}={item.pk}"


def offered(request: HttpRequest) -> models.QuerySet[Item]:
    """The items of which a person may put texts into a bundle."""
    kept = Item.objects.filter(trashed_at__isnull=True)
    return kept.filter(kind__in=kinds_seen_by(request))


def whole(request: HttpRequest) -> Item | None:
    """The item that a new bundle begins with, if one is named."""
    number = request.GET.get(FROM, "")
    if not NUMBER.fullmatch(number):
        return None
    item = offered(request).filter(pk=number).only("kind").first()
    if item is None:
        raise Http404
    return kinds.get(item.kind).model._default_manager.get(pk=item.pk)


def proposed(request: HttpRequest) -> list[int]:
    """That item, then those that go out with it."""
    item = whole(request)
    return [item.pk, *item.gathered()] if item else []


def name(item: Item) -> str:
    """The item's own headline, as a name to begin with."""
    found = (item.text_in(code, "headline") for code in sides.in_reading_order())
    return next(filter(None, found), "")[:150]
