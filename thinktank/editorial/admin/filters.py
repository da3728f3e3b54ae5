"""What a list of items is narrowed to: where each language stands, and whose it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thinktank import house
from thinktank.editorial import finding
from thinktank.editorial.models import Track
from thinktank.editorial.states import State

from . import sides
from .staff import person

SOON = timedelta(days=7)
TRACKS: dict[str, tuple[Any, Callable[[QuerySet[Track]], QuerySet[Track]]]] = {
    "behind": (_("behind its source"), finding.behind),
    "unreviewed": (_("live without approval"), finding.unreviewed),
}
"""What may be true of a text in several states."""


class StateFilter(admin.SimpleListFilter):
    """Where the text in one language stands."""

    language = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[Any]:
        states = [(state.value, state.label) for state in State]
        others = [(name, label) for name, (label, _find) in TRACKS.items()]
        return [*states, ("not-live", _("not live")), *others]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        if value in State.values:
            return queryset.filter(finding.in_state(State(value), self.language))
        if value == "not-live":
            return queryset.filter(finding.not_live(self.language))
        if value in TRACKS:
            _label, find = TRACKS[value]
            tracks = find(Track.objects.filter(language=self.language))
            return queryset.filter(finding.with_tracks(tracks))
        return queryset


def state_filters() -> list[type[StateFilter]]:
    """One filter for each language, titled with its name."""
    return [
        type(
            f"StateFilter_{code}",
            (StateFilter,),
            {
                "language": code,
                "title": format_lazy(_("text in {language}"), language=label),
                "parameter_name": f"state_{code}",
            },
        )
        for code, label in settings.LANGUAGES
    ]


class _TrackFilter(admin.SimpleListFilter):
    """Some track of the item fulfils the condition of the choice."""

    choices_offered: ClassVar[dict[str, Any]] = {}

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[Any]:
        return self.choices_offered.items()

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in self.choices_offered:
            return queryset
        tracks = Track.objects.filter(self.condition(request))
        return queryset.filter(finding.with_tracks(tracks))

    def condition(self, request: HttpRequest) -> Q:
        raise NotImplementedError


class AssigneeFilter(_TrackFilter):
    title = _("assigned")
    parameter_name = "assigned"
    choices_offered: ClassVar[dict[str, Any]] = {
        "me": _("to me"),
        "others": _("to others"),
    }

    def condition(self, request: HttpRequest) -> Q:
        mine = Q(assignee=person(request))
        return mine if self.value() == "me" else Q(assignee__isnull=False) & ~mine


class DueFilter(_TrackFilter):
    title = _("due")
    parameter_name = "due"
    choices_offered: ClassVar[dict[str, Any]] = {
        "late": _("overdue"),
        "soon": _("within a week"),
        "any": _("on some day"),
    }

    def condition(self, request: HttpRequest) -> Q:
        today = timezone.localdate(timezone=house.current().zone)
        match self.value():
            case "late":
                return Q(due_date__lt=today)
            case "soon":
                return Q(due_date__range=(today, today + SOON))
        return Q(due_date__isnull=False)


class NamedFilter(admin.RelatedFieldListFilter):
    """By a record, whose names are all that is read of the records there are."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: Any
    ) -> list[tuple[str, Any]]:
        records = self.records(field, request, model_admin)
        columns = [sides.column("name", code) for code in sides.in_reading_order()]
        rows = records.values_list("pk", *columns)
        return [(pk, next(filter(None, names), f"#{pk}")) for pk, *names in rows]

    def records(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        model = field.remote_field.model
        return model.objects.order_by(*model._meta.ordering)


class UsedFilter(NamedFilter):
    """By a record that some item of the list has. Each is looked for by its key, where
    Django would collect the keys of all items."""

    def records(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        items = model_admin.get_queryset(request).order_by()
        used = Exists(items.filter(**{field.name: OuterRef("pk")}))
        return super().records(field, request, model_admin).filter(used)
