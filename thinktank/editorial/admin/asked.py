"""The report of the search log: what readers asked for, and what they did not find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thinktank.search import report, vocabulary
from thinktank.search.models import Asked, Synonym

from . import sides
from .csvfile import respond_with_rows
from .records import ReadOnly

ON_A_PAGE = 50
COLUMNS = ("query", "language", "times", "hits")
"""The first row of an export; its words are for programs and stay as they are."""
PERIODS = {
    "7": gettext_lazy("The last 7 days"),
    "30": gettext_lazy("The last 30 days"),
    "365": gettext_lazy("The last 365 days"),
}
USUAL = "30"
SHOWN = {
    "": gettext_lazy("Most asked"),
    "vain": gettext_lazy("Asked in vain"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the report is narrowed to, by its address; unknown values narrow nothing."""

    period: str = USUAL
    language: str = ""
    shown: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Wanted:
        period, language, shown = map(query.get, ("period", "language", "shown"))
        return cls(
            period if period in PERIODS else USUAL,
            language if language in sides.codes() else "",
            shown if shown in SHOWN else "",
        )

    def rows(self) -> Any:
        """The period ends today."""
        since = timezone.localdate() - timedelta(days=int(self.period) - 1)
        return report.asked(since, self.language, vain=self.shown == "vain")

    def address(self, page: int = 1) -> str:
        named = {"period": self.period, "language": self.language, "shown": self.shown}
        asked = {**named, "p": page if page > 1 else ""}
        return f"?{urlencode({key: value for key, value in asked.items() if value})}"

    def around(self, page: Page[Any]) -> dict[str, str]:
        """The addresses of the pages before and after this one."""
        return {
            "before": self.address(page.number - 1) if page.has_previous() else "",
            "after": self.address(page.number + 1) if page.has_next() else "",
        }


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report, with its words as texts spell them; `synonym` leads to the
    form of one that begins with them."""

    line: report.Line
    words: str
    language: str
    synonym: str


@admin.register(Asked)
class AskedAdmin(ReadOnly, admin.ModelAdmin):
    """A report where other records have their list; rows have no page of their own."""

    def get_urls(self) -> list[URLPattern]:
        listing = self.admin_site.admin_view(require_safe(self.changelist_view))
        export = self.admin_site.admin_view(require_safe(self.export_view))
        return [
            path("", listing, name="search_asked_changelist"),
            path("export/", export, name="search_asked_export"),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: Any = None
    ) -> HttpResponse:
        wanted = self._wanted(request)
        page = Paginator(wanted.rows(), ON_A_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("What readers search for"),
            "opts": self.opts,
            "page": page,
            "rows": list(_rows(page, request)),
            "wanted": wanted,
            "periods": PERIODS.items(),
            "shown": SHOWN.items(),
            "languages": [(c, sides.name(c)) for c in sides.in_reading_order()],
            "around": wanted.around(page),
        }
        return TemplateResponse(request, "admin/desk/asked.html", context)

    def export_view(self, request: HttpRequest) -> Any:
        """All that the report holds, as CSV."""
        found = self._wanted(request).rows().iterator(chunk_size=report.BATCH)
        cells = (list(map(str, line)) for line in report.lines(found))
        return respond_with_rows("searches", COLUMNS, cells)

    def _wanted(self, request: HttpRequest) -> Wanted:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return Wanted.read(request.GET)


def _rows(page: Page[Any], request: HttpRequest) -> Iterator[Row]:
    may_add = request.user.has_perm("search.add_synonym")
    form = reverse(f"admin:{Synonym._meta.label_lower.replace('.', '_')}_add")
    lines = list(report.lines(page))
    spelt = vocabulary.spelt(line.query for line in lines)
    for line in lines:
        known = line.language in sides.codes()
        language = sides.name(line.language) if known else _("All languages")
        words = spelt[line.query]
        asked = urlencode({"words": words})
        yield Row(line, words, language, f"{form}?{asked}" if may_add else "")
