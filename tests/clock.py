"""A clock that tests set by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import TracebackType
from unittest import mock

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Clock:
    """Stands still until it is moved. While it is entered, Django reads it.

    with Clock() as clock:
        clock.forward(hours=2)
    """

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now
        self._patch = mock.patch("django.utils.timezone.now", self._read)

    def _read(self) -> datetime:
        return self.now

    def __enter__(self) -> Clock:
        self._patch.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._patch.stop()

    def forward(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now

    def ahead(self, **time: float) -> datetime:
        """The instant this far ahead; the clock stays."""
        return self.now + timedelta(**time)
