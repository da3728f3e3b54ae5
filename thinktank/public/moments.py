"""Places in lists that are sorted by an instant, as addresses name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q
from django.http import Http404

DAY, HOUR = "[0-9]{4}-[0-9]{2}-[0-9]{2}", r"T[0-9]{6}(?:\.[0-9]{3})?Z"
FORM = re.compile(rf"({DAY}(?:{HOUR})?)-([1-9][0-9]{{0,17}})")


@dataclass(frozen=True, slots=True)
class Moment:
    """After the row with this instant and item. An edition's own number would change
    whenever its facts are published anew."""

    at: datetime
    number: int

    @classmethod
    def read(cls, written: str | None) -> Moment | None:
        """From an address: DATE-NUMBER, the date with its hour where one is needed.

        None for None. Raises Http404 for what is no place.
        """
        if written is None:
            return None
        match = FORM.fullmatch(written)
        try:
            if match:
                at = datetime.fromisoformat(match[1]).replace(tzinfo=UTC)
                return cls(at, int(match[2]))
        except ValueError:
            pass  # a day or an hour that no calendar has
        raise Http404

    def older_by(self, column: str) -> Q:
        """What follows in a list sorted by `-column, -item_id`."""
        earlier = Q(**{f"{column}__lt": self.at}) | Q(item_id__lt=self.number)
        return earlier & Q(**{f"{column}__lte": self.at})

    def __str__(self) -> str:
        """Instants are whole milliseconds, and those of events whole minutes."""
        at = self.at.astimezone(UTC)
        milliseconds = f".{at.microsecond // 1000:03d}" if at.microsecond else ""
        return f"{at:%Y-%m-%dT%H%M%S}{milliseconds}Z-{self.number}"
