"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from thinktank.document.reading import Notice
from thinktank.language.scripts import dominant_script, script_for

from .refusal import NotAManuscript

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = re.compile(r"\s*(%PDF-|\{\\rtf|<!doctype\b|<html\b|<\?xml\b)", re.I)
"""How files begin whose words stand between commands, though all are letters."""
_TEXT_CONTROLS = frozenset("\t\n\r\v\f\x1a\x1b\x85")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what was guessed to get it."""

    text: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, language: str) -> Decoded:
    """The text of a file in UTF-8, UTF-16 with its mark, or an old Windows code page.

    The code page follows the language and is guessed, which a notice says. Raises
    NotAManuscript for anything else: word processor files, pictures, archives.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return Decoded(_text(data, encoding))
    try:
        return Decoded(_refused_if_binary(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _guessed(data, language)


def _text(data: bytes, encoding: str) -> str:
    try:
        return _refused_if_binary(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise NotAManuscript("not-text") from error


def _guessed(data: bytes, language: str) -> Decoded:
    page = "windows-1256" if script_for(language) == "arabic" else "windows-1252"
    text = _text(data, page)
    # An English file is Latin on either page; an Arabic one is not.
    if dominant_script(data.decode("windows-1256")) != script_for(language):
        raise NotAManuscript("not-text")
    return Decoded(text, (Notice("encoding-guessed", "", {"encoding": page}),))


def _refused_if_binary(text: str) -> str:
    if _OTHER_FORMATS.match(text) or any(
        not char.isprintable() and _is_binary(char) for char in text
    ):
        raise NotAManuscript("not-text")
    return text


def _is_binary(char: str) -> bool:
    return char < "\x20" and char not in _TEXT_CONTROLS
