"""Pictures and files as people and attackers send them, made in memory."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image as pictures

PAYLOAD = b"<script>alert(1)</script>"


def picture(
    format: str = "JPEG",
    mode: str = "RGB",
    size: tuple[int, int] = (60, 40),
    colour: Any = (200, 40, 40),
    **options: Any,
) -> bytes:
    stream = io.BytesIO()
    pictures.new(mode, size, colour).save(stream, format, **options)
    return stream.getvalue()


def animation(format: str) -> bytes:
    """A red frame, then a blue one."""
    frames = [pictures.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    stream = io.BytesIO()
    frames[0].save(
        stream, format, save_all=True, append_images=frames[1:], lossless=True
    )
    return stream.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def office(main: str = "word/document.xml", **more: bytes) -> bytes:
    """An Office file whose main part has this name."""
    return zipped({"[Content_Types].xml": b"<Types/>", main: b"<x/>", **more})


def epub() -> bytes:
    return zipped(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"}
    )


def named(content: bytes, name: str = "photo.jpg") -> ContentFile[bytes]:
    return ContentFile(content, name)


def upload(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    """As a form of the test client sends it."""
    return SimpleUploadedFile(name, content)


def refusal(read: Any, content: bytes, name: str = "photo.jpg") -> str:
    """The sentence with which `read` refuses a file, in English."""
    return refusal_of(read, named(content, name))


def refusal_of(read: Any, file: ContentFile[bytes]) -> str:
    with translation.override("en"):
        try:
            read(file)
        except ValidationError as error:
            (sentence,) = error.messages
            return sentence
    raise AssertionError(f"{file.name} was accepted")


def english(sentence: Any) -> str:
    with translation.override("en"):
        return str(sentence)
