"""Reference records: their names in every language beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ValidationError
from django.db import models, router, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from thinktank.editorial import publishing
from thinktank.editorial.models import Item
from thinktank.reference.models import Person, Programme, Region, Series, Topic

from . import sides
from .changelist import headline
from .sides import BilingualAdmin


class NamedForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(column) for column in sides.columns("name")):
            raise ValidationError(_("Write the name in one language at least."))
        return cleaned


class NamedAdmin(BilingualAdmin):
    """For records with a name in each language.

    What readers see of a record changes when it is saved, so each change is counted
    inside the transaction that makes it.
    """

    form: type[forms.ModelForm] = NamedForm
    delete_confirmation_template = "admin/desk/delete_record.html"
    search_fields = sides.columns("name")
    name_fields: tuple[str, ...] = ("name",)
    other_fields: tuple[Any, ...] = ()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        rows = [sides.columns(field) for field in self.name_fields]
        return [*rows, *self.other_fields]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        names = [_name_column(code) for code in sides.in_reading_order()]
        return [*names, *self.list_display[1:]]

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        publishing.reference_changed(obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What stands in the way are items, not the rows that link to them."""
        deleted, counts, permissions, protected = super().get_deleted_objects(
            objs, request
        )
        return deleted, counts, permissions, protected and _items_that_use(objs)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        publishing.reference_changed(obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        with transaction.atomic():
            deleted: Iterable[models.Model] = list(queryset)
            super().delete_queryset(request, queryset)
            for obj in deleted:
                publishing.reference_changed(obj)


def _items_that_use(records: Any) -> list[SafeString]:
    """Links to the items whose working copies or editions name the records."""
    collector = NestedObjects(using=router.db_for_write(Item), origin=records)
    collector.collect(records)
    items = {item.pk: item for item in map(_item_of, collector.protected)}
    return [
        format_html('<a href="{}">{}</a>', _address(item), headline(item))
        for item in items.values()
    ]


def _item_of(row: Any) -> Item:
    if isinstance(row, Item):
        return row
    return getattr(row, "edition", row).item


def _address(item: Item) -> str:
    return reverse("admin:editorial_item_change", args=[item.pk])


def _name_column(language: str) -> Any:
    column = sides.column("name", language)

    @admin.display(description=sides.name(language), ordering=column)
    def name(record: Any) -> SafeString | str:
        text = record.name_in(language)
        return sides.marked(text, language) if text else "—"

    # The admin heads and sorts a column by the function's own name.
    name.__name__ = column
    return name


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    name_fields = ("honorific", "name", "position", "biography")
    other_fields = (("gender", "residence"), "variants", "orcid")
    codes = ("orcid",)


@admin.register(Topic, Region)
class TreeAdmin(NamedAdmin):
    name_fields = ("name", "description")
    other_fields = (("parent", "order"),)
    autocomplete_fields = ("parent",)


@admin.register(Programme)
class ProgrammeAdmin(NamedAdmin):
    name_fields = ("name", "description")
    other_fields = (("is_current", "order"),)


@admin.register(Series)
class SeriesAdmin(NamedAdmin):
    name_fields = ("name", "description", "frequency")
    other_fields = (("form", "order"), ("issn", "issn_online"))
    codes = ("issn", "issn_online")
