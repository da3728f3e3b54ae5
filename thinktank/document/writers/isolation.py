"""Foreign words and turned numbers found in a text, as marks like any other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from thinktank.language.bidi import Run, runs

from ..model import Direction, Inline, Inlines, Mark, NoteRef, Text

FOUND = "found"
"""The type of the marks that `isolated` adds; they are never stored."""
Context = tuple[str, bool]
"""The language an editor marked a run with, and whether it is isolated."""


def isolated(inlines: Inlines, language: str) -> Inlines:
    """The text with a mark on every run that needs an element of its own.

    Runs are found in the whole text, whatever its other marks, so that a name of
    which one word is strong stays one name. What an editor marked is left alone.
    """
    marked: list[Inline] = []
    for context, parts in groupby(inlines, key=_context):
        if context is None:
            marked += parts
        else:
            texts = [part for part in parts if isinstance(part, Text)]
            marked += _marked(texts, context, language)
    return tuple(marked)


def _context(part: Inline) -> Context | None:
    if isinstance(part, NoteRef):
        return None
    if not part.marks:
        return "", False
    foreign = next((mark.language for mark in part.marks if mark.language), "")
    return foreign, any(mark.type == "isolate" for mark in part.marks)


def _marked(texts: list[Text], context: Context, language: str) -> Iterator[Text]:
    foreign, is_isolated = context
    own = foreign or language
    found = runs("".join(part.text for part in texts), own)
    if len(found) < 2 and all(run.language == own for run in found):
        yield from texts
        return
    rest = texts[::-1]
    for run in found:
        more = _marks(run, own, is_isolated)
        for part in _taken(rest, len(run.text)):
            yield Text(part.text, (*part.marks, *more)) if more else part


def _taken(rest: list[Text], wanted: int) -> Iterator[Text]:
    """Takes so many characters from the end of a list of texts in reverse order."""
    while wanted:
        part = rest.pop()
        if len(part.text) > wanted:
            rest.append(Text(part.text[wanted:], part.marks))
            part = Text(part.text[:wanted], part.marks)
        wanted -= len(part.text)
        yield part


def _marks(run: Run, own: str, is_isolated: bool) -> tuple[Mark, ...]:
    if run.language == own or (is_isolated and not run.language):
        return ()
    return (_found(run.language, "" if run.language else run.direction),)


@cache
def _found(language: str, direction: Direction) -> Mark:
    # A type of its own: found marks never join an editor's mark on the run beside.
    return Mark(FOUND, language=language, direction=direction)
