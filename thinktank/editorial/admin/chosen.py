"""The records that the form of an item and its lists name, looked up at once.

Django asks for the choice of each field apart: once to check it, and once more to show
it. A form with its lists has a dozen such fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from thinktank.editorial.together import Asked, Rows, together

NUMBER = re.compile("[0-9]{1,18}")
"""What may be looked up as a key: longer numbers overflow in SQLite."""

Records = Mapping[str, Any]
Forms = Callable[[], Iterable[forms.BaseForm]]


class OneOf(forms.ModelChoiceField):
    """`known` gives the named records among those one may choose, by their keys."""

    known: Callable[[], Records] | None = None

    def to_python(self, value: Any) -> Any:
        if self.known is None or value in self.empty_values:
            return super().to_python(value)
        self.validate_no_null_characters(value)
        return self.known().get(str(value)) or _refuse(self, value)


class SeveralOf(forms.ModelMultipleChoiceField):
    """The same for many: cleans to a list, in the order in which they were named."""

    known: Callable[[], Records] | None = None

    def clean(self, value: Any) -> Any:
        if self.known is None or not value or not isinstance(value, list | tuple):
            found = {str(row.pk): row for row in super().clean(value)}
            return [found[key] for key in dict.fromkeys(map(str, value or ()))]
        records = self.known()
        keys = dict.fromkeys(map(str, value))
        for key in keys:
            self.validate_no_null_characters(key)
        return [records.get(key) or _refuse(self, key) for key in keys]

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = [str(self.prepare_value(value)) for value in initial or ()]
        return before != [str(value) for value in data or ()]


class Chosen:
    """What the fields of watched forms name: one statement, when first needed."""

    def __init__(self) -> None:
        self._watched: dict[str, Forms] = {}

    def watch(self, group: str, watched: Forms) -> None:
        """Count in what these forms name; all have the same fields."""
        self._watched[group] = watched
        self.__dict__.pop("_found", None)

    def serve(self, group: str, form: forms.BaseForm) -> None:
        """Let the fields of a form of this group take their records from here: none
        where the form is an empty one that is not watched."""
        for name, field in _choices(form):
            field.known = lambda key=(group, name): self._found.get(key, {})

    @cached_property
    def _found(self) -> dict[tuple[str, str], Records]:
        querysets: dict[tuple[str, str], models.QuerySet[Any]] = {}
        keys: dict[tuple[str, str], set[str]] = {}
        for group, form in self._forms():
            for name, field in _choices(form):
                querysets[group, name] = field.queryset
                keys.setdefault((group, name), set()).update(_named(form[name].value()))
        found = together({key: _among(querysets[key], keys[key]) for key in querysets})
        return {key: {str(row.pk): row for row in rows} for key, rows in found.items()}

    def _forms(self) -> Iterator[tuple[str, forms.BaseForm]]:
        for group, watched in self._watched.items():
            for form in watched():
                yield group, form


def chosen(instance: models.Model) -> Chosen:
    """What the form of this very object and the forms of its lists share."""
    shared: Chosen = instance.__dict__.setdefault("_chosen", Chosen())
    return shared


def _choices(form: forms.BaseForm) -> Iterator[tuple[str, Any]]:
    for name, field in form.fields.items():
        if isinstance(field, OneOf | SeveralOf):
            yield name, field


def _named(value: Any) -> list[str]:
    """The keys in the value of a field, and nothing that cannot be one."""
    values = value if isinstance(value, list | tuple) else [value]
    return [key for key in map(str, values) if NUMBER.fullmatch(key)]


def _among(every: models.QuerySet[Any], keys: Collection[str]) -> Asked:
    if keys and every.query.has_filters():
        return every.filter(pk__in=keys)
    return Rows(every.model, every.model._meta.pk.name, keys)


def _refuse(field: forms.Field, value: Any) -> Any:
    message = field.error_messages["invalid_choice"]
    raise ValidationError(message, code="invalid_choice", params={"value": value})
