"""The audit log: who did what, newest first; searched, filtered and exported."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from thinktank.editorial import journal, kinds
from thinktank.editorial.models import AuditEvent
from thinktank.editorial.recently import recently_authenticated
from thinktank.editorial.suppression import events_told_to

from . import sides
from .acts.confirmation import moment
from .csvfile import respond_with_rows
from .lookup import kinds_seen_by
from .records import LanguageFilter, ReadOnly, Shut
from .searching import BriefSearch
from .staff import actor_of, person

COLUMNS = ("when", "who", "what", "item", "language", "note", "details")
"""The first row of an export; its words are for programs and stay as they are."""


@admin.register(AuditEvent)
class AuditEventAdmin(Shut, ReadOnly, BriefSearch):
    """Who did what to what is public, newest first."""

    list_display = (
        "when",
        "shown_actor",
        "verb",
        "shown_item",
        "shown_language",
        "shown_note",
    )
    list_filter = ("verb", LanguageFilter, "at")
    list_display_links = ("when",)
    search_fields = ("=number", "actor", "said")
    fields = (*list_display, "shown_details")
    change_list_template = "admin/desk/audit_list.html"
    search_help_text = gettext_lazy("Searches people, notes and item numbers.")

    def get_urls(self) -> list[URLPattern]:
        asked = recently_authenticated(require_POST(self.export_view))
        export = self.admin_site.admin_view(asked)
        return [
            path("export/", export, name="editorial_auditevent_export"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: Any = None
    ) -> HttpResponse:
        more = {"may_export": may_export(request)}
        return super().changelist_view(request, {**(extra_context or {}), **more})

    def export_view(self, request: HttpRequest) -> StreamingHttpResponse:
        """The rows that the list shows with these filters, as CSV (RFC 4180), oldest
        first; instants in UTC. That is an act of its own in the log."""
        if not (self.has_view_permission(request) and may_export(request)):
            raise PermissionDenied
        try:
            events = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters as error:
            raise Http404 from error
        asked = request.GET.urlencode()
        journal.record(journal.Verb.EXPORT, by=person(request), filters=asked)
        rows = events.select_related(None).defer(None).order_by("pk")
        cells = map(_cells, rows.iterator(chunk_size=1000))
        return respond_with_rows("audit", COLUMNS, cells)

    def get_queryset(self, request: HttpRequest) -> Any:
        bodies = (f"item__{column}" for column in sides.columns("body"))
        events = of_kinds_seen(super().get_queryset(request), request)
        told = events_told_to(person(request), events)
        return told.select_related("item", "by").defer(*bodies)

    @admin.display(description=gettext_lazy("when"), ordering="pk")
    def when(self, event: AuditEvent) -> str:
        return moment(event.at)

    @admin.display(description=gettext_lazy("who"), ordering="actor")
    def shown_actor(self, event: AuditEvent) -> str:
        return actor_of(event)

    @admin.display(description=gettext_lazy("item"))
    def shown_item(self, event: AuditEvent) -> SafeString | str:
        if event.item is None:
            return f"#{event.number}" if event.number else "—"
        item = event.item
        texts = ((c, item.text_in(c, "headline")) for c in sides.in_reading_order())
        return sides.marked_first(texts, fallback=f"#{event.number}")

    @admin.display(description=gettext_lazy("language"))
    def shown_language(self, event: AuditEvent) -> str:
        return sides.name(event.language) if event.language else "—"

    @admin.display(description=gettext_lazy("note"))
    def shown_note(self, event: AuditEvent) -> SafeString | str:
        if event.said and event.language:
            return sides.marked(event.said, event.language)
        return event.said or "—"

    @admin.display(description=gettext_lazy("details"))
    def shown_details(self, event: AuditEvent) -> SafeString:
        return format_html('<code dir="ltr">{}</code>', json.dumps(event.details))


def may_export(request: HttpRequest) -> bool:
    return person(request).has_perm("editorial.export_auditevent")


def of_kinds_seen(events: Any, request: HttpRequest) -> Any:
    """Of items whose kind somebody does not see, the log would tell the titles."""
    seen = kinds_seen_by(request)
    if {*seen} == {*kinds.codes()}:
        return events
    return events.filter(Q(number=None) | Q(item__kind__in=seen))


def _cells(event: AuditEvent) -> list[str]:
    return [
        event.at.astimezone(UTC).isoformat(),
        event.actor,
        event.verb,
        str(event.number or ""),
        event.language,
        event.said,
        json.dumps(event.details, ensure_ascii=False) if event.details else "",
    ]
