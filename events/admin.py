"""Events in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from thinktank.editorial.admin import changelist, sides
from thinktank.editorial.admin.item import DATES, LINKS, RECORD, ItemAdmin
from thinktank.editorial.admin.listed import (
    LaunchedFormSet,
    ListedInline,
    OutputFormSet,
)
from thinktank.editorial.admin.lists import ListForm, ListFormSet, ListInline
from thinktank.editorial.admin.sides import columns
from thinktank.editorial.admin.staff import person
from thinktank.editorial.permissions import Refused

from . import listing, parts
from .copying import copy_edition, may_copy
from .forms import EventForm
from .models import Event, Recording, ShownSeries


class LaunchedInline(ListedInline):
    """The titles launched at a fair, in the order they are shown."""

    formset: Any = LaunchedFormSet
    verbose_name = _("launched title")
    verbose_name_plural = _("titles launched there")


class OutputInline(ListedInline):
    """What was published about it afterwards: the summary of a discussion …"""

    formset: Any = OutputFormSet
    verbose_name = _("publication that came out of it")
    verbose_name_plural = _("publications that came out of it")


class ShownSeriesForm(ListForm):
    key = "series"


class ShownSeriesFormSet(ListFormSet):
    columns = ("series",)
    once = ("series",)


class ShownSeriesInline(ListInline):
    model = ShownSeries
    form = ShownSeriesForm
    formset: Any = ShownSeriesFormSet
    fields = (*ShownSeriesFormSet.columns, "order")
    autocomplete_fields = ("series",)


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
    form = EventForm
    change_form_template = "admin/desk/event.html"
    codes = ("hall", "stand", "map", "online_url", "website", "registration_url")
    fact_fieldsets = (
        (
            _("Shared facts"),
            {
                "fields": (
                    ("type", "edition_number"),
                    "status",
                    "parent",
                    *LINKS,
                    "cover",
                )
            },
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
                    "map",
                    ("online_url", "website"),
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
    inlines = (
        *ItemAdmin.inlines,
        LaunchedInline,
        ShownSeriesInline,
        OutputInline,
        RecordingInline,
    )
    list_display = (
        changelist.headline,
        "type",
        listing.when,
        listing.status,
        changelist.badges,
    )
    list_filter = (
        listing.PhaseFilter,
        listing.YearFilter,
        "type",
        "status",
        *ItemAdmin.list_filter,
    )

    # Parts

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A part that is added from its parent's form begins where that is."""
        initial = super().get_changeform_initial_data(request)
        number = str(initial.get("parent", ""))
        parents = self.get_queryset(request).filter(id=number) if _is_id(number) else []
        for parent in parents:
            initial |= parts.inherited(parent)
        return initial

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        event = context["original"]
        if event:
            context |= {
                "parts": parts.listed(event),
                "add_part": parts.adding(event)
                if self.has_add_permission(request)
                else "",
                "copy": self.address(event, "copy")
                if may_copy(person(request))
                else "",
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        outside = parts.outside(form.instance) if change else []
        if outside:
            messages.warning(
                request,
                _("Outside its days now, so move them too: %(parts)s.")
                % {"parts": sides.listed(outside)},
            )

    # The next edition

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.copy_view))
        return [
            path("<int:number>/copy/", view, name=self._name("copy")),
            *super().get_urls(),
        ]

    def copy_view(self, request: HttpRequest, number: int) -> HttpResponse:
        event = self._viewable(request, number)
        assert isinstance(event, Event)
        try:
            following = copy_edition(event, by=person(request))
        except Refused as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        messages.success(
            request,
            _("This is the next edition, a draft. Check its days and its texts."),
        )
        return HttpResponseRedirect(self.address(following))


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19
