"""Answers that carry a file: what a browser may do with it, and parts of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.core.files import File as Content
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag

from .models import File
from .storage import storage

INERT = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
"""A file is no page: whatever it holds, nothing in it runs."""
SHOWN = {"application/pdf"}
"""Media types that a browser may show instead of saving them."""

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_CHUNK = 64 * 1024


def respond_with_file(file: File, request: HttpRequest) -> HttpResponseBase:
    """The file, or the one part of it that was asked for; 304 when it is known.

    Who may have it, and how long it may be kept, is for the caller to say.
    """
    etag = quote_etag(file.sha256)
    response = get_conditional_response(request, etag=etag) or _answer(file, request)
    name = file.download_name
    attached = file.media_type not in SHOWN
    headers = INERT | {
        "Accept-Ranges": "bytes",
        "Content-Disposition": content_disposition_header(attached, name) or "",
        "Content-Language": file.language or "mul",
        "ETag": etag,
    }
    return with_headers(response, headers)


def with_headers(
    response: HttpResponseBase, headers: dict[str, str]
) -> HttpResponseBase:
    for name, value in headers.items():
        response.headers[name] = value
    return response


def _answer(file: File, request: HttpRequest) -> HttpResponseBase:
    wanted = _wanted(file, request)
    if wanted is None:
        stream = storage.open(str(file.file.name))
        return FileResponse(stream, content_type=file.media_type)
    if not wanted:
        beyond = {"Content-Range": f"bytes */{file.bytes}"}
        return HttpResponse(status=416, headers=beyond)
    return _part(file, wanted)


def _wanted(file: File, request: HttpRequest) -> range | None:
    """The bytes asked for; empty for none that exist, None for the whole file."""
    match = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    condition = request.headers.get("If-Range", "")
    if not match or condition not in ("", quote_etag(file.sha256)):
        return None
    first, last = match.groups()
    if first:
        end = min(int(last), file.bytes - 1) if last else file.bytes - 1
        return range(int(first), end + 1)
    return range(max(file.bytes - int(last), 0), file.bytes) if last else None


def _part(file: File, wanted: range) -> HttpResponseBase:
    stream = storage.open(str(file.file.name))
    stream.seek(wanted.start)
    headers = {
        "Content-Length": str(len(wanted)),
        "Content-Range": f"bytes {wanted.start}-{wanted.stop - 1}/{file.bytes}",
    }
    return StreamingHttpResponse(
        _chunks(stream, len(wanted)),
        status=206,
        content_type=file.media_type,
        headers=headers,
    )


def _chunks(stream: Content[bytes], left: int) -> Iterator[bytes]:
    with stream:
        while left and (chunk := stream.read(min(left, _CHUNK))):
            left -= len(chunk)
            yield chunk
