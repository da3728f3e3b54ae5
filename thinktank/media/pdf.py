"""The number of pages of a PDF, without a library for PDFs."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_DICTIONARY = re.compile(rb"<<[^<>]*>>")
_NODE = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,5})\b")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b[^<>]*>>\s*stream\r?\n")
_MOST_INFLATED = 64 * 2**20
"""Bytes of packed objects that are looked through."""


def count_pages(content: bytes) -> int | None:
    """What the root of the page tree counts; None where it cannot be read.

    The root is the node that counts most. Encrypted files, and rare ones whose nodes
    hold dictionaries, stay uncounted.
    """
    counts = [
        int(found[1])
        for part in (content, *_packed_objects(content))
        for dictionary in _DICTIONARY.finditer(part)
        if _NODE.search(dictionary[0])
        for found in _COUNT.finditer(dictionary[0])
    ]
    return max(counts, default=0) or None


def _packed_objects(content: bytes) -> Iterator[bytes]:
    """The object streams, inflated."""
    left = _MOST_INFLATED
    view = memoryview(content)
    for match in _OBJECTS.finditer(content):
        try:
            objects = zlib.decompressobj().decompress(view[match.end() :], left)
        except zlib.error:
            continue  # packed in another way
        left -= len(objects)
        yield objects
        if left <= 0:
            return
