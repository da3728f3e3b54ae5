"""The admin's search fields for relations, safe from numbers that no row can have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.urls import reverse

from .chosen import NUMBER


class Lenient(AutocompleteMixin):
    """Shows nothing as chosen for a value that is no key, as for an unknown key.

    A script gives the field that select2 makes the name of its label.
    """

    allow_multiple_selected: bool
    create_option: Any

    @property
    def media(self) -> forms.Media:
        named: Any = forms.Script("admin/desk/choosers.js", type="module")
        return super().media + forms.Media(js=[named])

    def get_url(self) -> str:
        return _address(self.url_name, self.admin_site.name)

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        keys = [key for key in value if not key or NUMBER.fullmatch(str(key))]
        known = getattr(self.choices.field, "known", None)
        if known is None:
            return super().optgroups(name, keys, attrs)
        return [(None, list(self._options(name, keys, known())), 0)]

    def _options(
        self, name: str, keys: Iterable[Any], records: Mapping[str, Any]
    ) -> Iterable[Any]:
        """What `chosen` has looked up, with an empty option where one may be chosen."""
        if not self.allow_multiple_selected:
            yield self.create_option(name, "", "", False, 0)
        label: Any = self.choices.field.label_from_instance
        found = (records[str(key)] for key in keys if str(key) in records)
        for index, row in enumerate(found, start=1):
            yield self.create_option(name, row.pk, label(row), True, index)


@cache
def _address(name: str, site: str) -> str:
    """Where each of a dozen fields of a form asks."""
    return reverse(name % site)


class Autocomplete(Lenient, AutocompleteSelect):
    """One record."""


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
