"""How much of an upload is received at all."""

from __future__ import annotations

from typing import Any, Final

from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES: Final = 100 * 2**20
"""Of the largest file that any form takes."""


class Bounded(FileUploadHandler):
    """Stands before the others and drops what comes after too many bytes.

    What they keep is larger than MOST_BYTES all the same, so that the form can say so.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= MOST_BYTES else None

    def file_complete(self, file_size: int) -> Any:
        return None
