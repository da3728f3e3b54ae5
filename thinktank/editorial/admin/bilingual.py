"""Forms of records with texts in each language: labels, marks and chosen records."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from . import lookup, sides
from .autocomplete import Autocomplete, AutocompleteMultiple
from .chosen import OneOf, SeveralOf
from .inwords import HouseWords
from .searching import BriefSearch


class Bilingual(admin.options.BaseModelAdmin):
    """Labels and marks each translated field with its own language.

    `codes` names fields that hold no words but codes, which run from left to right.
    """

    codes: tuple[str, ...] = ()

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, TranslationField):
            kwargs.setdefault("label", sides.label(db_field))
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, TranslationField):
            field.widget.attrs.update(sides.attributes(db_field.language))
        elif field and db_field.name in self.codes:
            field.widget.attrs["dir"] = "ltr"
        if field:
            _calm(field.widget)
            _name_halves(field)
        return field

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs.setdefault("form_class", OneOf)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs.setdefault("form_class", SeveralOf)
        if db_field.name in self.get_autocomplete_fields(request):
            widget = AutocompleteMultiple(db_field, self.admin_site)
            kwargs.setdefault("widget", widget)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def _calm(widget: forms.Widget) -> None:
    """One sign to open what is chosen, and none that deletes it from elsewhere. What
    is too long is refused with a sentence: a browser would cut it off without one.
    """
    widget.attrs.pop("maxlength", None)
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget.can_delete_related = False
        widget.can_view_related &= not widget.can_change_related


def _name_halves(field: forms.Field) -> None:
    """A label names one element, and an instant has a field for the day and another
    for the time."""
    halves = getattr(field.widget, "widgets", ())
    for half, name in zip(halves, (_("Date"), _("Time")), strict=False):
        half.attrs["aria-label"] = f"{field.label}: {name}"


class BilingualAdmin(HouseWords, Bilingual, BriefSearch):
    """The admin of a record with texts in each language."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = self.form_class(request, obj, change, **kwargs)
        stored = self.model._default_manager.filter(pk=obj.pk if obj else None)
        lookup.offer_items(form.base_fields, request, stored)
        return form

    def form_class(
        self, request: HttpRequest, obj: Any, change: bool, **kwargs: Any
    ) -> Any:
        """The form, before it is said what may be chosen."""
        return super().get_form(request, obj, change, **kwargs)
