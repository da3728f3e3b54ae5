"""How the lists of an item are drawn: what is the same for everybody, once a process.

Each list ends with a row that waits to be filled in, and holds one more for the script
that adds rows. They are half of all rows, and nothing in them is about an item.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from django import forms
from django.contrib.admin import helpers
from django.contrib.admin.widgets import AutocompleteMixin, RelatedFieldWidgetWrapper
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe

from . import sides

MARK = "__prefix__"
"""What stands for the number of a row; Django's script knows it too."""

_cells: dict[Hashable, SafeString] = {}
_media: dict[Hashable, forms.Media] = {}


class Row(helpers.InlineAdminForm):
    """Without the hidden keys of the row and of its item: a list is sent whole."""

    def needs_explicit_pk_field(self) -> bool:
        return False

    def fk_field(self) -> Any:
        return ""


class WaitingRow:
    """A row that nobody has filled in; only its number tells it from the others."""

    original = None
    prepopulated_fields: tuple[()] = ()

    def __init__(self, cells: SafeString, number: str) -> None:
        self.cells = mark_safe(cells.replace(MARK, number))


class DrawnList(helpers.InlineAdminFormSet):
    """A `ListFormSet` with its rows, for somebody who may change the item."""

    def __iter__(self) -> Iterator[Any]:
        yield from map(self._row, self.formset.forms)
        if not self.formset.is_bound:
            yield WaitingRow(self._waiting, str(len(self.formset.forms)))
        yield WaitingRow(self._waiting, MARK)

    def _row(self, form: Any) -> Row:
        return Row(self.formset, form, self.fieldsets, {}, None, model_admin=self.opts)

    @cached_property
    def _waiting(self) -> SafeString:
        """The cells of an empty row."""
        key = (*self._key, _signs(self.formset.form))
        if key not in _cells:
            row = self._row(self.formset.empty_form)
            drawn = render_to_string("admin/desk/cells.html", {"row": row})
            if not all(map(is_constant, row.form.fields.values())):
                return drawn
            _cells[key] = drawn
        return _cells[key]

    @property
    def _key(self) -> tuple[Any, ...]:
        return (type(self.opts), self.formset.prefix, sides.interface())

    @property
    def media(self) -> forms.Media:
        """All rows have the same; merging it takes longer than drawing them."""
        if self._key not in _media:
            _media[self._key] = self.opts.media + self.formset.media
        return _media[self._key]


def _signs(form: Any) -> Hashable:
    """What else the cells show: signs for what somebody may do with a chosen record."""
    wrappers = (field.widget for field in form.base_fields.values())
    return tuple(
        (each.can_add_related, each.can_change_related, each.can_view_related)
        for each in wrappers
        if isinstance(each, RelatedFieldWidgetWrapper)
    )


def is_constant(field: forms.Field) -> bool:
    """Whether it shows nothing of the day or of the database while it is empty."""
    widget = field.widget
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget = widget.widget
    asked = isinstance(field, forms.ModelChoiceField) and not widget.is_hidden
    looks_up = isinstance(widget, AutocompleteMixin)
    return not callable(field.initial) and (looks_up or not asked)
