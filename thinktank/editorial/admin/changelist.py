"""The list of items: what each row shows, with a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
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
from thinktank.editorial.states import LanguageState, State, brief_states
from thinktank.language.dates import format_date

from . import sides


class ItemChangeList(ChangeList):
    """Loads the states of a whole page at once, and no bodies."""

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        # Django looks up the address of each row anew to add what is kept.
        self.way_back, self.preserved_filters = self.preserved_filters, ""

    def url_for_result(self, result: Any) -> str:
        """The form, which leads back to the list as it is narrowed."""
        address = super().url_for_result(result)
        return f"{address}?{self.way_back}" if self.way_back else address

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
        known = brief_states(items)
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
    if any(map(_says_more, ordered)):
        return _rows((state.language, _badge(state)) for state in ordered)
    plain = tuple((state.language, state.state) for state in ordered)
    return _plain(plain, sides.interface())


@cache
def _plain(states: tuple[tuple[str, State], ...], interface: str) -> SafeString:
    """What most of a page says, again and again, in the language of the interface."""
    return _rows((language, _name(state)) for language, state in states)


def _rows(badges: Iterable[tuple[str, SafeString]]) -> SafeString:
    rows = ((sides.name(language), badge) for language, badge in badges)
    row = '<span class="badge-row"><span class="badge-language">{}</span> {}</span>'
    return format_html(
        '<span class="badges">{}</span>', format_html_join("", row, rows)
    )


def _says_more(state: LanguageState) -> bool:
    """Whether a badge needs its template."""
    track = state.track
    whose = track and (track.assignee_id or track.due_date)
    scheduled = state.state == State.SCHEDULED
    return bool(whose or state.behind or state.unreviewed or scheduled)


def _badge(state: LanguageState) -> SafeString:
    if _says_more(state):
        return render_to_string("admin/desk/badges.html", {"state": state})
    return _name(state.state)


def _name(state: State) -> SafeString:
    return format_html('<span class="badge badge-{}">{}</span>', state, state.label)


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
