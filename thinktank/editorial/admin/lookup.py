"""All kinds of items together: what fields search in that point at any item."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from thinktank.editorial import kinds
from thinktank.editorial.models import Item

from . import sides
from .searching import FoundByWords


@admin.register(Item)
class AnyItemAdmin(FoundByWords):
    """Answers searches for whoever may see items of some kind.

    Items are edited in the admin of their kind; the address of an item here leads
    there.
    """

    numbered = True
    ordering = ("-pk",)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(kinds_seen_by(request))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Deleting an item of a kind deletes its row here, and asks here too."""
        if obj is None:
            return False
        return request.user.has_perm(_codename("delete", kinds.get(obj.kind).model))

    def get_queryset(self, request: HttpRequest) -> Any:
        kept = super().get_queryset(request).filter(trashed_at__isnull=True)
        seen = kept.filter(kind__in=kinds_seen_by(request))
        return seen.defer(*sides.columns("body"))

    def change_view(self, request: HttpRequest, object_id: str, *args: Any) -> Any:
        return self._redirect(request, object_id, "change")

    def delete_view(self, request: HttpRequest, object_id: str, *args: Any) -> Any:
        return self._redirect(request, object_id, "delete")

    def history_view(self, request: HttpRequest, object_id: str, *args: Any) -> Any:
        return self._redirect(request, object_id, "history")

    def changelist_view(self, request: HttpRequest, *args: Any) -> HttpResponse:
        return redirect("admin:index")

    def _redirect(self, request: HttpRequest, object_id: str, page: str) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        item = self.get_object(request, unquote(object_id))
        if item is None:
            raise Http404
        opts = kinds.get(item.kind).model._meta
        return redirect(f"admin:{opts.app_label}_{opts.model_name}_{page}", item.pk)


def offer_items(
    fields: Mapping[str, forms.Field], request: HttpRequest, rows: models.QuerySet[Any]
) -> None:
    """Let fields that choose an item offer those that somebody may see and that are not
    in the trash, and those that stored `rows` name already: of a kind that somebody
    does not see, they are shown by number."""
    seen = kinds_seen_by(request)
    chooser: Any
    for name, chooser in fields.items():
        offered = getattr(chooser, "queryset", None)
        if offered is None or not issubclass(offered.model, Item):
            continue
        may = models.Q(trashed_at__isnull=True)
        if offered.model is Item:
            may &= models.Q(kind__in=seen)
        stands = models.Q(pk__in=rows.exclude(**{name: None}).values(name))
        chooser.queryset = offered.filter(may | stands)
        chooser.label_from_instance = partial(title, seen)


def title(seen: Collection[str], item: Item) -> str:
    """What an item is called, or its number where its kind is not among those seen."""
    return str(item) if item.kind in seen else f"#{item.pk}"


def kinds_seen_by(request: HttpRequest) -> list[str]:
    """The kinds whose items somebody may see at the desk."""
    return kinds_one_may(request, "view", "change")


def kinds_one_may(request: HttpRequest, *verbs: str) -> list[str]:
    """The kinds whose items somebody may "view", "add" or "change": one of them."""
    may = request.user.has_perm
    models = {code: kinds.get(code).model for code in kinds.codes()}
    return [
        code
        for code, model in models.items()
        if any(may(_codename(verb, model)) for verb in verbs)
    ]


def _codename(verb: str, model: type[models.Model]) -> str:
    return f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
