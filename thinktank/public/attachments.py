"""Files that come with an item: what a page says of them, and the door to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from thinktank.editorial.models import AttachmentKind, Edition, EditionFile
from thinktank.media.models import File
from thinktank.media.serving import respond_with_file

from .frame import KEPT_FOR
from .wording import Wording, worded


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as a page lists it; `kind` is printed, sizes are in bytes."""

    file: File
    kind: str
    accessible: bool
    title: Wording

    @property
    def path(self) -> str:
        return reverse(
            "file",
            kwargs={"number": self.file.pk, "name": self.file.download_name},
        )

    @property
    def format(self) -> str:
        return self.file.extension.upper()


def attached(rows: Iterable[Sequence[Any]], language: str) -> list[AttachedFile]:
    """The attachments in the facts of a revision. Costs one query, or none for none."""
    told = list(rows)
    found: dict[int, Any] = (
        File.objects.in_bulk({pk for pk, *_rest in told}) if told else {}
    )
    return [
        AttachedFile(
            found[pk],
            str(AttachmentKind(kind).label),
            accessible,
            _title(found[pk], language),
        )
        for pk, kind, accessible in told
        if pk in found
    ]


def _title(file: File, language: str) -> Wording:
    title = worded(file.title_in, language)
    return title or Wording(file.download_name, language)


def download(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """A file that something live carries; 404 for any other, whatever its name."""
    carried = EditionFile.objects.filter(file_id=number).values("edition_id")
    if not Edition.objects.live().filter(pk__in=carried).exists():
        raise Http404
    file: Any = File.objects.get(pk=number)
    response = respond_with_file(file, request)
    response.headers["Cache-Control"] = KEPT_FOR
    return response
