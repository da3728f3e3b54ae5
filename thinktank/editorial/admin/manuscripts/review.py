"""The page where a manuscript is looked through and an item is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thinktank.document.readers.manuscript import CHOICES, Manuscript, Source
from thinktank.editorial import intake, kinds, manuscripts
from thinktank.editorial.admin import sides
from thinktank.editorial.models import Item, SentManuscript
from thinktank.editorial.permissions import Refused

from . import details, roles, rows, storing
from .decided import Decided
from .permits import own


def review(site: AdminSite, request: HttpRequest, key: UUID) -> HttpResponse:
    """GET shows the lines; POST takes a choice, other fields, or makes the item."""
    row = own(request, key)
    if row.item:
        return HttpResponseRedirect(item_address(row.item))
    page = Review(site, request, row)
    return page.post() if request.method == "POST" else page.shown()


def item_address(item: Item) -> str:
    opts = kinds.get(item.kind).model._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk])


@dataclass
class Review:
    """One answer about one staged manuscript."""

    site: AdminSite
    request: HttpRequest
    row: SentManuscript

    @cached_property
    def sources(self) -> dict[str, Source]:
        return manuscripts.parts(self.row)

    def read(self, choices: dict[str, str]) -> dict[str, Manuscript | None]:
        """Each part as it is understood with these choices."""
        return {
            language: manuscripts.recognised(language, part, choices)
            for language, part in self.sources.items()
        }

    def parts(self, choices: dict[str, str], read: Any) -> list[rows.Part]:
        address = partial(self._picture_address)
        return [
            rows.part(part, read[language], language, choices, address)
            for language, part in self.sources.items()
        ]

    def _picture_address(self, number: int) -> str:
        return reverse("admin:manuscripts_picture", args=[self.row.pk, number])

    # Answers

    def post(self) -> HttpResponse:
        sent = self.request.POST
        self.row.decided = dict(Decided.sent(sent).fields)
        self.row.save(update_fields=["decided"])
        if "choice" in sent:
            return self._choose(*sent["choice"].partition(":")[::2])
        if "languages" in sent:
            manuscripts.divide_between(self.row, sent["languages"].split())
            return self._back()
        if "create" in sent:
            return self._create()
        return self._answer([]) if self._asks_for_parts() else self._back("details")

    def _choose(self, line: str, role: str) -> HttpResponse:
        """Say what a line is; an unknown line or role changes nothing."""
        before = dict(self.row.choices)
        known = {str(p.line) for part in self.sources.values() for p in part.passages}
        if line in known and role in CHOICES:
            self.row.choices = before | {line: role}
        else:
            self.row.choices = {k: v for k, v in before.items() if k != line}
        self.row.save(update_fields=["choices"])
        if not self._asks_for_parts():
            return self._back(f"line-{line}")
        was = self.parts(before, self.read(before))
        return self._answer(was, line)

    def _create(self) -> HttpResponse:
        found = self.read(self.row.choices)
        read = [manuscript for manuscript in found.values() if manuscript]
        try:
            item = storing.store(self.site, self.request, self.row, read, self.sources)
        except storing.Undecided as undecided:
            return self.shown(undecided.problems)
        except intake.AlreadyWritten as refusal:
            language = sides.name(refusal.language)
            return self.shown([f"{language}: {refusal}"])
        except Refused as refusal:
            return self.shown([str(refusal)])
        return HttpResponseRedirect(item_address(item))

    def _back(self, place: str = "") -> HttpResponse:
        anchor = f"#{place}" if place else ""
        return HttpResponseRedirect(f"{self.request.path}{anchor}")

    def _asks_for_parts(self) -> bool:
        """Whether a script asks, which puts what changed into the page."""
        return self.request.headers.get("accept") == "application/json"

    def _answer(self, was: list[rows.Part], line: str = "") -> HttpResponse:
        read = self.read(self.row.choices)
        parts = self.parts(self.row.choices, read)
        changed = rows.changed(was, parts) if was else ()
        context = self._details(read) | {"parts": parts}
        return JsonResponse(
            {
                "rows": {f"line-{each.line}": self._html(each) for each in changed},
                "details": self._part("manuscript_details", context),
                "summary": self._part("manuscript_summary", context),
                "said": _said(parts, line),
            }
        )

    def _html(self, row: rows.Row) -> str:
        return self._part("manuscript_row", {"row": row, "roles": roles.ROLES})

    def _part(self, name: str, context: dict[str, Any]) -> str:
        return render_to_string(f"admin/desk/{name}.html", context, self.request)

    def shown(self, problems: list[str] | None = None) -> HttpResponse:
        read = self.read(self.row.choices)
        opened = self.request.GET.get("line", "")
        context = {
            **self.site.each_context(self.request),
            **self._details(read),
            "title": _("Look the manuscript through"),
            "sent": self.row,
            "parts": self.parts(self.row.choices, read),
            "opened": int(opened) if opened.isdecimal() and len(opened) < 10 else 0,
            "roles": roles.ROLES,
            "divisions": self._divisions(),
            "problems": problems or [],
        }
        return TemplateResponse(
            self.request, "admin/desk/manuscript_review.html", context
        )

    def _details(self, read: dict[str, Manuscript | None]) -> dict[str, Any]:
        found = [manuscript for manuscript in read.values() if manuscript]
        decided = Decided(self.row.decided)
        return {
            "sent": self.row,
            "details": details.details(self.request, decided, found, self.sources),
        }

    def _divisions(self) -> list[tuple[str, str, bool]]:
        """What the whole can be: in one language, or in all; and what it is now."""
        codes = sides.in_reading_order()
        now = set(manuscripts.written_in(self.row))
        single = [(code, sides.name(code), now == {code}) for code in codes]
        every = sides.listed(sides.name(code) for code in codes)
        return [*single, (" ".join(codes), every, now == set(codes))]


def _said(parts: list[rows.Part], line: str) -> str:
    """What a choice did, for those who do not see it."""
    found = (row for part in parts for row in part.rows if str(row.line) == line)
    row = next(found, None)
    left = sum(part.warnings for part in parts)
    counted = ngettext("%(count)s warning", "%(count)s warnings", left) % {
        "count": left
    }
    if row is None:
        return f"{counted}."
    now = _("Line %(line)s: %(role)s.")
    return f"{now % {'line': row.line, 'role': capfirst(row.role_name)}} {counted}."
