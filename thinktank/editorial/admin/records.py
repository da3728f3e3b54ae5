"""Records that nobody edits: what was published, section by section, and by whom."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial.models import Edition, Point, Section
from thinktank.editorial.suppression import sections_seen_by

from . import sides
from .lookup import kinds_seen_by
from .searching import BriefSearch
from .staff import person


class ReadOnly:
    """A record is looked at only; whoever lacks the view permission sees nothing."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Shut:
    """Whoever may not look is told so, also of rows that are hidden from them: Django's
    page of changes would look for the row first, and say that there is none."""

    def history_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        page: Any = super()
        if not page.has_view_permission(request):
            raise PermissionDenied
        return page.history_view(request, *args, **kwargs)


class LiveNowFilter(admin.SimpleListFilter):
    title = gettext_lazy("live now")
    parameter_name = "live"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[Any]:
        return [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        wanted = {"yes": True, "no": False}.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(live=wanted)


class LanguageFilter(admin.SimpleListFilter):
    """By the language of a record; subclasses say where it stands."""

    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[Any]:
        return list(settings.LANGUAGES)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in sides.codes():
            return queryset
        return queryset.filter(**{self.parameter_name: self.value()})


class EditionLanguageFilter(LanguageFilter):
    parameter_name = "edition__language"


class PointInline(ReadOnly, admin.TabularInline):
    model = Point
    fields = ("number", "shown_title", "shown_text")
    readonly_fields = fields
    ordering = ("number",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("editorial.view_section")

    @admin.display(description=gettext_lazy("title"))
    def shown_title(self, point: Point) -> SafeString:
        return sides.marked(point.title, point.section.edition.language)

    @admin.display(description=gettext_lazy("text"))
    def shown_text(self, point: Point) -> SafeString:
        return sides.marked(point.text, point.section.edition.language)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("section__edition")


@admin.register(Section)
class SectionAdmin(Shut, ReadOnly, BriefSearch):
    """Every section that was published or is scheduled, in plain text."""

    list_display = ("shown_heading", "points_count", "headline", "language", "is_live")
    list_filter = (LiveNowFilter, EditionLanguageFilter)
    list_per_page = 50
    search_fields = ("heading", "text")
    search_help_text = gettext_lazy("Searches headings and the text before the points.")
    ordering = ("-edition_id", "order")
    fields = ("shown_heading", "shown_text", "headline", "language", "is_live")
    readonly_fields = fields
    inlines = (PointInline,)

    def get_queryset(self, request: HttpRequest) -> Any:
        live = Edition.objects.live().filter(pk=models.OuterRef("edition_id"))
        own = (
            super()
            .get_queryset(request)
            .filter(edition__kind__in=kinds_seen_by(request))
        )
        seen = sections_seen_by(person(request), own)
        sections = seen.select_related("edition")
        return sections.annotate(live=models.Exists(live), count=models.Count("points"))

    @admin.display(description=gettext_lazy("heading"))
    def shown_heading(self, section: Section) -> SafeString | str:
        language = section.edition.language
        if not section.heading:
            return _("(conclusion without a heading)")
        return sides.marked(section.heading, language)

    @admin.display(description=gettext_lazy("text"))
    def shown_text(self, section: Section) -> SafeString:
        return sides.marked(section.text, section.edition.language)

    @admin.display(description=gettext_lazy("points"), ordering="count")
    def points_count(self, section: Any) -> int:
        return section.count

    @admin.display(description=gettext_lazy("edition"))
    def headline(self, section: Section) -> SafeString:
        return sides.marked(section.edition.title, section.edition.language)

    @admin.display(description=gettext_lazy("language"), ordering="edition__language")
    def language(self, section: Section) -> str:
        return sides.name(section.edition.language)

    @admin.display(description=gettext_lazy("live now"))
    def is_live(self, section: Any) -> str:
        return _("Yes") if section.live else _("No")
