"""Telling Word files from the others that are sent by mistake, by their first bytes."""

from __future__ import annotations

from typing import BinaryIO

from ..manuscript.refusal import NotAManuscript
from .limits import LARGEST_FILE
from .package import Package

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A container of streams: old Word files, and new ones behind a password."""
_STREAMS = {"EncryptedPackage": "password", "WordDocument": "old-word"}
_TYPES = "[Content_Types].xml"

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


def is_word(data: bytes) -> bool:
    """Whether these bytes are to be read as a Word file, if only to be refused.

    True for every ZIP package and OLE container, whose words no text reader finds.
    """
    return data.startswith((*_ZIP, _OLE))


def opened(file: bytes | BinaryIO) -> Package:
    """The package of a Word file. Raises NotAManuscript for any other format, for
    what is too large, damaged or protected, and for files with programs in them."""
    data = file if isinstance(file, bytes) else file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise NotAManuscript("file-too-large", {"limit": LARGEST_FILE // 2**20})
    if not data:
        raise NotAManuscript("empty")
    if not data.startswith(_ZIP):
        raise NotAManuscript(_other(data))
    package = Package(data)
    if not package.name(_TYPES):
        raise NotAManuscript("not-word")
    package.refuse_programs()
    return package


def _other(data: bytes) -> str:
    if data.startswith(_OLE):
        for stream, code in _STREAMS.items():
            if stream.encode("utf-16-le") in data:
                return code
    return "not-word"


def is_shown(head: bytes) -> bool:
    """Whether a file that begins so is a picture which pages can show."""
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return is_webp or head.startswith(_PICTURES)
