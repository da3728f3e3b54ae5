"""Reference records: their names in every language beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.db import models, router, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from thinktank.editorial import indexing, publishing
from thinktank.editorial.models import Item
from thinktank.reference.models import Named, Programme, Series

from . import sides
from .bilingual import BilingualAdmin
from .changelist import headline
from .inwords import InWords
from .lookup import kinds_seen_by
from .searching import FoundByWords


class NamedForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        columns = sides.columns("name")
        if not any(cleaned.get(column) for column in columns):
            # Said at a field, it spares the person the constraint's own sentence.
            self.add_error(columns[0], _("Write the name in one language at least."))
        return cleaned


class NamedAdmin(BilingualAdmin):
    """For records with a name in each language.

    What readers see of a record changes when it is saved, so each change is counted
    inside the transaction that makes it.
    """

    form: Any = NamedForm
    delete_confirmation_template = "admin/desk/delete_record.html"
    search_fields: ClassVar[tuple[str, ...]] = sides.columns("name")
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
        names = {*sides.columns("name"), "variants"}
        renamed = not change or bool(names & set(form.changed_data))
        if renamed and change:
            indexing.hold(obj)
        super().save_model(request, obj, form, change)
        publishing.reference_changed(obj, renamed=renamed)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What stands in the way are items, not the rows that link to them.

        Whether one may delete those is then no question.
        """
        deleted, counts, permissions, protected = super().get_deleted_objects(
            objs, request
        )
        if protected:
            return deleted, counts, set(), _that_use(objs, request)
        return deleted, counts, permissions, []

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        indexing.forget_name(obj)
        super().delete_model(request, obj)
        publishing.reference_changed(obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        with transaction.atomic():
            deleted: Iterable[models.Model] = list(queryset)
            for obj in deleted:
                indexing.forget_name(obj)
            super().delete_queryset(request, queryset)
            for obj in deleted:
                publishing.reference_changed(obj)


def _that_use(records: Any, request: HttpRequest) -> list[SafeString]:
    """Links to the items that name the records, and to records under them."""
    seen = kinds_seen_by(request)
    collector = NestedObjects(using=router.db_for_write(Item), origin=records)
    collector.collect(records)
    users = {_identity(user): user for user in map(_user_of, collector.protected)}
    return [
        format_html('<a href="{}">{}</a>', _address(user), _called(user, seen))
        for _key, user in sorted(users.items())
    ]


def _identity(user: models.Model) -> tuple[str, int]:
    """An item is found as itself and as one of its kind: that is one user."""
    return (Item if isinstance(user, Item) else type(user)).__name__, user.pk


def _user_of(row: Any) -> Any:
    """The item that a row belongs to, or what uses the record by itself."""
    if isinstance(row, Item | Named):
        return row
    owner = getattr(row, "edition", row)
    for field in owner._meta.concrete_fields:
        if field.related_model and issubclass(field.related_model, Item):
            return getattr(owner, field.name)
    return owner


def _called(user: models.Model, seen: list[str]) -> SafeString:
    """Its name, or the number of an item that the person may not see."""
    if isinstance(user, Named):
        return called(user)
    if isinstance(user, Item):
        return headline(user) if user.kind in seen else format_html("#{}", user.pk)
    return format_html("{}", user)


def _address(user: models.Model) -> str:
    if isinstance(user, Item):
        return reverse("admin:editorial_item_change", args=[user.pk])
    return record_address(user)


def record_address(record: models.Model, page: str = "change") -> str:
    """Where a page about a record is: its form, a merger …"""
    opts = record._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_{page}"
    return reverse(name, args=[record.pk])


def called(record: Named) -> SafeString:
    """The record's name in the interface's language, or in one that has it."""
    names = ((code, record.name_in(code)) for code in sides.in_reading_order())
    return sides.marked_first(names, fallback=f"#{record.pk}")


def _name_column(language: str) -> Any:
    column = sides.column("name", language)

    @admin.display(description=sides.name(language), ordering=column)
    def name(record: Any) -> SafeString | str:
        text = record.name_in(language)
        return sides.marked(text, language) if text else "—"

    # The admin heads and sorts a column by the function's own name.
    name.__name__ = column
    return name


def count_of_items(rows: Any, column: str) -> models.Subquery:
    """How many items name a record, by the rows in which `column` names it."""
    named = rows.filter(**{column: models.OuterRef("pk")}).order_by()
    counted = named.values(column).annotate(n=models.Count("item", distinct=True))
    return models.Subquery(counted.values("n"))


@admin.register(Programme)
class ProgrammeAdmin(FoundByWords, NamedAdmin):
    list_display = ("__str__", InWords(Programme, "is_current"), "order")
    list_filter = ("is_current",)
    name_fields = ("name", "description")
    other_fields = (("is_current", "order"),)


@admin.register(Series)
class SeriesAdmin(FoundByWords, NamedAdmin):
    list_display = ("__str__", "form", "issn", "issn_online")
    list_filter = ("form",)
    name_fields = ("name", "description", "frequency")
    autocomplete_fields = ("editor",)
    other_fields = (("form", "order"), "editor", ("issn", "issn_online"))
    codes = ("issn", "issn_online")
