"""The people of an item, edited as one list in the order printed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial.models import Contributor

from . import sides
from .lists import ListForm, ListFormSet, ListInline


class ContributorForm(ListForm):
    key = "person"


class PeopleFormSet(ListFormSet):
    columns = ("person", "role", *sides.columns("affiliation"))
    once = ("person", "role")

    def _stale(self) -> str:
        standing = self.instance.contributors.select_related("person")
        return _(
            "Somebody saved the facts after you opened this page. The people are now: "
            "%(people)s. Save again to put your list in their place."
        ) % {"people": sides.listed(standing) or "—"}


class PeopleInline(ListInline):
    model = Contributor
    verbose_name = gettext_lazy("person")
    verbose_name_plural = gettext_lazy("people")
    form = ContributorForm
    formset: Any = PeopleFormSet
    fields = (*PeopleFormSet.columns, "order")
    autocomplete_fields = ("person",)
