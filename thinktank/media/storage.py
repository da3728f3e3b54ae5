"""Where pictures and files lie: each content once, under a name made from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.utils.deconstruct import deconstructible

NAME_LENGTH = 32
"""Hexadecimal digits of the SHA-256 in a stored name: 128 bits."""
HASH = rf"[0-9a-f]{{{NAME_LENGTH}}}"
"""The pattern of a stored name without its extension."""


@deconstructible(path="thinktank.media.storage.ContentStorage")
class ContentStorage(FileSystemStorage):
    """For names made from the content: a name that is taken holds the same bytes."""

    def __init__(self) -> None:
        super().__init__(allow_overwrite=True)

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: File[Any]) -> str:
        # Other bytes of the same name are what a crash left half written.
        if self.exists(name) and self.size(name) == content.size:
            return name
        return super()._save(name, content)  # type: ignore[misc]  # not in the stubs


storage = ContentStorage()


def stored_name(record: Any, filename: str) -> str:
    """The record's folder, its content's hash, and the extension of its format."""
    extension = filename.rpartition(".")[2]
    return f"{record.folder}/{record.sha256[:NAME_LENGTH]}.{extension}"


def thumbnail_name(picture: str) -> str:
    """Where the small rendition of a stored picture lies."""
    return f"thumbnails/{picture.rpartition('/')[2]}"


def remove_unused(model: type[models.Model], names: Iterable[str]) -> None:
    """After the commit, delete the files that no row of `model` names any more, and
    their small renditions."""
    candidates = set(names)

    def remove() -> None:
        rows = model._default_manager.filter(file__in=candidates)
        for name in candidates - set(rows.values_list("file", flat=True)):
            storage.delete(name)
            storage.delete(thumbnail_name(name))

    # Robust: a file that cannot be deleted is logged, and undoes nothing.
    transaction.on_commit(remove, robust=True)
