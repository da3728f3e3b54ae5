"""People's names as printed: with their honorifics, or bare for comparing."""

from __future__ import annotations

import re

HONORIFIC = re.compile(
    r"(?:أ\s?\.\s?د|د|أ|م)\s?\.\s?(?=\S)|(?:الأستاذة?|الدكتورة?|السفيرة?|اللواء|العميد"
    r"|الفريق|معالي|سعادة|السيدة?|المهندسة?)\s"
    r"|(?:Dr|Prof|Mr|Mrs|Ms|H\.E|Amb)\.?\s(?=[A-Z])|(?:Professor|Ambassador|Doctor)\s"
)
"""One honorific at the start of a name: «د.», «أ.د.», «معالي», "Dr", "Prof."."""


def bare_name(name: str) -> str:
    """A name without the honorifics before it: «معالي الدكتور سالم» is «سالم»."""
    bare = name.strip()
    while match := HONORIFIC.match(bare):
        bare = bare[match.end() :].lstrip()
    return bare
