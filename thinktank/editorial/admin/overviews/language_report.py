"""The report of all items: what an editor would mend in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thinktank.document.advice import Passage, advise, passages
from thinktank.document.advice_sentences import NAMES, advice_name
from thinktank.editorial.models import Item
from thinktank.media.models import Image

from .. import sides
from ..changelist import headline
from ..lookup import kinds_seen_by

ON_A_PAGE = 20
"""Items; a page is looked through whenever it is opened, and no other with it."""
TEXTS = ("kicker", "headline", "summary")

Described = Mapping[str, set[int]]
Texts = list[Passage]


@dataclass(frozen=True, slots=True)
class Side:
    """What was found in one language of an item, kind by kind, the most first.

    `written` tells a language without faults from one without a text.
    """

    language: str
    written: bool
    found: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Row:
    headline: str
    address: str
    sides: list[Side]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the report is narrowed to; empty for everything."""

    language: str = ""
    code: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Wanted:
        """An unknown language or code narrows nothing."""
        language, code = (request.GET.get(key, "") for key in ("language", "code"))
        return cls(
            language if language in sides.codes() else "", code if code in NAMES else ""
        )

    def languages(self) -> list[str]:
        return [self.language] if self.language else sides.in_reading_order()

    def address(self, page: int) -> str:
        query = {"language": self.language, "code": self.code, "p": page}
        return f"?{urlencode({key: value for key, value in query.items() if value})}"


def report(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """One page of items; 403 for those who may not see any."""
    viewable = kinds_seen_by(request)
    if not viewable:
        raise PermissionDenied
    wanted = Wanted.of(request)
    page = Paginator(_items(viewable), ON_A_PAGE).get_page(request.GET.get("p"))
    rows = [row for row in _rows(page, wanted) if _is_wanted(row, wanted)]
    context = {
        **site.each_context(request),
        "title": _("Language check"),
        "page": page,
        "rows": rows,
        "wanted": wanted,
        "languages": [(code, sides.name(code)) for code in sides.in_reading_order()],
        "codes": [(code, advice_name(code, sides.interface())) for code in NAMES],
        "around": _around(page, wanted),
    }
    return TemplateResponse(request, "admin/desk/language_report.html", context)


def _items(viewable: Iterable[str]) -> Any:
    columns = [name for field in (*TEXTS, "body") for name in sides.columns(field)]
    items = Item.objects.filter(kind__in=viewable, trashed_at__isnull=True)
    items = items.order_by("-pk")
    return items.only("kind", *columns)


def _around(page: Page[Any], wanted: Wanted) -> dict[str, str]:
    """The addresses of the pages before and after this one."""
    return {
        "before": wanted.address(page.previous_page_number())
        if page.has_previous()
        else "",
        "after": wanted.address(page.next_page_number()) if page.has_next() else "",
    }


# What is found


def _rows(items: Iterable[Item], wanted: Wanted) -> Iterator[Row]:
    texts = {
        item: {code: _texts(item, code) for code in wanted.languages()}
        for item in items
    }
    described = _described(each for found in texts.values() for each in found.values())
    for item, found in texts.items():
        yield Row(
            headline(item),
            reverse("admin:editorial_item_change", args=[item.pk]),
            [_side(code, found[code], wanted, described) for code in found],
        )


def _texts(item: Item, language: str) -> Texts:
    """All texts of the working copy that are not empty."""
    written = ((field, item.text_in(language, field)) for field in TEXTS)
    fields = [Passage(field, text) for field, text in written if text]
    return fields + passages(item.body_in(language))


def _described(every: Iterable[Texts]) -> Described:
    """By language, the pictures shown that the library describes in it."""
    numbers = {text.image for texts in every for text in texts if text.image}
    columns = sides.columns("alt")
    found = Image.objects.filter(pk__in=numbers).values_list("pk", *columns)
    rows = list(found) if numbers else []
    return {
        code: {row[0] for row in rows if row[place]}
        for place, code in enumerate(sides.codes(), start=1)
    }


def _side(language: str, texts: Texts, wanted: Wanted, described: Described) -> Side:
    counted = Counter(
        advice.code
        for advice in advise(texts, language, described[language])
        if wanted.code in ("", advice.code)
    )
    interface = sides.interface()
    found = [(advice_name(code, interface), n) for code, n in counted.most_common()]
    return Side(language, bool(texts), found)


def _is_wanted(row: Row, wanted: Wanted) -> bool:
    """Whoever looks for one kind of finding does not want to see all the rest."""
    return not wanted.code or any(side.found for side in row.sides)
