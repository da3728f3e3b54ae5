"""Small renditions of pictures, for the lists of the library.

One is made when it is first asked for, and kept as long as its picture.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from .pictures import shrunk
from .storage import storage, thumbnail_name


def thumbnail(picture: str) -> str:
    """The stored name of the small rendition of a stored picture.

    Raises OSError when the picture is gone or cannot be read.
    """
    name = thumbnail_name(picture)
    if not storage.exists(name):
        with storage.open(picture) as stream:
            _keep(name, shrunk(stream))
    return name


def _keep(name: str, content: bytes) -> None:
    """Whole or not at all: others may ask for the same at this moment."""
    path = Path(storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as stream:
        stream.write(content)
    os.chmod(stream.name, 0o644)
    os.replace(stream.name, path)
