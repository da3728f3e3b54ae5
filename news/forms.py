from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thinktank import house
from thinktank.editorial.admin import sides
from thinktank.editorial.admin.itemform import ItemForm
from thinktank.editorial.models import Item

from .lines import generated_headline
from .models import NewsType

NUMBER = re.compile("[0-9]{1,18}")
"""No more digits: SQLite's numbers overflow."""


class NewsItemForm(ItemForm):
    """Writes the headline of a release or of a writer's piece where none was typed.

    What it wrote stands in the form like any other word, and can be edited.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and "about" in self.fields:
            self._write_headlines()

    def _write_headlines(self) -> None:
        about = self._about()
        if about is None:
            return
        data: Any = self.data
        data = data.copy()
        for language in sides.codes():
            name = self.add_prefix(sides.column("headline", language))
            if not data.get(name, "").strip():
                type = data.get("type", "")
                style = house.current().style
                data[name] = generated_headline(type, about, language, style)
        self.data = data

    def _about(self) -> Item | None:
        key = str(self.data.get("about", ""))
        # Only of what may be chosen: a headline is made of its own.
        offered: Any = self.fields["about"]
        found = offered.queryset.filter(pk=key) if NUMBER.fullmatch(key) else ()
        return next(iter(found), None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("type") == NewsType.COVERAGE:
            self._require_an_outlet(cleaned)
        about = cleaned.get("about")
        if about and about.pk == self.instance.pk:
            message = _("A line cannot announce itself. Choose another item.")
            self.add_error("about", ValidationError(message))
        return cleaned

    def _require_an_outlet(self, cleaned: dict[str, Any]) -> None:
        columns = sides.columns("outlet")
        if not any(cleaned.get(column) for column in columns):
            message = _("Name the outlet, in one language at least.")
            self.add_error(columns[0], ValidationError(message))
