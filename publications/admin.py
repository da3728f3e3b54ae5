"""Publications and the table of their types in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms.widgets import Script
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.admin import filters
from thinktank.editorial.admin.item import DATES, LINKS, RECORD, ItemAdmin
from thinktank.editorial.admin.listed import ListedInline
from thinktank.editorial.admin.lists import ListInline
from thinktank.editorial.admin.reference import NamedAdmin
from thinktank.editorial.admin.sides import columns

from .forms import (
    ElsewhereForm,
    ElsewhereFormSet,
    FormatForm,
    FormatFormSet,
    MembersFormSet,
    PublicationForm,
    TypeSelect,
)
from .models import BookFormat, Elsewhere, Publication, PublicationType


@admin.display(description=_("type and series"), ordering="type__order")
def filed(publication: Publication) -> SafeString:
    """The type beside the dot in its ink, and below it the series and number."""
    place = ""
    if publication.series:
        words = f"{publication.series} {publication.series_number}".strip()
        place = format_html('<span class="number">{}</span>', words)
    return format_html(
        '<span class="ink-{}"><i class="dot" aria-hidden="true"></i>{}</span> {}',
        publication.type.ink,
        publication.type,
        place,
    )


class MembersInline(ListedInline):
    """What a dossier holds, in its order."""

    formset: Any = MembersFormSet
    verbose_name = _("member")
    verbose_name_plural = _("members of the dossier")
    classes = ("only-dossier",)


class FormatInline(ListInline):
    model = BookFormat
    form = FormatForm
    formset: Any = FormatFormSet
    fields = (*FormatFormSet.columns, "order")
    codes = ("isbn", "currency", "shop")
    classes = ("only-book",)


class ElsewhereInline(ListInline):
    model = Elsewhere
    form = ElsewhereForm
    formset: Any = ElsewhereFormSet
    fields = (*ElsewhereFormSet.columns, "order")
    codes = ("url",)


@admin.register(Publication)
class PublicationAdmin(ItemAdmin):
    form = PublicationForm
    codes = ("report_number", "doi", "isbn", "issn")
    fact_fieldsets = (
        (_("Shared facts"), {"fields": ("type", DATES, *LINKS, "cover")}),
        (
            _("Series or periodical"),
            {
                "fields": (("series", "series_number"),),
                "description": _(
                    "A study has its number in a series, an issue has its number in "
                    "the periodical. Pages print both and lead to what comes before "
                    "and after."
                ),
            },
        ),
        (
            _("In an issue"),
            {
                "fields": (
                    "issue",
                    ("first_page", "last_page"),
                    columns("issue_section"),
                    "is_supplement",
                ),
                "classes": ("only-article",),
                "description": _(
                    "For an article of a periodical. The issue’s table of contents "
                    "writes itself from its articles, in the order of their pages."
                ),
            },
        ),
        (
            _("For the catalogue"),
            {
                "fields": (("report_number", "doi"), ("isbn", "issn"), "pages"),
                "description": _(
                    "The last digit of an ISBN or ISSN is checked. A book has one "
                    "ISBN for each format: write those in the list of formats. An "
                    "issue takes its ISSN from the periodical."
                ),
            },
        ),
        RECORD,
    )
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "series", "issue")
    inlines = (*ItemAdmin.inlines, MembersInline, FormatInline, ElsewhereInline)
    list_display = (
        ItemAdmin.list_display[0],
        filed,
        *ItemAdmin.list_display[1:],
    )
    list_filter = (
        ("type", filters.NamedFilter),
        ("series", filters.UsedFilter),
        *ItemAdmin.list_filter,
    )
    list_select_related = ("type", "series")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new publication has the first type, which most publications have."""
        first = PublicationType.objects.order_by("order", "pk").first()
        return {"type": first, **super().get_changeform_initial_data(request)}

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "type":
            kwargs["widget"] = TypeSelect
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    class Media:
        js = (Script("admin/desk/publication.js", type="module"),)


@admin.register(PublicationType)
class PublicationTypeAdmin(NamedAdmin):
    task = "reference"
    codes = ("code", "schema_org", "ris", "crossref")
    name_fields = ("name", "plural", "announcement")
    other_fields: tuple[Any, ...] = (
        ("code", "order"),
        ("ink", "form"),
        ("schema_org", "ris", "crossref"),
    )
    list_display = ("__str__", "code", "ink", "order")
