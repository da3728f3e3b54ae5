"""The same functions for each database; `current()` gives those of this one."""

from __future__ import annotations

from types import ModuleType

from django.db import connection

from . import postgres, sqlite


def current() -> ModuleType:
    return {"postgresql": postgres, "sqlite": sqlite}[connection.vendor]
