"""What is asked of an index, in terms of both back ends."""

from __future__ import annotations

from typing import NamedTuple


class Clause(NamedTuple):
    """One of these: a run of stems, a low key, or a word that begins so."""

    phrases: tuple[tuple[str, ...], ...] = ()
    low: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()


class Match(NamedTuple):
    """All of `clauses`, in the title alone or anywhere, and none of `without`."""

    clauses: tuple[Clause, ...]
    without: tuple[Clause, ...] = ()
    title: bool = False
