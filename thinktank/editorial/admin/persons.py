"""People: who they are in each language, and where they worked."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from thinktank.reference.models import Affiliation, Person

from . import sides
from .bilingual import Bilingual
from .mergers import MergeableAdmin, MergedFilter
from .reference import NamedForm


class AffiliationInline(Bilingual, admin.TabularInline):
    template = "admin/desk/list.html"
    model = Affiliation
    form = NamedForm
    fields = (*sides.columns("name"), "since", "until")
    extra = 1


@admin.register(Person)
class PersonAdmin(MergeableAdmin):
    list_display = ("__str__", "residence", "orcid", "items")
    list_filter: ClassVar[tuple[Any, ...]] = ("residence", "gender", MergedFilter)
    name_fields = ("honorific", "name", "position", "biography")
    other_fields = (
        ("gender", "residence"),
        "portrait",
        ("topics", "regions"),
        "variants",
        "orcid",
    )
    codes = ("orcid",)
    autocomplete_fields = ("portrait", "topics", "regions")
    inlines = (AffiliationInline,)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return (sides.column("name", sides.interface()), "pk")
