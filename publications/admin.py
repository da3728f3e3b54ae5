"""Publications and the table of their types in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.admin.item import DATES, LINKS, RECORD, ItemAdmin
from thinktank.editorial.admin.listed import ContentsFormSet, ListedInline
from thinktank.editorial.admin.lists import ListForm, ListFormSet, ListInline
from thinktank.editorial.admin.reference import NamedAdmin
from thinktank.editorial.models import Item
from thinktank.public import item_page

from .models import BookFormat, Elsewhere, Publication, PublicationType
from .publication_page import publication_layout


@admin.display(description=_("type"), ordering="type__order")
def type_name(publication: Publication) -> str:
    return str(publication.type)


class ContentsInline(ListedInline):
    """What a dossier holds, in its order."""

    formset: Any = ContentsFormSet
    verbose_name = _("member")
    verbose_name_plural = _("members of the dossier")


class FormatForm(ListForm):
    key = "binding"


class FormatFormSet(ListFormSet):
    columns = ("binding", "isbn", "pages", "price", "currency", "shop")


class FormatInline(ListInline):
    model = BookFormat
    form = FormatForm
    formset: Any = FormatFormSet
    fields = (*FormatFormSet.columns, "order")
    codes = ("isbn", "currency", "shop")


class ElsewhereForm(ListForm):
    key = "outlet"


class ElsewhereFormSet(ListFormSet):
    columns = ("part", "outlet", "title", "author", "url", "day")


class ElsewhereInline(ListInline):
    model = Elsewhere
    form = ElsewhereForm
    formset: Any = ElsewhereFormSet
    fields = (*ElsewhereFormSet.columns, "order")
    codes = ("url",)


@admin.register(Publication)
class PublicationAdmin(ItemAdmin):
    codes = ("report_number", "doi", "isbn", "issn")
    fact_fieldsets = (
        (_("Shared facts"), {"fields": ("type", DATES, *LINKS, "cover")}),
        (
            _("Series and issues"),
            {
                "fields": (
                    ("series", "series_number"),
                    ("issue", "first_page", "last_page"),
                )
            },
        ),
        (
            _("Identifiers"),
            {"fields": (("report_number", "doi"), ("isbn", "issn"), "pages")},
        ),
        RECORD,
    )
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "series", "issue")
    inlines = (*ItemAdmin.inlines, ContentsInline, FormatInline, ElsewhereInline)
    list_display = (ItemAdmin.list_display[0], type_name, *ItemAdmin.list_display[1:])
    list_filter = ("type", *ItemAdmin.list_filter)
    list_select_related = ("type",)

    def preview_response(
        self, request: HttpRequest, item: Item, language: str
    ) -> HttpResponse:
        return item_page.preview(item, language, publication_layout)


@admin.register(PublicationType)
class PublicationTypeAdmin(NamedAdmin):
    codes = ("code", "schema_org", "ris", "crossref")
    name_fields = ("name", "plural", "announcement")
    other_fields: tuple[Any, ...] = (
        ("code", "order"),
        ("ink", "form"),
        ("schema_org", "ris", "crossref"),
    )
    list_display = ("__str__", "code", "ink", "order")
