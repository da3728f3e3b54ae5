"""The people of an item, edited as one list in the order printed."""

from __future__ import annotations

import sys
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial.models import Contributor

from . import parts, sides
from .parts import Seen

LAST = sys.maxsize


class ContributorForm(forms.ModelForm):
    """A row counts only when it names a person; clearing the name removes it."""

    order = forms.IntegerField(label=gettext_lazy("Order"), min_value=1, required=False)

    class Meta:
        model = Contributor
        fields = ("person", "role", "order")

    def has_changed(self) -> bool:
        return bool(self["person"].data)

    def validate_unique(self) -> None:
        """The list replaces the stored rows; the form set looks for repetitions."""

    def validate_constraints(self) -> None:
        """As for `validate_unique`."""


class PeopleFormSet(forms.BaseInlineFormSet):
    """Posts the whole list anew, never the ids of stored rows.

    A row that somebody else removed meanwhile would otherwise make the form
    invalid, and an untouched list would bring old rows back.
    """

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        instance: Any = None,
        queryset: Any = None,
        **kwargs: Any,
    ) -> None:
        self.stored = parts.people(instance) if instance and instance.pk else []
        if data is None:
            kwargs["initial"] = [
                {"person": person, "role": role, "order": order}
                for order, (person, role) in enumerate(self.stored, start=1)
            ]
        super().__init__(
            data, files, instance=instance, queryset=queryset.none(), **kwargs
        )
        self.extra = len(self.stored) + 1
        self.now = Seen(instance.version, parts.digest(self.stored))
        self.seen = Seen.parse(data.get("seen_people", "")) if data else self.now

    @property
    def touched(self) -> bool:
        """Whether the person who sent the form changed the list."""
        return self.seen.touched(self.now, parts.digest(self.typed()))

    def typed(self) -> list[tuple[int, str]]:
        """Person and role in the order given; rows without a number come last."""
        rows = [form.cleaned_data for form in self.forms if form.has_changed()]
        rows = [row for row in rows if row and not row.get("DELETE")]
        rows.sort(key=lambda row: row["order"] or LAST)
        return [(row["person"].pk, row["role"]) for row in rows]

    def clean(self) -> None:
        super().clean()
        if any(self.errors) or not self.instance.pk:
            return
        if self.touched and self.seen.version != self.now.version:
            self.seen = self.now
            raise ValidationError(self._stale(), code="stale")

    def _stale(self) -> str:
        standing = self.instance.contributors.select_related("person")
        return _(
            "Somebody saved the facts after you opened this page. The people are now: "
            "%(people)s. Save again to put your list in their place."
        ) % {"people": sides.listed(standing) or "—"}

    def save(self, commit: bool = True) -> list[Contributor]:
        """Replace the stored list when it differs."""
        typed = self.typed()
        if typed == self.stored:
            return []
        self.instance.contributors.all().delete()
        return Contributor.objects.bulk_create(
            Contributor(item_id=self.instance.pk, person_id=pk, role=role, order=order)
            for order, (pk, role) in enumerate(typed, start=1)
        )


class PeopleInline(admin.TabularInline):
    """Whoever may change the item may change its people."""

    model = Contributor
    verbose_name = gettext_lazy("person")
    verbose_name_plural = gettext_lazy("people")
    form = ContributorForm
    formset = PeopleFormSet
    template = "admin/desk/people.html"
    autocomplete_fields = ("person",)

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
