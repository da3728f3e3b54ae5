"""The form of an event: its venue's zone is chosen from a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst

from thinktank import house
from thinktank.editorial.admin.itemform import ItemForm

from . import zones
from .models import Event


class EventForm(ItemForm):
    # Its choices are words of the interface, known when the form is shown.
    time_zone = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("time_zone")
        if isinstance(field, forms.ChoiceField):
            field.label = capfirst(Event._meta.get_field("time_zone").verbose_name)
            field.choices = zones.choices(house.current().zone.key)
