"""Rows of several tables, read by one statement.

A form that shows ten lists would ask ten tables one by one. Here each row comes as a
JSON array, so that the rows of all tables fit into one UNION ALL.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import JSONArray

KEPT_BY_JSON = (
    models.BooleanField,
    models.CharField,
    models.DateField,
    models.DecimalField,
    models.ForeignKey,
    models.IntegerField,
    models.TextField,
    models.TimeField,
    models.UUIDField,
)
"""What comes back from JSON as it was; an instant would lose its zone on SQLite."""


def together(querysets: Mapping[Any, models.QuerySet[Any]]) -> dict[Any, list[Any]]:
    """The rows of each queryset, under its key, in the order of their ids.

    Columns that JSON cannot keep, and texts without a limit, are deferred.
    """
    found: dict[Any, list[Any]] = {key: [] for key in querysets}
    keys = list(querysets)
    for place, *values in _asked([querysets[key] for key in keys]):
        found[keys[place]].append(_row(querysets[keys[place]], values))
    for rows in found.values():
        rows.sort(key=lambda row: row.pk)
    return found


def _asked(querysets: list[models.QuerySet[Any]]) -> Iterable[list[Any]]:
    """Each row as its place among the querysets, then its columns."""
    if not querysets:
        return ()
    first, *others = map(_as_json, count(), querysets)
    return (row for (row,) in first.union(*others, all=True))


def _as_json(place: int, queryset: models.QuerySet[Any]) -> models.QuerySet[Any, Any]:
    columns = (F(field.attname) for field in _columns(queryset.model))
    # One column: modeltranslation changes the order of several.
    row = JSONArray(Value(place), *columns)
    return queryset.order_by().annotate(_row=row).values_list("_row")


def _columns(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if _fits(field)]


def _fits(field: models.Field[Any, Any]) -> bool:
    endless = isinstance(field, models.TextField)
    instant = isinstance(field, models.DateTimeField)
    return isinstance(field, KEPT_BY_JSON) and not endless and not instant


def _row(queryset: models.QuerySet[Any], values: list[Any]) -> models.Model:
    columns = _columns(queryset.model)
    plain = [_value(*pair) for pair in zip(columns, values, strict=True)]
    names = [field.attname for field in columns]
    # Rows of another database, or of none, may not be linked to each other.
    return queryset.model.from_db(queryset.db, names, plain)


def _value(field: models.Field[Any, Any], value: Any) -> Any:
    value = field.to_python(value)
    if isinstance(field, models.DecimalField) and isinstance(value, Decimal):
        return round(value, field.decimal_places)  # 18.5 in JSON, 18.50 in the column
    return value
