"""Values that are kept in the process until something public changes.

    @remembered
    def menus(language: str) -> tuple[Entry, ...]:
        return tuple(...)       # asks the database

    menus("…")                  # asks it once after each change

For small values that many pages need and few people change: settings, menus, types,
topics, the choices of a filter, the news strip. Together they cost a request one
query, that of `changes.token()`; all of them are made anew after any change, in every
process, from the next request on.

What a function must hold to:

* It depends on its arguments and on rows of the database, and whoever changes those
  rows calls `changes.touch()` in the same transaction.
* It does not look at the active language or at the request. It may look at the
  clock, if whoever stored an instant on which it depends gave it to
  `changes.expect()`: then it is made anew once the instant has passed.
* Its arguments come from a closed set (languages, kinds), never from a visitor:
  every combination is kept.
* It returns plain data that nobody changes: tuples, frozen dataclasses, mappings.

Inside a transaction a value that is not kept yet is made and handed out, but not
kept: it may show rows that are rolled back later. Two threads may make the same value
at the same time; both are right, and the later one is kept.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from itertools import count
from typing import Generic, ParamSpec, TypeVar

from thinktank import changes

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")

_generations = count()
_generation = next(_generations)


class Remembered(Generic[Arguments, Value]):
    """A function whose results are kept, by its arguments; see above."""

    def __init__(self, build: Callable[Arguments, Value]) -> None:
        functools.update_wrapper(self, build)
        self._build = build
        # One reference is exchanged at a time, so threads never see half of it.
        self._kept: tuple[Hashable, dict[Hashable, Value]] = (None, {})

    def __call__(self, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        # The counter is read before the rows: a value may be newer than what it is
        # kept under, and is then made again, but it is never older.
        watched = (_generation, changes.token())
        kept_under, values = self._kept
        if kept_under != watched:
            values = {}
        key = (args, *sorted(kwargs.items()))
        if key not in values:
            value = self._build(*args, **kwargs)
            if changes.in_transaction():
                return value
            values[key] = value
            self._kept = (watched, values)
        return values[key]

    def last(self, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Value | None:
        """The value as it was last kept, without asking the database, or None.

        For pages that must be shown when the database fails.
        """
        return self._kept[1].get((args, *sorted(kwargs.items())))


def remembered(build: Callable[Arguments, Value]) -> Remembered[Arguments, Value]:
    """Decorates a function whose results are kept until something public changes."""
    return Remembered(build)


def forget() -> None:
    """Drop everything that this process keeps.

    Needed only where rows changed without being counted, as when a test ends or a
    database is put back to an earlier day under a running process.
    """
    global _generation
    _generation = next(_generations)
