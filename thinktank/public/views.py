"""The views that visitors share across kinds."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static

from thinktank.editorial.models import Edition

from . import attachments, errors, languages
from .addresses import home_path
from .archive_page import archive_page, year_page
from .frame import KEPT_FOR, page
from .home_page import home_page
from .index_page import (
    people_page,
    programmes_page,
    regions_page,
    topics_page,
)
from .reference_page import person_page, programme_page, region_page, topic_page
from .search.page import search_page
from .search.suggestions import suggestions as suggested
from .series_page import series_page

CLOSED_TO_ROBOTS = (
    "/admin/",
    *(f"/{code}/draft/" for code in languages.codes()),
    *(f"/{code}/search/" for code in languages.codes()),
)
ROBOTS = "".join(
    ["User-agent: *\n", *(f"Disallow: {folder}\n" for folder in CLOSED_TO_ROBOTS)]
)


@page
def robots(request: HttpRequest) -> HttpResponse:
    """Everything but the admin, shared drafts and searches may be indexed."""
    return HttpResponse(
        ROBOTS, content_type="text/plain", headers={"Cache-Control": KEPT_FOR}
    )


@page
def icon(request: HttpRequest) -> HttpResponse:
    """For readers of feeds and search engines, which look for it by this name."""
    return HttpResponseRedirect(static("images/mark.svg"))


@page
def root(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(home_path(languages.accepted(request)))


@page
def home(request: HttpRequest, language: str) -> HttpResponse:
    return home_page(language)


@page
def short(request: HttpRequest, number: int) -> HttpResponse:
    """To the item in the visitor's language, or in one that has it."""
    standing = _standing(number)
    if not standing:
        raise Http404
    wanted = languages.accepted(request)
    best = min(
        standing.values(), key=lambda row: (bool(row.notice), row.language != wanted)
    )
    return HttpResponseRedirect(best.get_absolute_url())


@page
def short_in_language(request: HttpRequest, number: int, language: str) -> HttpResponse:
    """To the item in one language; where it is not live there, the page saying so."""
    standing = _standing(number)
    if language in standing:
        return HttpResponseRedirect(standing[language].get_absolute_url())
    versions = {
        code: row.get_absolute_url() for code, row in standing.items() if not row.notice
    }
    raise errors.NotInThisLanguage(language, versions) if versions else Http404


download = page(attachments.download)
topic, topics = page(topic_page), page(topics_page)
region, regions = page(region_page), page(regions_page)
person, people = page(person_page), page(people_page)
programme, programmes = page(programme_page), page(programmes_page)
series = page(series_page)
search, suggestions = page(search_page), page(suggested)
archive, year = page(archive_page), page(year_page)


def _standing(number: int) -> dict[str, Edition]:
    """What stands of an item by language, in the order of the site's languages."""
    rows = Edition.objects.standing().filter(item_id=number).order_by("language")
    found = {row.language: row for row in rows}
    return {code: found[code] for code in languages.codes() if code in found}
