from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from . import languages

ADMIN = "/admin/"

GetResponse = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """Sets the language of each request.

    A public page speaks the language of its address. An address that names none
    follows Accept-Language and says so in `Vary`, unless its answer is in a language of
    its own or in none, like a picture. The admin keeps Django's own choice by cookie
    and Accept-Language; no other page reads or sets a cookie. Nothing the admin answers
    is kept anywhere.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = languages.of_path(request.path_info)
        language = named or _negotiated(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if not named and response["Content-Language"] == language:
            patch_vary_headers(response, ["Accept-Language"])
        if _is_admin(request):
            _keep_nowhere(response)
        return response


class CompressionMiddleware(GZipMiddleware):
    """Sends pages small. Files stream, are small already, and are sent in parts."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.streaming:
            return response
        return super().process_response(request, response)


def _is_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(ADMIN)


def _keep_nowhere(response: HttpResponse) -> None:
    """An error page of the admin is one of the public site, but not for its caches."""
    if "no-store" not in response.get("Cache-Control", ""):
        response["Cache-Control"] = "no-store"


def _negotiated(request: HttpRequest) -> str:
    if _is_admin(request):
        return translation.get_language_from_request(request)
    return languages.accepted(request)
