"""Runs of foreign script and of numbers that bidirectional text would turn round.

A run of the other script gets an element of its own with its `lang`: it is shown,
spoken and set in a font of its own. In right-to-left text, numbers whose parts the
bidirectional algorithm would exchange (phones, signed numbers, codes) get a
direction only. Ranges of years read rightly as they are and are left alone.
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from thinktank.language.foreign import foreign_spans
from thinktank.language.scripts import Direction, direction, script_for

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"


class Run(NamedTuple):
    """A stretch of text in one language and direction.

    `language` is "" for a number or code that belongs to no language.
    """

    text: str
    language: str
    direction: Direction


def runs(text: str, language: str) -> list[Run]:
    """`text` cut where language or direction change; joined, the runs are `text`.

    A foreign run has two letters or more. It takes in the spaces, digits, hyphens,
    own punctuation and closed brackets between its words ("FOCOPS 23-6"), and
    leaves the punctuation around it to its host.
    """
    home = direction(language)
    cut: list[Run] = []
    done = 0
    for start, end, foreign in foreign_spans(text, script_for(language)):
        if start > done:
            cut.append(Run(text[done:start], language, home))
        elif cut and cut[-1].language == foreign:
            start -= len(cut.pop().text)
        cut.append(Run(text[start:end], foreign, direction(foreign)))
        done = end
    if done < len(text):
        cut.append(Run(text[done:], language, home))
    return cut


def isolate_html(text: str, language: str) -> str:
    """`text` escaped for HTML, each run in `<bdi lang>` or `<bdi dir="ltr">`."""
    return runs_html(strip_controls(text), language)


def runs_html(text: str, language: str) -> str:
    """The same, with the characters that steer direction left in."""
    return "".join([_element(run, language) for run in runs(text, language)])


def isolate_plain(text: str, language: str) -> str:
    """`text` for places without markup (attributes, titles, feeds): runs stand
    between isolate characters. Isolating twice changes nothing."""
    return "".join(
        _isolated(run, language) for run in runs(strip_controls(text), language)
    )


def strip_controls(text: str) -> str:
    """`text` without characters that steer direction (marks, embeddings, isolates)."""
    return _CONTROLS.sub("", text) if _CONTROLS.search(text) else text


_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _element(run: Run, language: str) -> str:
    inside = escape(run.text, quote=False)
    if run.language == language:
        return inside
    attribute = f'lang="{run.language}"' if run.language else 'dir="ltr"'
    return f"<bdi {attribute}>{inside}</bdi>"


def _isolated(run: Run, language: str) -> str:
    if run.language == language:
        return run.text
    return f"{FIRST_STRONG_ISOLATE}{run.text}{POP_ISOLATE}"
