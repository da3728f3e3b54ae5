"""What a file is, told from its first bytes; its name is never asked."""

from __future__ import annotations

from django.core.files import File

HEAD = 4096
"""Bytes that are looked at."""

_STARTS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<?php")


def head_of(file: File[bytes]) -> bytes:
    """The first bytes of a file, which then stands at its beginning again."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    return head


def kind_of(head: bytes) -> str:
    """A word for the format of these bytes, empty for one that is not known here.

    jpeg, png, gif, webp, tiff, heif (HEIC and AVIF), svg; pdf, zip, ole (Office before
    2007, and whatever Office put under a password); archive, markup, program.
    """
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "heif"
    return _kind_of_text(head.removeprefix(b"\xef\xbb\xbf").lstrip().lower())


def _kind_of_text(start: bytes) -> str:
    if start.startswith(b"<") and b"<svg" in start:
        return "svg"
    return "markup" if start.startswith((*_MARKUP, b"<!--", b"<?xml")) else ""
