"""What was sent, given back: the file to staff, its pictures to its sender."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from thinktank.document.readers.manuscript import from_form
from thinktank.editorial import kinds, manuscripts
from thinktank.editorial.admin.lookup import kinds_seen_by
from thinktank.editorial.admin.staff import person
from thinktank.editorial.models import Item, SentManuscript
from thinktank.editorial.trash import may_trash
from thinktank.media import pictures
from thinktank.media.serving import INERT, with_headers

from .permits import may_import, own


def download(site: AdminSite, request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The file as it was sent, for whoever may look at the item."""
    return require_safe(_download)(request, key)


def _download(request: HttpRequest, key: UUID) -> HttpResponseBase:
    rows = SentManuscript.objects.select_related("item").exclude(file="")
    row = get_object_or_404(rows, pk=key)
    if row.item is None and (row.person_id != request.user.pk):
        raise Http404
    if not _may_see(request, row.item):
        raise PermissionDenied
    stem = row.original_name.rpartition(".")[0] or str(row.pk)
    name = f"{stem}.{manuscripts.ENDINGS[row.media_type]}"
    try:
        file = row.file.open("rb")
    except FileNotFoundError as error:  # a folder that no backup brought back
        raise Http404 from error
    response = FileResponse(file, content_type=row.media_type)
    attached = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return with_headers(response, INERT | attached)


def _may_see(request: HttpRequest, item: Item | None) -> bool:
    """Of an item in the trash, only who may restore it."""
    if item is None:
        return may_import(request)
    if item.trashed_at:
        return may_trash(person(request), kinds.get(item.kind).model)
    return item.kind in kinds_seen_by(request)


def picture(
    site: AdminSite, request: HttpRequest, key: UUID, number: int
) -> HttpResponseBase:
    """A picture of the file, drawn anew and small: its own bytes never leave."""
    return require_safe(partial(_picture, key=key, number=number))(request)


def _picture(request: HttpRequest, key: UUID, number: int) -> HttpResponseBase:
    row = own(request, key)
    known = from_form(row.source).pictures
    if not row.file or not 1 <= number <= len(known):
        raise Http404
    try:
        drawn = pictures.recode(
            ContentFile(manuscripts.picture(row, known[number - 1].name))
        )
        small = pictures.shrunk(ContentFile(drawn.content))
    except (ValidationError, OSError) as error:
        raise Http404 from error
    response = HttpResponse(small, content_type=pictures.MEDIA_TYPES[drawn.extension])
    return with_headers(response, dict(INERT))
