"""All kinds of items together: what fields search in that point at any item."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from thinktank.editorial import kinds
from thinktank.editorial.models import Item

from . import sides


def search_columns() -> list[str]:
    """The number, and the titles in every language."""
    return ["=pk", *sides.columns("headline"), *sides.columns("kicker")]


@admin.register(Item)
class AnyItemAdmin(admin.ModelAdmin):
    """Answers searches for whoever may see items of some kind.

    Items are edited in the admin of their kind; the address of an item here leads
    there.
    """

    search_fields = search_columns()
    ordering = ("-pk",)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        models = (kinds.get(code).model._meta for code in kinds.codes())
        return any(
            request.user.has_perm(f"{opts.app_label}.view_{opts.model_name}")
            or request.user.has_perm(f"{opts.app_label}.change_{opts.model_name}")
            for opts in models
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer(*sides.columns("body"))

    def change_view(self, request: HttpRequest, object_id: str, *args: Any) -> Any:
        item = get_object_or_404(Item.objects.only("kind"), pk=object_id)
        opts = kinds.get(item.kind).model._meta
        return redirect(f"admin:{opts.app_label}_{opts.model_name}_change", item.pk)

    def changelist_view(self, request: HttpRequest, *args: Any) -> HttpResponse:
        return redirect("admin:index")
