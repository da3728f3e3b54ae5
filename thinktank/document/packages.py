"""What is dangerous in ZIP packages, for whoever opens one: damage and programs."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import Final

UNREADABLE: Final = (
    zipfile.BadZipFile,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What `zipfile` raises for a package that is damaged or encrypted."""

_MACROS = ("vbaproject.bin", "vbadata.xml")


def has_programs(names: Iterable[str], content_types: bytes) -> bool:
    """Whether an Office file carries macros or ActiveX controls, by the names of its
    parts and by its list of content types, which may be in UTF-8 or UTF-16."""
    parts = (name.replace("\\", "/").lower() for name in names)
    declared = b"macroenabled" in content_types.replace(b"\0", b"").lower()
    return declared or any(p.endswith(_MACROS) or "/activex/" in p for p in parts)
