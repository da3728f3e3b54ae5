"""The form of an event: its venue's zone is chosen from a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from thinktank import house
from thinktank.editorial.admin.itemform import ItemForm

from . import zones
from .models import Event


class ZoneSelect(forms.Select):
    """Django renders a template for each option: for six hundred zones that takes
    as long as the rest of the form."""

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        chosen = str(value or "")
        groups = ((label, _options(found, chosen)) for label, found in self.choices)
        html = format_html_join("", '<optgroup label="{}">{}</optgroup>', groups)
        built = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(built), html)


def _options(found: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((code, " selected" if code == chosen else "", name) for code, name in found),
    )


class EventForm(ItemForm):
    # Its choices are words of the interface, known when the form is shown.
    time_zone = forms.ChoiceField(widget=ZoneSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("time_zone")
        if isinstance(field, forms.ChoiceField):
            field.label = capfirst(Event._meta.get_field("time_zone").verbose_name)
            field.initial = house.current().zone.key
            field.choices = zones.choices(field.initial)
