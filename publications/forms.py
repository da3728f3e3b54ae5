"""The form of a publication, and those of the rows in its lists."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial.admin.itemform import ItemForm
from thinktank.editorial.admin.listed import ContentsFormSet
from thinktank.editorial.admin.lists import ListForm, ListFormSet

from . import rules
from .models import Form, Publication, PublicationType

CURRENCY = re.compile("[A-Z]{3}")


class TypeSelect(forms.Select):
    """Each choice tells its form, which publication.js reads to hide the rest."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        option = super().create_option(name, value, *args, **kwargs)
        if type := getattr(value, "instance", None):
            option["attrs"]["data-form"] = type.form
        return option


class PublicationForm(ItemForm):
    """Says at each field what does not agree with the type or with another field."""

    class Meta:
        error_messages: ClassVar[dict[str, Any]] = {
            "issue": {
                "invalid_choice": gettext_lazy(
                    "That is no issue of a periodical. Choose one whose type is an "
                    "issue."
                )
            }
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for field, sentence in list(rules.problems(self.instance, cleaned)):
            self.add_error(field, ValidationError(sentence))
        return cleaned


class OfOneForm(ListFormSet):
    """A list that publications of one form alone have."""

    form_of_type = ""

    def clean(self) -> None:
        super().clean()
        publication: Publication = self.instance
        if not publication.type_id or any(self.errors):
            return
        if publication.type.form != self.form_of_type and self.cleaned_rows():
            raise ValidationError(self.refusal(publication.type), code="form")

    def refusal(self, type: PublicationType) -> str:
        raise NotImplementedError


class MembersFormSet(OfOneForm, ContentsFormSet):
    form_of_type = Form.DOSSIER

    def refusal(self, type: PublicationType) -> str:
        return _(
            "Only a dossier has members. Remove them, or choose another type than "
            "“%(type)s”."
        ) % {"type": type}


class FormatForm(ListForm):
    key = "binding"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        price, currency = cleaned.get("price"), cleaned.get("currency", "")
        if price is not None and price < 0:
            self.add_error("price", _("A price cannot be less than nothing."))
        if price is not None and not currency and "currency" not in self.errors:
            self.add_error("currency", _("Give the currency of the price."))
        return cleaned

    def clean_currency(self) -> str:
        currency: str = self.cleaned_data["currency"].strip().upper()
        if currency and not CURRENCY.fullmatch(currency):
            raise ValidationError(
                _("Write the currency as three Latin letters, for example AED.")
            )
        return currency


class FormatFormSet(OfOneForm):
    columns = ("binding", "isbn", "pages", "price", "currency", "shop")
    form_of_type = Form.BOOK

    def refusal(self, type: PublicationType) -> str:
        return _(
            "Only a book has formats. Remove them, or choose another type than "
            "“%(type)s”."
        ) % {"type": type}


class ElsewhereForm(ListForm):
    key = "outlet"


class ElsewhereFormSet(ListFormSet):
    columns = ("part", "outlet", "title", "author", "url", "day")
