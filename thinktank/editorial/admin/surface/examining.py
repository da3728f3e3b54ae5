"""What the surface shows beside a text in the making: problems, advice, counts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext

from thinktank import house
from thinktank.document.model import Document
from thinktank.document.outline import words
from thinktank.document.readers import surface
from thinktank.document.surfaceform import form_problems
from thinktank.document.surfacetexts import Placed, passages, units
from thinktank.editorial.admin import sides
from thinktank.language.bidi import runs


def examine(data: object, language: str) -> dict[str, Any]:
    """Problems by block, advice and foreign runs by textblock, words and minutes."""
    reading = surface.read(data, language)
    found: dict[str, Any] = {
        "problems": [
            {
                "block": problem.line - 1 if problem.line else None,
                "message": problem.message(sides.interface()),
            }
            for problem in reading.problems
        ],
        "advice": [],
        "runs": [],
        **_counts(reading.document, language),
    }
    if isinstance(data, dict) and not form_problems(data):
        texts = list(passages(data))
        found["runs"] = [run for text in texts for run in _runs(text, language)]
    return found


def _counts(document: Document, language: str) -> dict[str, Any]:
    number = words(document)
    minutes = house.current().minutes(number, language)
    said = ngettext("%(count)d word", "%(count)d words", number) % {"count": number}
    takes = ngettext(
        "%(count)d minute to read", "%(count)d minutes to read", minutes
    ) % {"count": minutes}
    return {"words": number, "minutes": minutes, "wordsText": f"{said} · {takes}"}


def _runs(placed: Placed, language: str) -> list[dict[str, Any]]:
    """The stretches that pages isolate by themselves; those of notes are not shown."""
    if placed.call is not None:
        return []
    at, found = 0, []
    for run in runs(placed.text, language):
        end = at + len(run.text)
        if run.language != language:
            found.append(
                {
                    "text": placed.index,
                    "from": units(placed.text, at),
                    "to": units(placed.text, end),
                    "language": run.language,
                    "direction": run.direction,
                }
            )
        at = end
    return found
