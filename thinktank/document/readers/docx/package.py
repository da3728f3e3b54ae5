"""The package that a Word file is: its parts, unpacked in memory within bounds.

Nothing is ever written to a disk, and no size that the package states is believed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import IO

from ...packages import UNREADABLE, has_programs
from ..manuscript.refusal import NotAManuscript
from .limits import (
    FREE_OF_RATIO,
    HEAVIEST_PART,
    HEAVIEST_PIECE,
    HIGHEST_RATIO,
    LARGEST_INSIDE,
    LARGEST_PART,
    MOST_FILES,
    MOST_READ,
)

_ENTRY = b"PK\x01\x02"
_IS_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others are no part of the format, and unpack into any amount of memory."""

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]*)""")
_ENCODINGS = (b"utf-8", b"utf-16", b"ascii", b"us-ascii")
_EBCDIC = b"\x4c\x6f\xa7\x94"
"""How a declaration begins in another family of encodings."""


class Stream:
    """One part, unpacked while it is read; refuses to go on beyond the bounds.

    `weight` counts tags and attributes since a reader last set it to 0.
    """

    def __init__(
        self, part: IO[bytes], most: int, spend: Callable[[int], None]
    ) -> None:
        self._part = part
        self._most = most
        self._spend = spend
        self._read = self._weighed = 0
        self.weight = 0

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._part.read(size if size >= 0 else self._most + 1)
        except UNREADABLE as error:
            raise NotAManuscript("damaged") from error
        if not self._read:
            _refuse_odd_encoding(data)
        self._read += len(data)
        self._spend(len(data))
        weight = data.count(b"<") + data.count(b"=")
        self.weight += weight
        self._weighed += weight
        is_heavy = self.weight > HEAVIEST_PIECE or self._weighed > HEAVIEST_PART
        if is_heavy or self._read > self._most:
            raise NotAManuscript("too-much-inside")
        return data


def _refuse_odd_encoding(head: bytes) -> None:
    """Raises NotAManuscript for XML in encodings that are no part of the format: in
    UTF-7 a tag need not begin with the byte by which `Stream` counts it."""
    found = _DECLARED.match(head)
    is_odd = found is not None and found[1].lower() not in _ENCODINGS
    if is_odd or head.startswith(_EBCDIC):
        raise NotAManuscript("broken-xml")


class Package:
    """A package whose directory is sound and holds no programs."""

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > MOST_FILES:
            raise NotAManuscript("too-much-inside")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except UNREADABLE as error:
            raise NotAManuscript("damaged") from error
        entries = self._zip.infolist()
        self._entries = {_key(entry.filename): entry for entry in entries}
        self._left = MOST_READ
        _check(entries)

    def name(self, part: str) -> str:
        """The part as the package spells it; "" when it has none of this name."""
        entry = self._entries.get(_key(part))
        return entry.filename if entry else ""

    def open(self, part: str, largest: int = LARGEST_PART) -> Stream:
        """Raises NotAManuscript ("damaged") for a part that is not there."""
        entry = self._entries.get(_key(part))
        if entry is None:
            raise NotAManuscript("damaged")
        most = min(largest, max(FREE_OF_RATIO, entry.compress_size * HIGHEST_RATIO))
        try:
            return Stream(self._zip.open(entry), most, self._spend)
        except UNREADABLE as error:
            raise NotAManuscript("damaged") from error

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise NotAManuscript("too-much-inside")

    def refuse_programs(self) -> None:
        """Raises NotAManuscript when there are macros or ActiveX controls inside."""
        types = self.open("[Content_Types].xml", 2**20).read()
        if has_programs(self._entries, types):
            raise NotAManuscript("macros")


def _key(name: str) -> str:
    """Names of parts differ neither by case nor by the kind of slash."""
    return name.replace("\\", "/").removeprefix("/").casefold()


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise NotAManuscript("password")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise NotAManuscript("damaged")
    if sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
        raise NotAManuscript("too-much-inside")
