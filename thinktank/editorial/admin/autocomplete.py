"""The admin's search fields for relations, safe from numbers that no row can have."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)

NUMBER = re.compile("[0-9]{1,18}")
"""What may be looked up as a key: longer numbers overflow in SQLite."""


class Lenient(AutocompleteMixin):
    """Shows nothing as chosen for a value that is no key, as for an unknown key."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        known = [key for key in value if not key or NUMBER.fullmatch(str(key))]
        return super().optgroups(name, known, attrs)


class Autocomplete(Lenient, AutocompleteSelect):
    pass


class AutocompleteMultiple(Lenient, AutocompleteSelectMultiple):
    pass
