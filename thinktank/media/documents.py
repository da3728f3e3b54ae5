"""Files that readers download: which formats are accepted, and how they are told.

They are stored as they are, so only formats are let in that readers can trust: no
programs, no macros, no web pages, no archives of anything.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy

from thinktank.document.packages import UNREADABLE

from .packages import kind_of_package
from .pdf import count_pages
from .signatures import head_of, kind_of
from .uploads import MOST_BYTES

_OPEN_XML = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: Final = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "docx": f"{_OPEN_XML}.wordprocessingml.document",
    "xlsx": f"{_OPEN_XML}.spreadsheetml.sheet",
    "pptx": f"{_OPEN_XML}.presentationml.presentation",
    "csv": "text/csv",
}
"""Of what is accepted, by extension."""
ACCEPTED: Final = ",".join((*(f".{e}" for e in MEDIA_TYPES), *MEDIA_TYPES.values()))
"""For the `accept` of a file field."""

UNKNOWN = gettext_lazy(
    "Files of this format are not accepted. "
    "Choose a PDF, EPUB, Word, Excel, PowerPoint or CSV file."
)
_DAMAGED = gettext_lazy(
    "The file is incomplete or damaged. Open it, save it again and choose the new file."
)
_PICTURE = gettext_lazy("This is a picture. Add it to the pictures instead.")
_ARCHIVE = gettext_lazy(
    "Archives are not accepted, because they can hold anything. "
    "Add the files in it one by one."
)
ADVICE = {
    **dict.fromkeys(("jpeg", "png", "gif", "webp", "tiff", "heif"), _PICTURE),
    **dict.fromkeys(("archive", "zip"), _ARCHIVE),
    "svg": gettext_lazy(
        "Drawings in SVG are not accepted, because they can carry programs. "
        "Save the drawing as PDF and choose that file."
    ),
    "markup": gettext_lazy(
        "Web pages are not accepted, because they can carry programs. "
        "Save the page as PDF and choose that file."
    ),
    "program": gettext_lazy("Programs are not accepted. Choose a document."),
    "macros": gettext_lazy(
        "The file carries macros, which are programs. Save it without macros, "
        "as DOCX, XLSX or PPTX, and choose the new file."
    ),
    "ole": gettext_lazy(
        "The file is of an old Office format or under a password. Save it as DOCX, "
        "XLSX or PPTX without a password, and choose the new file."
    ),
    "table": gettext_lazy(
        "The table is not in UTF-8, so its letters would be unreadable for others. "
        "Save it as “CSV UTF-8” and choose the new file."
    ),
}
_EMPTY = gettext_lazy("The file is empty. Choose it again.")
_TOO_LARGE = gettext_lazy(
    "The file is larger than %(limit)s. Make it smaller, or divide it, "
    "and choose it again."
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may be stored. `pages` only of a PDF whose pages could be counted."""

    file: File[bytes]
    extension: str
    size: int
    sha256: str
    pages: int | None = None

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.extension]


def examine(file: File[bytes]) -> Examined:
    """Tell the format of an uploaded file from its content.

    Raises ValidationError with one sentence, in the active language, for whatever is
    too large, damaged or not accepted. Only a CSV is told by its name as well.
    """
    size = file.size or 0
    if not size:
        raise ValidationError(_EMPTY)
    if size > MOST_BYTES:
        raise ValidationError(_TOO_LARGE, params={"limit": filesizeformat(MOST_BYTES)})
    kind = _kind(file)
    if kind not in MEDIA_TYPES:
        raise ValidationError(ADVICE.get(kind, UNKNOWN))
    pages = _pages(file) if kind == "pdf" else None
    return Examined(file, kind, size, digest(file), pages)


def _kind(file: File[bytes]) -> str:
    """An extension of MEDIA_TYPES, or a word of ADVICE, or nothing."""
    kind = kind_of(head_of(file))
    if kind == "zip":
        try:
            return kind_of_package(file) or kind
        except UNREADABLE as error:
            raise ValidationError(_DAMAGED) from error
    if not kind and (file.name or "").lower().endswith(".csv"):
        return "csv" if _is_text(file) else "table"
    return kind


def _pages(pdf: File[bytes]) -> int | None:
    pdf.seek(0)
    content = pdf.read()
    if b"%%EOF" not in content[-2048:]:
        raise ValidationError(_DAMAGED)
    return count_pages(content)


def _is_text(file: File[bytes]) -> bool:
    """Whether it is UTF-8, as a whole."""
    file.seek(0)
    try:
        text = file.read().decode()
    except UnicodeDecodeError:
        return False
    return "\0" not in text


def digest(file: File[bytes]) -> str:
    """The SHA-256 of a file, in hexadecimal digits; it is read from its start, and
    set back there."""
    file.seek(0)
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()
