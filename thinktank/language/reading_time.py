"""How long a text takes to read."""

from __future__ import annotations

from thinktank.language.scripts import script_for

WORDS_A_MINUTE = {"arabic": 150}
"""Arabic packs more into a word and is read at fewer words a minute (IReST norms)."""

OTHERWISE = 220


def usual_pace(language: str) -> int:
    """The words a minute that most readers of `language` manage."""
    return WORDS_A_MINUTE.get(script_for(language), OTHERWISE)


def minutes(words: int, language: str, pace: int | None = None) -> int:
    """Whole minutes for reading `words` words of `language`; at least one.

    `pace`, in words a minute, is the house's own estimate of its readers.
    """
    return max(1, round(words / (pace or usual_pace(language))))
