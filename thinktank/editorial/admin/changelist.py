"""The list of items: what each row shows, with a constant number of queries."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from thinktank import house
from thinktank.editorial.models import Contributor, Item, Role
from thinktank.editorial.states import LanguageState, State, states
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
        whole = not (self.query or self.has_active_filters)
        if whole:
            # Counted by the index of items alone, without the table of the kind.
            model: Any = self.model
            whole_list = Item.objects.filter(kind=model.KIND, trashed_at=None)
            self.queryset.count = whole_list.count
        super().get_results(request)
        if whole:
            self.full_result_count = self.result_count  # nothing is left out
        # Bounded even where all fit: PostgreSQL then looks for them by its indexes.
        most = self.list_max_show_all if self.show_all else self.list_per_page
        items: Any = list(self.result_list[:most])
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
    rows = ((sides.name(state.language), _badge(state)) for state in ordered)
    row = '<span class="badge-row"><span class="badge-language">{}</span> {}</span>'
    return format_html(
        '<span class="badges">{}</span>', format_html_join("", row, rows)
    )


def _badge(state: LanguageState) -> SafeString:
    """A hundred stand on a page of the list: most need no template."""
    track = state.track
    more = track and (track.assignee_id or track.due_date)
    if more or state.behind or state.unreviewed or state.state == State.SCHEDULED:
        return render_to_string("admin/desk/badges.html", {"state": state})
    code, label = state.state, state.state.label
    return format_html('<span class="badge badge-{}">{}</span>', code, label)


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
