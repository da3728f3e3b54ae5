"""Manuscripts in two languages, divided into one source for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from operator import itemgetter

from thinktank.document.model import NoteRef
from thinktank.document.reading import Notice
from thinktank.language.scripts import script_for, script_of

from .source import Passage, Source

_FEWEST = ((40, 0.25), (120, 0.2))
"""Letters of a second language, and their share of all: fewer must be more of it."""
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
    for language, passages in filter(itemgetter(0), stretches):
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
    all_letters = letters.total()
    return is_most or any(
        count >= fewest and count >= share * all_letters for fewest, share in _FEWEST
    )


def _letters(passage: Passage, scripts: dict[str, str]) -> Counter[str]:
    """Letters by language."""
    found = Counter(map(script_of, passage.text))
    return Counter({scripts[name]: n for name, n in found.items() if name in scripts})


Stretch = tuple[str, list[Passage]]


def _stretches(passages: tuple[Passage, ...], scripts: dict[str, str]) -> list[Stretch]:
    """Passages in rows of one language; those without letters follow the others."""
    rows: list[Stretch] = []
    for passage in passages:
        counted = _letters(passage, scripts)
        language = counted.most_common(1)[0][0] if counted else ""
        _append(rows, language, [passage])
    whole: list[Stretch] = []
    for index, (language, row) in enumerate(rows):
        _append(whole, _own_or_around(rows, index, scripts) or language, row)
    return whole


def _append(rows: list[Stretch], language: str, passages: list[Passage]) -> None:
    if rows and (language in ("", rows[-1][0]) or not rows[-1][0]):
        own, row = rows[-1]
        row += passages
        rows[-1] = own or language, row
    else:
        rows.append((language, list(passages)))


def _own_or_around(rows: list[Stretch], index: int, scripts: dict[str, str]) -> str:
    """The language of a row; a short one beside long rows alone is part of them, as
    a quoted line is, while one beside other short rows is part of a title."""
    beside = rows[max(index - 1, 0) : index] + rows[index + 1 : index + 2]
    is_alone = bool(beside) and all(_is_long(row, scripts) for _code, row in beside)
    language, row = rows[index]
    return beside[0][0] if is_alone and not _is_long(row, scripts) else language


def _is_long(row: list[Passage], scripts: dict[str, str]) -> bool:
    letters = sum(_letters(passage, scripts).total() for passage in row)
    return letters >= _SHORTEST_STRETCH


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
