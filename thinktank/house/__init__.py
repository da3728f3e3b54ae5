"""What a centre sets for the whole site: its names, its style, its clock.

`current()` is what every other room reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thinktank.changes.cache import remembered

if TYPE_CHECKING:
    from .plain import HouseSettings


@remembered
def current() -> HouseSettings:
    """The house settings as they stand: those saved, or else the initial ones.

    Costs at most the one query a request that all remembered values share.
    """
    # This package is imported before Django knows its models.
    from .models import House

    rows = House.objects.select_related("logo", "logo_dark")
    return (rows.first() or House.initial()).plain()


def last_known() -> HouseSettings:
    """The settings without asking the database, for when that is what failed."""
    from .models import House

    return current.last() or House.initial().plain()
