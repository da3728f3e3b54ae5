"""Files that are ZIP packages inside: EPUB, and Office since 2007."""

from __future__ import annotations

import zipfile

from django.core.files import File

from thinktank.document.packages import has_programs

_OFFICE = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
}
_LONGEST_LIST = 2**20
"""Bytes of a list of content types that are read."""


def kind_of_package(file: File[bytes]) -> str:
    """epub, docx, xlsx or pptx; "macros" for Office files that carry programs.

    Empty for any other package. Raises one of UNREADABLE for a damaged one.
    """
    with zipfile.ZipFile(file) as package:
        names = package.namelist()
        if "mimetype" in names and "META-INF/container.xml" in names:
            return "epub" if _start(package, "mimetype") == _EPUB else ""
        if "[Content_Types].xml" not in names:
            return ""
        kinds = [_OFFICE[name] for name in names if name in _OFFICE]
        if len(kinds) != 1:
            return ""
        types = _start(package, "[Content_Types].xml")
        return "macros" if has_programs(names, types) else kinds[0]


_EPUB = b"application/epub+zip"


def _start(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as member:
        return member.read(_LONGEST_LIST).strip()
