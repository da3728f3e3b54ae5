"""Chance that never changes its mind: what a plate draws by lot is fixed for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

INKS = ("indigo", "cinnabar", "verdigris", "saffron")
"""The four inks, in the order in which numbers take turns."""


@dataclass(frozen=True, slots=True)
class Seed:
    """What a drawing is drawn for: a kind or record ("publications", "people") and
    its number, which must not be negative. The same seed always draws the same."""

    kind: str
    number: int

    @property
    def ink(self) -> str:
        """The ink of what has no type to say it: covers and portraits."""
        return INKS[self.number % len(INKS)]

    @property
    def pale(self) -> bool:
        """Whether it is this number's turn to be pale: every second four are."""
        return self.number // len(INKS) % 2 == 1

    def chance(self) -> Chance:
        return Chance(self)


class Chance:
    """Numbers drawn one after another from the SHA-256 of a seed."""

    def __init__(self, seed: Seed) -> None:
        self._shares = _shares(f"{seed.kind} {seed.number}")

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * next(self._shares)

    def below(self, limit: int) -> int:
        """One of 0, 1 … `limit` - 1."""
        return int(limit * next(self._shares))


def _shares(name: str) -> Iterator[float]:
    """Endless numbers from 0 up to, but not including, 1."""
    for turn in count():
        digest = sha256(f"{name} {turn}".encode()).digest()
        for start in range(0, len(digest), 4):
            yield int.from_bytes(digest[start : start + 4], "big") / 2**32
