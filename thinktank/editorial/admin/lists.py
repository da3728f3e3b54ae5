"""Ordered lists in the form of an item: its people, what it launched, its formats.

A list is posted whole, never by the ids of stored rows, and replaces what is stored
when it differs: a row that somebody else removed meanwhile would otherwise make the
form invalid, and an untouched list would bring old rows back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import formclasses, lookup, parts, sides
from .bilingual import Bilingual
from .checking import ChecksWhatChanged
from .chosen import OneOf, chosen
from .parts import Seen

LAST = sys.maxsize
Row = tuple[Any, ...]


class ListForm(ChecksWhatChanged):
    """A row counts only when its field `key` is filled in; clearing it removes it."""

    key = ""
    order = forms.IntegerField(label=gettext_lazy("Order"), min_value=1, required=False)

    def has_changed(self) -> bool:
        return bool(self[self.key].data)

    standing: Callable[[], bool]
    """Whether the list that is stored has this very row."""

    def validate_unique(self) -> None:
        """The list replaces the stored rows; the form set looks for repetitions."""

    def checked_before(self) -> set[str]:
        """All of a row that stands, and records, which were looked up when their
        fields were cleaned."""
        if self.standing():
            return {field.name for field in self.instance._meta.fields}
        return {n for n, f in self.fields.items() if isinstance(f, OneOf)}


class ListFormSet(forms.BaseInlineFormSet):
    """`columns` are the fields of a row beside its place, `once` those that no two
    rows may have in common, `fixed` what all rows of this list have in the table.
    """

    model: Any
    columns: ClassVar[tuple[str, ...]] = ()
    once: ClassVar[tuple[str, ...]] = ()
    fixed: ClassVar[dict[str, Any]] = {}

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        instance: Any = None,
        queryset: Any = None,
        **kwargs: Any,
    ) -> None:
        self.stored = self._stored(instance)
        if data is None:
            kwargs["initial"] = [
                {**dict(zip(self.columns, row, strict=True)), "order": order}
                for order, row in enumerate(self.stored, start=1)
            ]
        super().__init__(
            data, files, instance=instance, queryset=queryset.none(), **kwargs
        )
        chosen(self.instance).watch(str(self.prefix), lambda: self.forms)
        self.extra = len(self.stored) + 1
        version = getattr(instance, "version", 0)
        self.now = Seen(version, parts.digest(self.stored))
        token = f"seen_{self.prefix}"
        self.seen = Seen.parse(data.get(token, "")) if data else self.now

    def initial_form_count(self) -> int:
        """None: no row is known by its key."""
        return 0

    @cached_property
    def forms(self) -> list[Any]:
        """Before it is sent, without the row that waits, whose cells are kept."""
        count = self.total_form_count() if self.is_bound else len(self.stored)
        construct = self._construct_form  # type: ignore[attr-defined]  # Django's own, and not in the stubs
        return list(map(construct, range(count)))

    def is_multipart(self) -> bool:
        """Asked of each form of a page; a list holds no file."""
        return False

    def _stored(self, instance: Any) -> list[Row]:
        if instance is None or not instance.pk:
            return []
        manager = getattr(instance, self.manager_name)
        rows = (row for row in manager.all() if self._is_own(row))
        return [
            self._row({name: row.serializable_value(name) for name in self.columns})
            for row in rows
        ]

    def _is_own(self, row: Any) -> bool:
        return all(getattr(row, name) == value for name, value in self.fixed.items())

    def _rows(self, instance: Any) -> models.QuerySet[Any]:
        relation = {self.fk.name: instance.pk}
        return self.model._default_manager.filter(**relation, **self.fixed)

    def _row(self, values: dict[str, Any]) -> Row:
        """Plain values in the order of the columns; no text is an empty one."""
        found = (values[column] for column in self.columns)
        return tuple("" if value is None else _key(value) for value in found)

    def add_fields(self, form: Any, index: int | None) -> None:
        # Not those of Django's formsets of models: hidden keys, which nothing reads.
        forms.BaseFormSet.add_fields(self, form, index)
        chosen(self.instance).serve(str(self.prefix), form)
        form.standing = partial(self._stands, form)

    def _stands(self, form: Any) -> bool:
        cleaned = form.cleaned_data
        complete = all(name in cleaned for name in self.columns)
        return complete and self._row(cleaned) in self.stored

    @property
    def touched(self) -> bool:
        """Whether the person who sent the form changed the list."""
        return self.seen.touched(self.now, parts.digest(self.typed()))

    def cleaned_rows(self) -> list[dict[str, Any]]:
        """The rows that stay, in the order given; those without a number come last."""
        rows = [form.cleaned_data for form in self.forms if form.has_changed()]
        rows = [row for row in rows if row and not row.get("DELETE")]
        return sorted(rows, key=lambda row: row["order"] or LAST)

    def typed(self) -> list[Row]:
        """The list as it was sent, comparable with `stored`."""
        return [self._row(row) for row in self.cleaned_rows()]

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        self._refuse_repetition()
        if self.instance.pk and self.touched and self.seen.version != self.now.version:
            self.seen = self.now
            raise ValidationError(self._stale(), code="stale")

    def validate_unique(self) -> None:
        """Rows of one list are compared by `once`, with a sentence of our own."""

    def _refuse_repetition(self) -> None:
        places = [self.columns.index(name) for name in self.once]
        seen = set()
        for row in self.typed() if places else []:
            named = tuple(row[place] for place in places)
            if named in seen:
                raise ValidationError(
                    _("One entry stands here twice. Remove one of the two."),
                    code="repeated",
                )
            seen.add(named)

    def _stale(self) -> str:
        standing = self._rows(self.instance).order_by("order", "pk")
        return _(
            "Somebody saved the facts after you opened this page. This list is now: "
            "%(rows)s. Save again to put your list in its place."
        ) % {"rows": sides.listed(standing) or "—"}

    def save(self, commit: bool = True) -> list[Any]:
        """Replace the stored list when it differs."""
        if self.typed() == self.stored:
            return []
        self._rows(self.instance).delete()
        return self.model._default_manager.bulk_create(list(self._built()))

    @property
    def manager_name(self) -> str:
        """By which the item finds the rows of this list, and of others in the table."""
        name: str = self.fk.remote_field.get_accessor_name()
        return name

    def rows_after(self) -> list[Any]:
        """What that manager would give once this list was saved; nothing is stored."""
        rows = getattr(self.instance, self.manager_name).all()
        others = [row for row in rows if not self._is_own(row)]
        return sorted([*others, *self._built()], key=lambda row: row.order)

    def _built(self) -> Iterator[models.Model]:
        for order, row in enumerate(self.cleaned_rows(), start=1):
            values = {column: row[column] for column in self.columns}
            relation = {self.fk.attname: self.instance.pk}
            yield self.model(**relation, **self.fixed, **values, order=order)


def _key(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value


class ListInline(Bilingual, admin.TabularInline):
    """Whoever may change the item may change its lists."""

    template = "admin/desk/list.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        return self.model._default_manager.all()

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        build = partial(super().get_formset, request, obj, **kwargs)
        may = self.has_change_permission(request, obj)
        what = (type(self), self.parent_model, may, *kwargs.items())
        formset = formclasses.formset_class(what, request, build)
        key: Any = formset.fk
        owner = {key.name: obj.pk if obj else None}
        rows = self.model._default_manager.filter(**owner)
        lookup.offer_items(formset.form.base_fields, request, rows)
        return formset

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        parent = self.admin_site.get_model_admin(self.parent_model)
        if obj is None:
            return parent.has_add_permission(request)
        return parent.has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)
