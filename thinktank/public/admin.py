"""The centre's front in the admin: menus, the slots of home, announcements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import publishing
from thinktank.editorial.admin import changelist, sides
from thinktank.editorial.admin.bilingual import BilingualAdmin
from thinktank.editorial.admin.inwords import InWords

from . import menus
from .models import Announcement, HomeSlot, MenuEntry, Timed


def during(model: type[Timed]) -> list[InWords]:
    """The columns for the time in which something shows."""
    return [InWords(model, "starts_at"), InWords(model, "until")]


class FrontAdmin(BilingualAdmin):
    """Readers see these at once, so each change is counted where it is made."""

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        publishing.reference_changed(obj)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        publishing.reference_changed(obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        with transaction.atomic():
            for obj in list(queryset):
                publishing.reference_changed(obj)
            super().delete_queryset(request, queryset)


class MenuEntryForm(forms.ModelForm):
    section = forms.ChoiceField(label=_("section"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields.get("section")
        if field:
            field.choices = list(menus.choices())


@admin.register(MenuEntry)
class MenuEntryAdmin(FrontAdmin):
    form = MenuEntryForm
    codes = ("address",)
    fields = (
        ("place", "order"),
        sides.columns("label"),
        "item",
        "section",
        "series",
        "address",
    )
    autocomplete_fields = ("item", "series")
    list_display = ("__str__", "place", "order")
    list_filter = ("place",)


@admin.register(HomeSlot)
class HomeSlotAdmin(FrontAdmin):
    fields = (("language", "order"), "item", ("starts_at", "until"))
    autocomplete_fields = ("item",)
    list_display = ("headline", "language", "order", *during(HomeSlot))
    list_filter = ("language",)
    list_select_related = ("item",)

    def get_queryset(self, request: HttpRequest) -> Any:
        bodies = (f"item__{column}" for column in sides.columns("body"))
        return super().get_queryset(request).defer(*bodies)

    @admin.display(description=_("item"))
    def headline(self, slot: HomeSlot) -> SafeString:
        return changelist.headline(slot.item)


@admin.register(Announcement)
class AnnouncementAdmin(FrontAdmin):
    codes = ("address",)
    fields = (sides.columns("text"), "item", "address", ("starts_at", "until"))
    autocomplete_fields = ("item",)
    list_display = ("__str__", *during(Announcement))
