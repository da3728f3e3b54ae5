"""What the database itself refuses, on every engine."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import TestCase

OURS = (
    "changes",
    "house",
    "reference",
    "editorial",
    "publications",
    "news",
    "events",
    "centre",
)


class Refusing(TestCase):
    def refuses(self, name, change, *arguments, **values):
        """The database refuses this change, and by the constraint of this name."""
        with pytest.raises(IntegrityError) as caught, transaction.atomic():
            change(*arguments, **values)
        told = str(caught.value)
        assert f'"{name}"' in told or told.endswith(as_sqlite_says(name))


def as_sqlite_says(name):
    """SQLite names the columns of a unique constraint, and otherwise its name."""
    model, constraint = constraints()[name]
    fields = [
        model._meta.get_field(field) for field in getattr(constraint, "fields", ())
    ]
    return (
        ", ".join(f"{model._meta.db_table}.{field.column}" for field in fields) or name
    )


def constraints():
    """Every constraint of our models by name."""
    return {
        constraint.name: (model, constraint)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in OURS
        for constraint in model._meta.constraints
    }
