"""Pictures, served under names that are made from their content."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .models import Image
from .pictures import MEDIA_TYPES
from .serving import INERT, with_headers
from .storage import storage
from .thumbnails import thumbnail

FOR_EVER = "public, max-age=31536000, immutable"
NO_WORDS = "zxx"
"""The language code of what is in no language."""


@csrf_exempt
@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """A stored picture. The address admits no other names, so none is looked up."""
    path = f"{Image.folder}/{name}"
    if not storage.exists(path):
        raise Http404
    return _answer(request, name, path)


@csrf_exempt
@require_safe
def small_picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """The thumbnail of a stored picture."""
    try:
        path = thumbnail(f"{Image.folder}/{name}")
    except OSError as error:
        raise Http404 from error
    return _answer(request, name, path)


def _answer(request: HttpRequest, name: str, path: str) -> HttpResponseBase:
    stem, _dot, extension = name.partition(".")
    etag = quote_etag(stem)
    response = get_conditional_response(request, etag=etag) or FileResponse(
        storage.open(path), content_type=MEDIA_TYPES[extension]
    )
    headers = {"Cache-Control": FOR_EVER, "Content-Language": NO_WORDS, "ETag": etag}
    return with_headers(response, INERT | headers)
