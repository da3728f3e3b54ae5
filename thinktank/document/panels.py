"""The kinds of panel: what editors call them, and how many items each holds.

A panel may stand wherever a block does: in the lead and in an unheaded conclusion it
speaks for the whole text, in a section or a point for that part of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from thinktank.language.folding import fold

from .model import Panel, PanelKind

MOST_ITEMS = 12
"""Of findings or recommendations; beyond, nothing is a key finding any more."""
SUMMARY_LINES = 3
"""What is new, why it matters, what should be done."""

NAMES: Mapping[PanelKind, Mapping[str, str]] = {
    "findings": {"en": "Key findings", "ar": "أبرز النتائج"},
    "recommendations": {"en": "Recommendations", "ar": "توصيات"},
    "summary": {"en": "In three lines", "ar": "في ثلاثة أسطر"},
}
"""By kind and language: what pages print, and what the text form writes."""

_SPELLINGS: Mapping[PanelKind, str] = {
    "findings": "findings|main findings|أهم النتائج|النتائج|نتائج",
    "recommendations": "key recommendations|التوصيات|أبرز التوصيات|أهم التوصيات",
    "summary": "summary|three lines|ملخص|الملخص|خلاصة|الخلاصة|ثلاثة أسطر",
}
"""What editors type for the same, beside the names."""

_KINDS: Mapping[str, PanelKind] = {
    fold(name): kind
    for kind, names in NAMES.items()
    for name in (*names.values(), *_SPELLINGS[kind].split("|"))
}


def panel_kind(name: str) -> PanelKind | None:
    """The kind that a name in any language stands for, whatever its spelling."""
    return _KINDS.get(fold(name))


def panel_name(kind: PanelKind, language: str) -> str:
    """What a panel is called; a language without a name gets the first there is."""
    names = NAMES[kind]
    return names.get(language.partition("-")[0]) or next(iter(names.values()))


def miscount(panel: Panel) -> tuple[str, dict[str, str | int]] | None:
    """The code and values of the problem when a panel has too many items or few."""
    found = len(panel.items)
    if panel.kind == "summary" and found != SUMMARY_LINES:
        return "summary-lines", {"found": found, "expected": SUMMARY_LINES}
    if found > MOST_ITEMS:
        return "panel-items", {"found": found, "limit": MOST_ITEMS}
    return None
