"""Pages that say why there is nothing to read, in the language of the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from thinktank import house
from thinktank.editorial.models import Edition
from thinktank.house.plain import HouseSettings

from . import languages
from .frame import Frame, respond
from .furniture import sections_without_asking


class NotInThisLanguage(Http404):
    """Nothing stands here in `language`, but `versions` maps others to addresses."""

    def __init__(self, language: str, versions: Mapping[str, str]) -> None:
        super().__init__(language)
        self.language = language
        self.versions = versions


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, pointing to the languages in which the page can be read, if any."""
    language = _language(request)
    versions: Mapping[str, str] = {}
    if isinstance(exception, NotInThisLanguage):
        language, versions = exception.language, exception.versions
    with translation.override(language):
        title = (
            _("This page is not available in this language")
            if versions
            else _("This page is not here")
        )
    frame = Frame(language, title, versions=versions, indexed=False)
    return respond("404.html", frame, {}, status=404)


def gone(notice: Edition, versions: Mapping[str, str]) -> HttpResponse:
    """410 with the public reason of a withdrawal or of an expiry; of one that was
    suppressed it says no more than that."""
    with translation.override(notice.language):
        title = notice.title or _("This text is no longer available")
    frame = Frame(
        notice.language,
        title,
        section=notice.kind,
        versions=versions,
        indexed=False,
    )
    return respond("410.html", frame, {"notice": notice}, status=410)


def failed(request: HttpRequest) -> HttpResponse:
    """500, when something of ours broke."""
    language = _language(request)
    with translation.override(language):
        return _unasked(language, 500, _("Something went wrong"))


def too_many(language: str, seconds: int) -> HttpResponse:
    """429, for so many seconds, to whoever searches too often."""
    with translation.override(language):
        return _unasked(language, 429, _("That was a lot of searches at once"))


def closed(language: str, known: HouseSettings | None = None) -> HttpResponse:
    """503, while the site is being worked on; with the house settings, if known.

    The drawn mark stands in the place of a logo: pictures are closed, too.
    """
    bare = replace(known or house.last_known(), logo=None, logo_dark=None)
    with translation.override(language):
        return _unasked(language, 503, _("The site is being worked on"), bare)


def _unasked(
    language: str, status: int, title: str, known: HouseSettings | None = None
) -> HttpResponse:
    """A page that asks nothing of the database, which may be what is missing."""
    frame = Frame(
        language,
        title,
        indexed=False,
        house=known or house.last_known(),
        fittings=sections_without_asking(language),
    )
    html = render_to_string(f"{status}.html", {"frame": frame})
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    return HttpResponse(html, status=status, headers=headers)


def _language(request: HttpRequest) -> str:
    return languages.of_path(request.path_info) or languages.accepted(request)
