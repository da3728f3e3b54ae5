"""What somebody sees who may look at an item but not change it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from thinktank.editorial.models import Item

from . import sides
from .lookup import title
from .surface.sent import written


class Shown:
    """A field without a control: its words, marked with their language."""

    def __init__(self, db_field: Any, field: str, language: str) -> None:
        self.__name__ = sides.column(field, language)
        self.short_description = sides.label(db_field)
        self.field = field
        self.language = language

    def __call__(self, item: Item) -> SafeString:
        text = self._text(item)
        if not text:
            return format_html("{}", "—")
        return format_html(
            '<div class="shown shown-{}" lang="{}" dir="{}">{}</div>',
            self.field,
            *sides.attributes(self.language).values(),
            text,
        )

    def _text(self, item: Item) -> str:
        if self.field == "body":
            return written(item.body_in(self.language))
        return item.text_in(self.language, self.field)


@admin.display(description=gettext_lazy("people"))
def people(item: Item) -> str:
    """Everybody who has a part in the item, in the order printed."""
    parts = item.contributors.select_related("person")
    return sides.listed(parts) or "—"


class Named:
    """The items that a field names: by number where somebody does not see the kind."""

    def __init__(self, db_field: Any, seen: Collection[str]) -> None:
        self.__name__ = db_field.name
        self.short_description = db_field.verbose_name
        self.seen = seen

    def __call__(self, item: Item) -> str:
        value = getattr(item, self.__name__)
        if isinstance(value, Item):
            return self._led(value)
        rows = value.all() if value else ()
        return sides.listed(title(self.seen, row) for row in rows) or "—"

    def _led(self, item: Item) -> str:
        """A single one leads to its form, as Django's own fields do."""
        if item.kind not in self.seen:
            return title(self.seen, item)
        address = reverse("admin:editorial_item_change", args=[item.pk])
        return format_html('<a href="{}">{}</a>', address, item)


def facts(
    fieldsets: Iterable[Any], model: type[Item], seen: Collection[str]
) -> list[Any]:
    """The fieldsets with `Named` for each field that names items of any kind or one."""
    known: dict[str, Any] = {each.name: each for each in model._meta.get_fields()}

    def read(field: Any) -> Any:
        if isinstance(field, list | tuple):
            return [read(each) for each in field]
        target = getattr(known.get(str(field)), "related_model", None)
        is_item = isinstance(target, type) and issubclass(target, Item)
        return Named(known[field], seen) if is_item else field

    return [
        (name, {**options, "fields": read(options["fields"])})
        for name, options in fieldsets
    ]
