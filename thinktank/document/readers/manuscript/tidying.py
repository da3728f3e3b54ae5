"""Words of files and pastes, cleaned as texts are: run by run, marks kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from thinktank.document.model import Change, Inline, Inlines, Text, plain
from thinktank.document.normalform import normal_inlines
from thinktank.language.hygiene import clean

from .source import Passage, Source
from .wording import merged

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tidy(source: Source, language: str) -> tuple[Source, Counter[str]]:
    """The source with clean words, and how often what was cleaned."""
    counts: Counter[str] = Counter()

    def change(words: Inlines) -> Inlines:
        return _tidy_words(words, language, counts)

    passages = [_tidy_passage(passage, change) for passage in source.passages]
    notes = {id: change(words) for id, words in source.notes.items()}
    kept = tuple(p for p in passages if p.block or any(map(str.isalnum, p.text)))
    return replace(source, passages=kept, notes=notes), counts


def _tidy_passage(passage: Passage, change: Change) -> Passage:
    if passage.block:
        return replace(passage, block=passage.block.mapped(change))
    if not passage.words:
        return passage  # a line of a text, which is clean already
    words = change(passage.words)
    return replace(passage, words=words, text=plain(words))


def _tidy_words(words: Inlines, language: str, counts: Counter[str]) -> Inlines:
    parts: list[Inline] = []
    spaced = True  # a space at the very beginning is one too many
    for part in merged(words):
        if isinstance(part, Text):
            cleaned = clean(part.text, language)
            counts.update(cleaned.counts)
            text = cleaned.text.replace("\n", " ")
            part = _raised(replace(part, text=text.lstrip() if spaced else text))
            spaced = part.text[-1:].isspace() if part.text else spaced
        parts.append(part)
    return normal_inlines(parts)


def _raised(run: Text) -> Text:
    """Superscript digits as characters, by which typed notes are called."""
    is_raised = any(m.type == "superscript" for m in run.marks)
    if not is_raised or not (run.text.isascii() and run.text.strip().isdigit()):
        return run
    marks = tuple(m for m in run.marks if m.type != "superscript")
    return Text(run.text.translate(_RAISED), marks)
