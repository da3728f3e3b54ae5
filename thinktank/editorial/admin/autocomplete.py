"""The admin's search fields for relations, safe from numbers that no row can have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)

NUMBER = re.compile("[0-9]{1,18}")
"""What may be looked up as a key: longer numbers overflow in SQLite."""


class Lenient(AutocompleteMixin):
    """Shows nothing as chosen for a value that is no key, as for an unknown key.

    A script gives the field that select2 makes the name of its label.
    """

    @property
    def media(self) -> forms.Media:
        named: Any = forms.Script("admin/desk/choosers.js", type="module")
        return super().media + forms.Media(js=[named])

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        known = [key for key in value if not key or NUMBER.fullmatch(str(key))]
        return super().optgroups(name, known, attrs)


class Autocomplete(Lenient, AutocompleteSelect):
    """`chosen` gives the rows of a whole list by their keys, asked for at once."""

    chosen: Callable[[], Mapping[str, Any]] | None = None

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        if self.chosen is None:
            return super().optgroups(name, value, attrs)
        rows = self.chosen()
        found = [rows[str(key)] for key in value if str(key) in rows]
        label: Any = self.choices.field.label_from_instance
        options = [self.create_option(name, "", "", False, 0)]
        options += [
            self.create_option(name, row.pk, label(row), True, index)
            for index, row in enumerate(found, start=1)
        ]
        return [(None, options, 0)]


class ChosenInOrder(forms.ModelMultipleChoiceField):
    """Gives the records as a list, in the order in which they were chosen."""

    def clean(self, value: Any) -> Any:
        found = {str(row.pk): row for row in super().clean(value)}
        return [found[key] for key in dict.fromkeys(map(str, value or ()))]

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = [str(self.prepare_value(value)) for value in initial or ()]
        return before != [str(value) for value in data or ()]


class AutocompleteMultiple(Lenient, AutocompleteSelectMultiple):
    """Several are taken away one by one: the sign for all at once would stand in a
    list without being an item of it. They stand in the order chosen."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        groups = super().optgroups(name, value, attrs)
        places = {str(key): place for place, key in enumerate(value)}
        for _heading, options, _index in groups:
            options.sort(key=lambda option: places.get(str(option["value"]), 0))
        return groups

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().build_attrs(*args, **kwargs) | {"data-allow-clear": "false"}
