"""What the pages of events ask of the house: its clock, and how it writes dates."""

from __future__ import annotations

from django.conf import settings

from thinktank.language.style import DEFAULT, Style


def zone() -> str:
    """The IANA name of the zone that readers take for granted."""
    return settings.TIME_ZONE


def style() -> Style:
    return DEFAULT
