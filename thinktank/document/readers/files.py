"""Manuscripts as files: Word documents and plain texts, told by what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from . import docx
from .manuscript import NotAManuscript, Source, decode, from_text, looks_like

Format = Literal["docx", "txt"]


def read(
    data: bytes, languages: Sequence[str], name: str = ""
) -> tuple[Source, Format]:
    """What a file says, and its format.

    `languages` are those that it may be written in, which tell how an old text was
    encoded. A `name` must end as the format does. Raises NotAManuscript with a sentence
    that says what to do.
    """
    found: Format = "docx" if docx.is_word(data) else "txt"
    ending = name.rpartition(".")[2].lower() if name else found
    # A file of neither ending may be an old or a dangerous one, which is said first.
    source = docx.read(data) if found == "docx" else None
    if ending not in ("docx", "txt"):
        raise NotAManuscript("wrong-ending")
    if ending != found:
        raise NotAManuscript("not-word" if ending == "docx" else "wrong-ending")
    return source or _read_text(data, languages), found


def _read_text(data: bytes, languages: Sequence[str]) -> Source:
    decoded = None
    for language in languages:
        try:
            decoded = decode(data, language)
            break
        except NotAManuscript as error:
            refusal = error
    if decoded is None:
        raise refusal
    source = from_text(decoded.text, looks_like(decoded.text) or languages[0])
    return replace(source, notices=(*decoded.notices, *source.notices))
