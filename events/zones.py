"""Time zones as editors choose them and as readers are told them."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

NAMED = {
    "Asia/Dubai": pgettext_lazy("time zone", "Dubai"),
    "Asia/Riyadh": pgettext_lazy("time zone", "Riyadh"),
    "Asia/Kuwait": pgettext_lazy("time zone", "Kuwait"),
    "Asia/Qatar": pgettext_lazy("time zone", "Doha"),
    "Asia/Bahrain": pgettext_lazy("time zone", "Manama"),
    "Asia/Muscat": pgettext_lazy("time zone", "Muscat"),
    "Asia/Baghdad": pgettext_lazy("time zone", "Baghdad"),
    "Asia/Beirut": pgettext_lazy("time zone", "Beirut"),
    "Asia/Damascus": pgettext_lazy("time zone", "Damascus"),
    "Asia/Amman": pgettext_lazy("time zone", "Amman"),
    "Asia/Hebron": pgettext_lazy("time zone", "Jerusalem"),
    "Africa/Cairo": pgettext_lazy("time zone", "Cairo"),
    "Africa/Khartoum": pgettext_lazy("time zone", "Khartoum"),
    "Africa/Tripoli": pgettext_lazy("time zone", "Tripoli"),
    "Africa/Tunis": pgettext_lazy("time zone", "Tunis"),
    "Africa/Algiers": pgettext_lazy("time zone", "Algiers"),
    "Africa/Casablanca": pgettext_lazy("time zone", "Casablanca"),
    "Africa/Nouakchott": pgettext_lazy("time zone", "Nouakchott"),
    "Europe/London": pgettext_lazy("time zone", "London"),
    "UTC": pgettext_lazy("time zone", "Greenwich"),
}
"""The zones that readers are told by name, in the order in which they are offered."""

Choices = list[tuple[str, str]]


@lru_cache
def known() -> frozenset[str]:
    """The IANA name of every zone. Reading them from the disk takes a while."""
    return frozenset(available_timezones())


def choices(first: str) -> list[tuple[str, Choices]]:
    """The zones in two groups, as a form offers them: `first` and those with a name
    here, then all others. Names are words of the interface's language."""
    often = dict.fromkeys([first, *NAMED])
    others = sorted(zone for zone in known() - set(often) if _is_a_place(zone))
    return [
        (_("Often chosen"), [(zone, str(NAMED.get(zone, zone))) for zone in often]),
        (_("All others"), [(zone, zone) for zone in others]),
    ]


def clock_name(zone: str, at: datetime) -> str:
    """Whose clock an hour is read from, as it stands after the hour: "Dubai time".

    A zone without a name of its own is told by its distance from Greenwich.
    """
    if zone in NAMED:
        return _("%(city)s time") % {"city": NAMED[zone]}
    offset = at.astimezone(ZoneInfo(zone)).isoformat()[-6:].removesuffix(":00")
    return _("UTC%(offset)s") % {"offset": f"\u2066{offset}\u2069"}


def _is_a_place(zone: str) -> bool:
    return "/" in zone and not zone.startswith(("Etc/", "SystemV/"))
