"""Manuscripts in two languages, divided into one source for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from thinktank.document.model import NoteRef
from thinktank.document.reading import Notice
from thinktank.language.scripts import script_for, script_of

from .source import Passage, Source

_FEWEST_LETTERS = 300
_SMALLEST_SHARE = 0.2
_SHORTEST_STRETCH = 60
"""Letters of a stretch in another script that may be more than a quoted line."""


def divide(source: Source, languages: list[str]) -> dict[str, Source]:
    """The source of each language that the manuscript is written in, the one with
    most letters first.

    A line goes to the language of its script, short lines and those without letters
    to the language around them. A manuscript with only quotations in another script
    is not divided.
    """
    scripts = {script_for(language): language for language in reversed(languages)}
    stretches = _stretches(source.passages, scripts)
    letters = Counter[str]()
    for language, passages in stretches:
        letters[language] += sum(_letters(p, scripts).total() for p in passages)
    written = [
        code for code, count in letters.most_common() if _is_written(count, letters)
    ]
    if len(written) < 2:
        language = written[0] if written else languages[0]
        return {language: source}
    return {code: _part(source, stretches, code, written) for code in written}


def _is_written(count: int, letters: Counter[str]) -> bool:
    is_most = count == max(letters.values())
    enough = count >= _FEWEST_LETTERS and count >= _SMALLEST_SHARE * letters.total()
    return is_most or enough


def _letters(passage: Passage, scripts: dict[str, str]) -> Counter[str]:
    """Letters by language."""
    found = Counter(map(script_of, passage.text))
    return Counter({scripts[name]: n for name, n in found.items() if name in scripts})


Stretch = tuple[str, list[Passage]]


def _stretches(passages: tuple[Passage, ...], scripts: dict[str, str]) -> list[Stretch]:
    """Passages in rows of one language; a short row belongs to the one before it."""
    rows: list[Stretch] = []
    for passage in passages:
        counted = _letters(passage, scripts)
        language = counted.most_common(1)[0][0] if counted else ""
        if rows and language in ("", rows[-1][0]):
            rows[-1][1].append(passage)
        else:
            rows.append((language, [passage]))
    return _without_short(rows, scripts)


def _without_short(rows: list[Stretch], scripts: dict[str, str]) -> list[Stretch]:
    merged: list[Stretch] = []
    for language, passages in rows:
        letters = sum(_letters(p, scripts).total() for p in passages)
        is_short = letters < _SHORTEST_STRETCH or not language
        if merged and (is_short or language == merged[-1][0]):
            merged[-1][1].extend(passages)
        elif merged and _is_opening(merged, scripts):
            merged[-1] = (language, [*merged[-1][1], *passages])
        else:
            merged.append((language, list(passages)))
    return merged


def _is_opening(merged: list[Stretch], scripts: dict[str, str]) -> bool:
    """Whether all there is so far is a short row, which belongs to what follows."""
    letters = sum(_letters(p, scripts).total() for p in merged[0][1])
    return len(merged) == 1 and letters < _SHORTEST_STRETCH


def _part(
    source: Source, stretches: list[Stretch], language: str, written: list[str]
) -> Source:
    """The passages of one language, with the notes they call and what was said of
    them; what nobody calls stays with the first language."""
    passages = [
        passage
        for code, row in stretches
        for passage in row
        if code == language or (code not in written and language == written[0])
    ]
    lines = {passage.line for passage in passages}
    all_called = {id for passage in source.passages for id in _called(passage)}
    called = {id for passage in passages for id in _called(passage)}
    is_first = language == written[0]
    notes = {
        id: words
        for id, words in source.notes.items()
        if id in called or (is_first and id not in all_called)
    }
    said = [n for n in source.notices if (n.values.get("line") in lines)]
    known = {passage.line for passage in source.passages}
    if is_first:
        said += [n for n in source.notices if n.values.get("line") not in known]
    first = {"line": passages[0].line} if passages else {}
    said.append(Notice("languages-divided", "", first))
    return replace(source, passages=tuple(passages), notes=notes, notices=tuple(said))


def _called(passage: Passage) -> list[str]:
    texts = passage.block.texts() if passage.block else [passage.words]
    return [part.id for words in texts for part in words if isinstance(part, NoteRef)]
