"""How long a text takes to read."""

from __future__ import annotations

from thinktank.language.scripts import script_for

WORDS_A_MINUTE = {"arabic": 150}
"""Arabic packs more into a word and is read at fewer words a minute (IReST norms)."""

OTHERWISE = 220


def minutes(words: int, language: str) -> int:
    """Whole minutes for reading `words` words of `language`; at least one."""
    pace = WORDS_A_MINUTE.get(script_for(language), OTHERWISE)
    return max(1, round(words / pace))
