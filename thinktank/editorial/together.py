"""Rows of several tables, read by one statement.

A form that shows ten lists would ask ten tables one by one. Here each row comes as a
JSON array, so that the rows of all tables fit into one UNION ALL. What is the same for
all rows of a table is compiled once: with all its columns it costs more than asking.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import F
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


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table with one of these values in a column: what a queryset would
    say of a manager without conditions, at a tenth of its price."""

    model: Any
    column: str
    values: Collection[Any]


Asked = Rows | models.QuerySet[Any]


def together(asked: Mapping[Any, Asked]) -> dict[Any, list[Any]]:
    """The rows that each asks for, under its key, in the order of their ids.

    Columns that JSON cannot keep, and texts without a limit, are deferred.
    """
    found: dict[Any, list[Any]] = {key: [] for key in asked}
    keys = list(asked)
    for place, values in _answers(list(asked.values())):
        found[keys[place]].append(_row(asked[keys[place]].model, values))
    for rows in found.values():
        rows.sort(key=lambda row: row.pk)
    return found


def _answers(asked: list[Asked]) -> Iterator[tuple[int, list[Any]]]:
    """Each row as its place among the askers, and its columns."""
    selects = list(_selects(asked))
    if not selects:
        return
    with connection.cursor() as cursor:
        whole = " UNION ALL ".join(sql for sql, _values in selects)
        cursor.execute(whole, [value for _sql, values in selects for value in values])
        for place, row in cursor.fetchall():
            yield place, json.loads(row)


def _selects(asked: list[Asked]) -> Iterator[tuple[str, Collection[Any]]]:
    for place, each in enumerate(asked):
        try:
            condition, values = _condition(each)
        except EmptyResultSet:
            continue
        model: Any = each.model
        columns, tables = _head(model, connection.vendor)
        yield f"SELECT {place}, {columns} FROM {tables} WHERE {condition}", values


def _condition(asked: Asked) -> tuple[str, Collection[Any]]:
    """As SQL, with its values apart. Raises EmptyResultSet where nothing fulfils it."""
    if isinstance(asked, Rows):
        if not asked.values:
            raise EmptyResultSet
        field: Any = asked.model._meta.get_field(asked.column)
        marks = ", ".join(["%s"] * len(asked.values))
        return f"{_name(field)} IN ({marks})", [
            *map(field.get_prep_value, asked.values)
        ]
    keys = asked.order_by().values("pk").query
    sql, values = keys.get_compiler(connection=connection).as_sql()
    return f"{_name(asked.model._meta.pk)} IN ({sql})", values


def _name(field: Any) -> str:
    quoted = map(connection.ops.quote_name, (field.model._meta.db_table, field.column))
    return ".".join(quoted)


@cache
def _head(model: type[models.Model], vendor: str) -> tuple[str, str]:
    """The columns of a table as one JSON array, and the table with those it inherits
    from, for a kind of database."""
    # Not the model's own manager: with modeltranslation's, columns would follow the
    # language in which they were first asked for.
    plain: Any = models.QuerySet(model).order_by()
    row = JSONArray(*(F(field.attname) for field in _columns(model)))
    query = plain.annotate(_row=row).values_list("_row").query
    sql, _none = query.get_compiler(connection=connection).as_sql()
    columns, _from, tables = sql.removeprefix("SELECT ").partition(" FROM ")
    return columns, tables


@cache
def _columns(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if _fits(field)]


def _fits(field: models.Field[Any, Any]) -> bool:
    endless = isinstance(field, models.TextField)
    instant = isinstance(field, models.DateTimeField)
    return isinstance(field, KEPT_BY_JSON) and not endless and not instant


def _row(model: type[models.Model], values: list[Any]) -> models.Model:
    columns = _columns(model)
    plain = [_value(*pair) for pair in zip(columns, values, strict=True)]
    names = [field.attname for field in columns]
    # Rows of another database, or of none, may not be linked to each other.
    return model.from_db(connection.alias, names, plain)


def _value(field: models.Field[Any, Any], value: Any) -> Any:
    value = field.to_python(value)
    if isinstance(field, models.DecimalField) and isinstance(value, Decimal):
        return round(value, field.decimal_places)  # 18.5 in JSON, 18.50 in the column
    return value
