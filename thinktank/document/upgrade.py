"""Bringing stored forms of older schema versions to the one in use.

A change of the form adds one function here, from version n to n + 1, and raises
`model.VERSION`. A new kind of block, such as the panel, leaves the version as it
is: every form stored before stays valid and means the same. Stored Documents are
never rewritten: they are upgraded when read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Form = dict[str, Any]
STEPS: dict[int, Callable[[Form], Form]] = {}
"""Version → the function that makes the next version's form of it."""


def upgrade(data: Form) -> Form:
    """The form in the newest version its own version leads to; `data` stays as is.

    A form of an unknown version comes back unchanged, for `check` to refuse.
    """
    while type(version := data.get("v")) is int and version in STEPS:
        data = {**STEPS[version](data), "v": version + 1}
    return data
