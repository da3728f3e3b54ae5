"""How `collectstatic` writes styles and scripts: hashed, compressed, minified."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any

import zopfli.gzip
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = "sheets/"
"""The folder of the style sheets that pages link; each lists the parts that make it."""
SCRIPTS = ("editor/", "reading/")
"""The folders of our scripts: all of them are fetched before the first word."""
PART = re.compile(r'^@import url\("(?P<address>[^"]+)"\);$', re.MULTILINE)
LARGE = 400_000
"""Bytes from which a file is worth the second that packing it more tightly takes."""

Paths = Mapping[str, tuple[Storage, str]]
"""Each file's name: where it comes from, and its path there."""


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Joins the parts of sheets, so that a page fetches few files; drops the comments
    of sheets and scripts; packs large files most tightly.
    """

    keep_only_hashed_files = True  # nothing asks for the others

    def post_process(self, paths: Paths, *args: Any, **options: Any) -> Iterator[Any]:
        joined = {
            name: (Joined(storage) if name.startswith(SHEETS) else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(joined, *args, **options)

    def _save(self, name: str, content: File[bytes]) -> str:
        kind = kind_of(name)
        kept = minified(content, kind) if kind else content
        return str(super()._save(name, kept))

    def create_compressor(self, **options: Any) -> Compressor:
        packed = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
        return TightCompressor(**{**options, "extensions": packed})


class TightCompressor(Compressor):
    """gzip (RFC 1952) as zlib writes it, and a twentieth smaller where that counts."""

    @staticmethod
    def compress_gzip(data: bytes) -> bytes:
        if len(data) < LARGE:
            return bytes(Compressor.compress_gzip(data))
        return bytes(zopfli.gzip.compress(data, numiterations=1))


class Joined:
    """Where sheets come from, each with its parts in the place of their lines.

    The parts' own addresses stay true: they lie as deep as the sheets do.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def open(self, path: str) -> ContentFile[bytes]:
        def part(line: re.Match[str]) -> str:
            return self._read(normpath(join(dirname(path), line["address"])))

        return ContentFile(PART.sub(part, self._read(path)).encode())

    def _read(self, path: str) -> str:
        with self._storage.open(path) as file:
            return str(file.read().decode())


def kind_of(name: str) -> str:
    """The media type of what is minified; empty for what stays as it is."""
    if name.startswith(SHEETS):
        return "text/css"
    if name.startswith(SCRIPTS) and name.endswith(".js"):
        return "application/javascript"
    return ""


def minified(file: File[bytes], kind: str) -> ContentFile[bytes]:
    import minify  # starts threads of its own, which a server had better not have

    file.seek(0)  # it has been read to the end for its hash
    return ContentFile(minify.string(kind, file.read().decode()).encode())
