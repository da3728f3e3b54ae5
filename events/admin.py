"""Events in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.admin.item import DATES, LINKS, RECORD, ItemAdmin
from thinktank.editorial.admin.listed import LaunchedFormSet, ListedInline
from thinktank.editorial.admin.lists import ListForm, ListFormSet, ListInline
from thinktank.editorial.admin.sides import columns
from thinktank.editorial.models import Item
from thinktank.public import item_page

from .models import Event, Recording


class LaunchedInline(ListedInline):
    """The titles launched at a fair, in the order they are shown."""

    formset: Any = LaunchedFormSet
    verbose_name = _("launched title")
    verbose_name_plural = _("titles launched there")


class RecordingForm(ListForm):
    key = "url"


class RecordingFormSet(ListFormSet):
    columns = ("url", *columns("title"))


class RecordingInline(ListInline):
    model = Recording
    form = RecordingForm
    formset: Any = RecordingFormSet
    fields = (*RecordingFormSet.columns, "order")
    codes = ("url",)


@admin.register(Event)
class EventAdmin(ItemAdmin):
    codes = ("hall", "stand", "online_url", "registration_url")
    fact_fieldsets = (
        (
            _("Shared facts"),
            {"fields": (("type", "edition_number"), "status", "parent", *LINKS)},
        ),
        (
            _("When"),
            {
                "fields": (
                    ("start_day", "start_clock"),
                    ("end_day", "end_clock"),
                    "time_zone",
                )
            },
        ),
        (
            _("Where"),
            {
                "fields": (
                    columns("venue"),
                    columns("room"),
                    ("hall", "stand"),
                    columns("city"),
                    columns("address"),
                    "online_url",
                )
            },
        ),
        (
            _("Attending"),
            {
                "fields": (
                    ("registration_url", "capacity"),
                    ("registration_closed", "by_invitation", "chatham_house"),
                )
            },
        ),
        (_("Displayed date"), {"fields": (DATES,), "classes": ("collapse",)}),
        RECORD,
    )
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "parent")
    inlines = (*ItemAdmin.inlines, LaunchedInline, RecordingInline)
    list_display = (ItemAdmin.list_display[0], "type", *ItemAdmin.list_display[1:])
    list_filter = ("type", "status", *ItemAdmin.list_filter)

    def preview_response(
        self, request: HttpRequest, item: Item, language: str
    ) -> HttpResponse:
        return item_page.preview(item, language)
