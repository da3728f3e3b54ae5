"""Publications and the table of their types in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.admin.item import DATES, LINKS, RECORD, ItemAdmin
from thinktank.editorial.admin.reference import NamedAdmin
from thinktank.editorial.models import Item
from thinktank.public import item_page

from .models import Publication, PublicationType


@admin.display(description=_("type"), ordering="type__order")
def type_name(publication: Publication) -> str:
    return str(publication.type)


@admin.register(Publication)
class PublicationAdmin(ItemAdmin):
    codes = ("report_number", "doi", "isbn", "issn")
    fact_fieldsets = (
        (_("Shared facts"), {"fields": ("type", DATES, *LINKS)}),
        (
            _("Identifiers"),
            {"fields": (("report_number", "doi"), ("isbn", "issn"))},
        ),
        RECORD,
    )
    list_display = (ItemAdmin.list_display[0], type_name, *ItemAdmin.list_display[1:])
    list_filter = ("type", *ItemAdmin.list_filter)
    list_select_related = ("type",)

    def preview_response(
        self, request: HttpRequest, item: Item, language: str
    ) -> HttpResponse:
        return item_page.preview(item, language)


@admin.register(PublicationType)
class PublicationTypeAdmin(NamedAdmin):
    codes = ("code", "schema_org", "ris", "crossref")
    name_fields = ("name", "plural")
    other_fields: tuple[Any, ...] = (
        ("code", "order"),
        "ink",
        ("schema_org", "ris", "crossref"),
    )
    list_display = ("__str__", "code", "ink", "order")
