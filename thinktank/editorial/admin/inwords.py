"""Days, times, yes and no, where they are only read: as the house writes them.

Django would write them in formats of its own, and show a sign for yes and no.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thinktank import house
from thinktank.language.dates import format_date
from thinktank.language.times import format_clock, format_moment

from . import sides

WORDED = (models.BooleanField, models.DateField, models.TimeField)
"""What has words of ours; an instant is a kind of day to Django."""


class InWords:
    """A field as a column of a list, or as a line of a form without its control."""

    def __init__(self, model: type[models.Model], field: str) -> None:
        self.__name__ = self.admin_order_field = field
        db_field: Any = model._meta.get_field(field)
        self.short_description = capfirst(db_field.verbose_name)

    def __call__(self, record: models.Model) -> str:
        return in_words(getattr(record, self.__name__))


def in_words(value: datetime | date | time | bool | None) -> str:
    """A value as the house writes it for the language of the interface."""
    language, style = sides.interface(), house.current().style
    match value:
        case None:
            return "—"
        case bool():
            return _("Yes") if value else _("No")
        case datetime():
            local = value.astimezone(house.current().zone)
            return format_moment(local, language, style, clock=True)
        case date():
            return format_date(value, language, style=style)
    return format_clock(value, language, style)


class HouseWords(admin.options.BaseModelAdmin):
    """Whoever may only look at a record reads its fields in the house's words."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        return self.as_read(fieldsets, request, obj)

    def as_read(self, fieldsets: Any, request: HttpRequest, obj: Any) -> Any:
        """The same fieldsets, with words for the fields that get no control."""
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (title, {**options, "fields": list(self._read(options["fields"]))})
            for title, options in fieldsets
        ]

    def _read(self, fields: Iterable[Any]) -> Iterable[Any]:
        for field in fields:
            if isinstance(field, list | tuple):
                yield list(self._read(field))
            else:
                yield InWords(self.model, field) if self._has_words(field) else field

    def _has_words(self, field: Any) -> bool:
        known = {each.name: each for each in self.model._meta.get_fields()}
        return isinstance(field, str) and isinstance(known.get(field), WORDED)
