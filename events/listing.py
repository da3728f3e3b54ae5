"""The columns and filters of the list of events in the admin.

They go by the days that were typed, and by the house's day of today.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thinktank import house
from thinktank.editorial.admin import sides
from thinktank.language.dates import format_range

from .models import Event
from .when import Phase

LAST_DAY = Coalesce("end_day", "start_day")


@admin.display(
    description=pgettext_lazy("column of events", "when"), ordering="start_day"
)
def when(event: Event) -> str:
    last = event.end_day or event.start_day
    return format_range(event.start_day, last, sides.interface(), house.current().style)


@admin.display(
    description=pgettext_lazy("column of events", "taking place"), ordering="status"
)
def status(event: Event) -> str:
    """Whether it takes place; the column of states is about what is public."""
    return event.get_status_display()


class PhaseFilter(admin.SimpleListFilter):
    title = pgettext_lazy("filter of events", "time")
    parameter_name = "phase"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[Any]:
        return [
            (Phase.UPCOMING.value, _("Coming")),
            (Phase.RUNNING.value, _("Today")),
            (Phase.PAST.value, _("Past")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return in_phase(queryset, self.value() or "", today())


class YearFilter(admin.SimpleListFilter):
    title = _("year")
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[Any]:
        days = Event.objects.order_by().dates("start_day", "year", order="DESC")
        return [(str(day.year), str(day.year)) for day in days]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        offered = {value for value, _label in self.lookup_choices}
        if self.value() in offered:
            return queryset.filter(start_day__year=int(self.value() or 0))
        return queryset


def today() -> date:
    return timezone.localdate(timezone=house.current().zone)


def in_phase(events: QuerySet[Any], phase: str, day: date) -> QuerySet[Any]:
    """The events that lie ahead of this day, have it among their days, or lie behind
    it; all of them for any other word."""
    known = events.alias(last_day=LAST_DAY)
    match phase:
        case Phase.UPCOMING:
            return known.filter(start_day__gt=day)
        case Phase.RUNNING:
            return known.filter(start_day__lte=day, last_day__gte=day)
        case Phase.PAST:
            return known.filter(last_day__lt=day)
    return events
