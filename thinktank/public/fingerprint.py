"""The argument's shape in small: one dot for each point, a gap between sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_DOTS = 30


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`groups` holds the number of points in each section that has any.

    False when there is nothing to draw, or more than an eye can take in.
    """

    groups: tuple[int, ...]

    @classmethod
    def of(cls, shape: Sequence[int]) -> Fingerprint:
        """From the number of points in each headed section."""
        return cls(tuple(filter(None, shape)))

    def __bool__(self) -> bool:
        return 0 < sum(self.groups) <= MOST_DOTS

    @property
    def dots(self) -> list[range]:
        return [range(count) for count in self.groups]

    def __str__(self) -> str:
        sections, points = len(self.groups), sum(self.groups)
        return _("%(sections)s, %(points)s") % {
            "sections": ngettext("%(count)d section", "%(count)d sections", sections)
            % {"count": sections},
            "points": ngettext("%(count)d point", "%(count)d points", points)
            % {"count": points},
        }
