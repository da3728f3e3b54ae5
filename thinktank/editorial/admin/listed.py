"""Other items that an item lists in an order: launched titles, members of a dossier."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thinktank.editorial.models import ItemLink, LinkKind

from .lists import ListForm, ListFormSet, ListInline


class ItemLinkForm(ListForm):
    key = "target"

    def clean_target(self) -> Any:
        """What no field can know and the database would refuse without a word."""
        target = self.cleaned_data["target"]
        if target and target.pk == self.instance.item_id:
            raise ValidationError(_("An item cannot list itself."))
        return target


class ListedFormSet(ListFormSet):
    columns = ("target",)
    once = ("target",)


class LaunchedFormSet(ListedFormSet):
    fixed: ClassVar[dict[str, Any]] = {"kind": LinkKind.LAUNCHED}


class OutputFormSet(ListedFormSet):
    fixed: ClassVar[dict[str, Any]] = {"kind": LinkKind.OUTPUT}


class ContentsFormSet(ListedFormSet):
    fixed: ClassVar[dict[str, Any]] = {"kind": LinkKind.CONTENTS}


class ListedInline(ListInline):
    """A kind names the form set, which fixes the kind of link, and the headings."""

    model = ItemLink
    fk_name = "item"
    form = ItemLinkForm
    fields = ("target", "order")
    autocomplete_fields = ("target",)
