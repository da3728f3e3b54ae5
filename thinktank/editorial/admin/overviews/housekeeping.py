"""The page of housekeeping: what is missing, with a link to the very field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from thinktank.editorial import addresses, boxes, housekeeping, kinds
from thinktank.editorial.models import Item
from thinktank.media.models import Image

from .. import sides
from .mydesk import desk_of
from .narrowing import Narrowed

ON_A_PAGE = 50
COUNTED = 1000
"""More is told as so many and more."""
TITLES = {
    "unapproved": pgettext_lazy("housekeeping", "Live without approval"),
    "alt": pgettext_lazy("housekeeping", "Pictures without alternative text"),
    "summary": pgettext_lazy("housekeeping", "No summary"),
    "topic": pgettext_lazy("housekeeping", "No topic"),
    "translation": pgettext_lazy("housekeeping", "Nothing in the other language"),
    "links": pgettext_lazy("housekeeping", "Dead links within the site"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`language` is where something is missing; `more` says what."""

    title: SafeString
    address: str
    kind: str
    language: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """`count` is None where counting would mean to read every text."""

    code: str
    count: int | None = None

    @property
    def title(self) -> Any:
        return TITLES[self.code]

    @property
    def many(self) -> bool:
        return self.count is not None and self.count > COUNTED


@require_safe
def overview(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Each check with the number of its findings."""
    desk = _desk(request)
    checks = [Check(code, _count(desk, code)) for code in TITLES]
    context = {
        **site.each_context(request),
        "title": _("Housekeeping"),
        "checks": checks,
        "counted": COUNTED,
    }
    return TemplateResponse(request, "admin/desk/housekeeping.html", context)


@require_safe
def findings(request: HttpRequest, site: AdminSite, code: str) -> HttpResponse:
    """What one check found, page by page."""
    if code not in TITLES:
        raise Http404
    desk = _desk(request)
    narrowed = Narrowed.of(request, desk.seen)
    page = Paginator(_found(desk, code, narrowed), ON_A_PAGE).get_page(
        request.GET.get("p")
    )
    context = {
        **site.each_context(request),
        "title": TITLES[code],
        "code": code,
        "page": page,
        "found": list(SHOWN.get(code, _texts(code))(page)),
        "narrowed": narrowed,
        "around": narrowed.around(page),
    }
    return TemplateResponse(request, "admin/desk/findings.html", context)


def _desk(request: HttpRequest) -> boxes.Desk:
    desk = desk_of(request)
    if not desk.seen:
        raise PermissionDenied
    return desk


def _found(desk: boxes.Desk, code: str, narrowed: Narrowed) -> Any:
    """All that a page is taken from."""
    if code == "alt":
        kinds_asked = [narrowed.kind] if narrowed.kind else desk.seen
        asked = [narrowed.language] if narrowed.language else sides.codes()
        return list(_undescribed(asked, kinds_asked))
    if code == "links":
        return narrowed.texts(desk.editions().live())
    return narrowed.texts(housekeeping.CHECKS[code](desk))


def _undescribed(
    languages: Iterable[str], seen: Iterable[str]
) -> Iterator[tuple[Image, str]]:
    for code in languages:
        for image in housekeeping.undescribed(code, seen)[:COUNTED]:
            yield image, code


def _count(desk: boxes.Desk, code: str) -> int | None:
    if code == "links":
        return None
    found = _found(desk, code, Narrowed(desk.seen))
    if isinstance(found, list):
        return len(found)
    count: int = found.order_by()[: COUNTED + 1].count()
    return count


# Findings


def _kind(item: Item) -> str:
    return str(capfirst(kinds.get(item.kind).model._meta.verbose_name))


def _title(item: Item, language: str) -> SafeString:
    codes = sorted(sides.codes(), key=lambda code: code != language)
    texts = ((code, item.text_in(code, "headline")) for code in codes)
    return sides.marked_first(texts, fallback=f"#{item.pk}")


def _texts(code: str) -> Callable[[Page[Any]], Iterator[Finding]]:
    def show(page: Page[Any]) -> Iterator[Finding]:
        for text in page:
            item, language = text.item, text.language
            field = {"summary": f"summary_{language}", "topic": "topics"}.get(code, "")
            address = addresses.form_of(item, language, field)
            yield Finding(_title(item, language), address, _kind(item), language)

    return show


def _translations(page: Page[Any]) -> Iterator[Finding]:
    """Each leads to the side on which nothing is written."""
    for text in page:
        item = text.item
        for missing in sides.codes():
            if missing != text.language:
                address = addresses.form_of(item, missing)
                title = _title(item, text.language)
                yield Finding(title, address, _kind(item), missing)


def _pictures(page: Page[Any]) -> Iterator[Finding]:
    for image, language in page:
        form = reverse("admin:media_image_change", args=[image.pk])
        address = f"{form}#id_{sides.column('alt', language)}"
        title = SafeString(f"#{image.pk}")
        yield Finding(title, address, str(capfirst(Image._meta.verbose_name)), language)


def _links(page: Page[Any]) -> Iterator[Finding]:
    """Of the texts of this page alone: a text must be read to know its links."""
    for edition, numbers in housekeeping.dead_links(page.object_list):  # type: ignore[arg-type]  # a queryset, cut
        item, language = edition.item, edition.language
        address = addresses.form_of(item, language, f"body_{language}")
        dead = sides.listed(f"#{number}" for number in numbers)
        yield Finding(_title(item, language), address, _kind(item), language, dead)


SHOWN: dict[str, Callable[[Page[Any]], Iterator[Finding]]] = {
    "alt": _pictures,
    "translation": _translations,
    "links": _links,
}
"""How findings are shown that are no plain texts."""
