"""How `collectstatic` writes styles and scripts: hashed, compressed, minified."""

from __future__ import annotations

from typing import Any

import zopfli.gzip
from django.core.files.base import ContentFile, File
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

MODULES = ("editor/", "reading/")
"""The folders of our scripts: an editor fetches many before the first word, and each
reader some."""
LARGE = 400_000
"""Bytes from which a file is worth the second that packing it more tightly takes."""


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Keeps modules without their comments, and packs large files most tightly."""

    keep_only_hashed_files = True  # nothing asks for the others

    def _save(self, name: str, content: File[bytes]) -> str:
        kept = minified(content) if is_module(name) else content
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


def is_module(name: str) -> bool:
    return name.startswith(MODULES) and name.endswith(".js")


def minified(script: File[bytes]) -> ContentFile[bytes]:
    import minify  # starts threads of its own, which a server had better not have

    script.seek(0)  # it has been read to the end for its hash
    words = script.read().decode()
    return ContentFile(minify.string("application/javascript", words).encode())
