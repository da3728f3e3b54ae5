"""How many random examples a test tries."""

from __future__ import annotations

from hypothesis import settings

USUAL = 100


def examples(number: int) -> settings:
    """`number` examples, where the profile makes 100 of them the usual number.

    Under "quick" (see tests/conftest.py) they shrink by as much as all others do.
    """
    return settings(max_examples=number * settings.default.max_examples // USUAL)
