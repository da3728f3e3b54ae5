"""The list of items: what each row shows, with a constant number of queries."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from thinktank import house
from thinktank.editorial.models import Contributor, Item, Role
from thinktank.editorial.states import states
from thinktank.language.dates import format_date

from . import sides


class ItemChangeList(ChangeList):
    """Loads the states of a whole page at once, and no bodies."""

    def get_queryset(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        queryset = super().get_queryset(request, *args, **kwargs)
        people = Contributor.objects.select_related("person")
        listed = queryset.prefetch_related(models.Prefetch("contributors", people))
        return listed.defer(*sides.columns("body"))

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if not (self.query or self.has_active_filters):
            self.full_result_count = self.result_count  # nothing is left out
        # Bounded even where all fit: PostgreSQL then looks for them by its indexes.
        most = self.list_max_show_all if self.show_all else self.list_per_page
        items = list(self.result_list[:most])
        known = states(items)
        for item in items:
            item.states = known[item.pk]
        self.result_list = items


@admin.display(description=_("headline"))
def headline(item: Item) -> SafeString:
    """In the language of the interface, or in one that has it."""
    languages = sides.in_reading_order()
    texts = ((code, item.text_in(code, "headline")) for code in languages)
    return sides.marked_first(texts, fallback=f"#{item.pk}")


@admin.display(description=_("state"))
def badges(item: Any) -> str:
    order = sides.in_reading_order()
    ordered = sorted(item.states, key=lambda state: order.index(state.language))
    rows = [(sides.name(state.language), state) for state in ordered]
    return render_to_string("admin/desk/badges.html", {"rows": rows})


@admin.display(description=_("date"), ordering="displayed_date")
def displayed_date(item: Item) -> str:
    if item.displayed_date is None:
        return "—"
    precision: Any = item.date_precision
    style = house.current().style
    return format_date(item.displayed_date, sides.interface(), precision, style)


@admin.display(description=_("authors"))
def authors(item: Item) -> str:
    parts = item.contributors.all()
    return sides.listed(p.person for p in parts if p.role == Role.AUTHOR) or "—"
