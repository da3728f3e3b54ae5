"""The languages of the public site: which one is asked for, and what it is called."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header


def codes() -> list[str]:
    return [code for code, _label in settings.LANGUAGES]


def of_path(path: str) -> str | None:
    """The language that an address names in its first segment, if it names one."""
    first = path.split("/")[1] if path.startswith("/") else ""
    return first if first in codes() else None


def accepted(request: HttpRequest) -> str:
    """The language a visitor prefers by Accept-Language alone, never by a cookie.

    Without a preference that the site can meet, the site's own language.
    """
    header = request.headers.get("Accept-Language", "")
    for code, quality in parse_accept_lang_header(header):
        known = code.partition("-")[0]
        if quality and known in codes():
            return known
    return settings.LANGUAGE_CODE


def own_name(language: str) -> str:
    """The name of a language in that language itself."""
    with translation.override(language):
        return str(dict(settings.LANGUAGES)[language])
