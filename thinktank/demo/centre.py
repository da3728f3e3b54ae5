"""The whole demonstration centre, room after room."""

from __future__ import annotations

from django.db import transaction

from thinktank import changes
from thinktank.house.models import House

from . import events, home, news, pages, publications, reference
from .files import whole


def load() -> dict[str, int]:
    """How many items of each group were stored: none where the centre is already.

    All of them, or nothing: an interrupted run leaves no trace.
    """
    with transaction.atomic():
        return {} if publications.loaded() else _make()


def _make() -> dict[str, int]:
    _house()
    records = reference.make()
    written = publications.make(records)
    held = events.make(records, written)
    told = news.make(records, written, held)
    about = pages.make()
    home.make({**written, **held}, about, records)
    changes.touch()
    return {
        "publications": len(written),
        "events": len(held),
        "news items": len(told),
        "pages": len(about),
    }


def _house() -> None:
    """Set the house as the sample does, where nobody has set it."""
    if not House.objects.exists():
        House.objects.create(pk=1, **whole("house"))
