"""What the surface shows beside a text in the making: problems, advice, counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import ngettext

from thinktank import house
from thinktank.document.advice import Passage, advise
from thinktank.document.model import Document
from thinktank.document.outline import words
from thinktank.document.readers import surface
from thinktank.document.reading import Problem
from thinktank.document.surfaceform import form_problems
from thinktank.document.surfacetexts import Placed, placed_passages
from thinktank.editorial.admin import sides
from thinktank.language.bidi import runs
from thinktank.media.models import Image


def examine(data: object, language: str) -> dict[str, Any]:
    """Problems by block, advice and foreign runs by textblock, words and minutes."""
    reading = surface.read(data, language)
    texts = []
    if isinstance(data, dict) and not form_problems(data):
        texts = placed_passages(data)
    return {
        "problems": [at_block(problem) for problem in reading.problems],
        "advice": list(_advice(texts, language)),
        "runs": [run for text in texts for run in _runs(text, language)],
        **_counts(reading.document, language),
    }


def at_block(problem: Problem) -> dict[str, Any]:
    """A problem as the surface shows it; its blocks are counted from 0."""
    block = problem.line - 1 if problem.line else None
    return {"block": block, "message": problem.message(sides.interface())}


def _counts(document: Document, language: str) -> dict[str, Any]:
    number = words(document)
    minutes = house.current().minutes(number, language)
    said = ngettext("%(count)d word", "%(count)d words", number) % {"count": number}
    takes = ngettext(
        "%(count)d minute to read", "%(count)d minutes to read", minutes
    ) % {"count": minutes}
    return {"words": number, "minutes": minutes, "wordsText": f"{said} · {takes}"}


def _advice(texts: list[Placed], language: str) -> Iterator[dict[str, Any]]:
    passages = [text.passage for text in texts]
    for found in advise(passages, language, _described(passages, language)):
        placed = texts[found.index]
        is_note = placed.call is not None
        yield {
            **_place(placed, found.start, found.end),
            "code": found.code,
            "message": found.message(sides.interface()),
            "fix": None if is_note else found.fix,
            "fixLabel": found.fix_label(sides.interface()),
        }


def _described(passages: list[Passage], language: str) -> set[int]:
    """The pictures of a text that the library describes in its language."""
    numbers = {passage.image for passage in passages if passage.image}
    if not numbers:
        return set()
    described = Image.objects.exclude(**{sides.column("alt", language): ""})
    return set(described.filter(pk__in=numbers).values_list("pk", flat=True))


def _runs(placed: Placed, language: str) -> Iterator[dict[str, Any]]:
    """The stretches that pages isolate by themselves; those of notes are not shown."""
    at = 0
    for run in runs(placed.passage.text, language):
        end = at + len(run.text)
        if run.language != language and placed.call is None:
            about = {"language": run.language, "direction": run.direction}
            yield {**_place(placed, at, end), **about}
        at = end


def _place(placed: Placed, start: int, end: int) -> dict[str, int]:
    first, last = placed.span(start, end)
    return {"text": placed.index, "from": first, "to": last}
