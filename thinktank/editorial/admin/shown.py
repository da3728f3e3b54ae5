"""What somebody sees who may look at an item but not change it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from thinktank.editorial.models import Item

from . import sides
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
