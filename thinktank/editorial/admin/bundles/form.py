"""The form of a bundle: its name, and which texts it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial.models import Bundle, BundleText, Item
from thinktank.editorial.publishing import Obstacle, Text, held_elsewhere

from .. import sides
from ..autocomplete import AutocompleteMultiple
from .beginning import offered
from .table import Table

TEXT = re.compile("([0-9]{1,18}):([a-z-]{1,10})")


class TextsField(forms.Field):
    """Texts as the table ticks them: "12:ar"."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[Text]:
        found = [TEXT.fullmatch(each) for each in value or ()]
        if not all(match and match[2] in sides.codes() for match in found):
            raise ValidationError(_("Choose among the texts of this page."))
        return [(int(match[1]), match[2]) for match in found if match]


def told(texts: Iterable[BundleText]) -> str:
    """Texts of a bundle in a line, with what of them is scheduled or out."""
    each = (f"{row.item_id}:{row.language}:{row.edition_id or 0}" for row in texts)
    return " ".join(each)


class BundleForm(forms.ModelForm):
    """`table` shows the texts; those of new items are added by `add` and `languages`.

    `proposed` are items to begin with.
    """

    texts = TextsField(required=False)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    add: Any = forms.ModelMultipleChoiceField(
        Item.objects.none(), label=gettext_lazy("Add items"), required=False
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("In the languages"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    request: HttpRequest
    proposed: Iterable[int] = ()

    class Meta:
        model = Bundle
        fields = ("name", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 2, "dir": "auto"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = list(self._stored())
        if "name" in self.fields:
            self.fields["name"].widget.attrs["dir"] = "auto"
        self.fields["languages"].initial = sides.codes()
        chooser: Any = self.fields["add"]
        source = BundleText._meta.get_field("item")
        chooser.widget = AutocompleteMultiple(source, admin.site)
        chooser.queryset = offered(self.request)
        chooser.widget.choices = chooser.choices

    def _stored(self) -> Iterable[BundleText]:
        if self.instance.pk is None:
            return ()
        return self.instance.texts.select_related("edition")

    @property
    def is_open(self) -> bool:
        """Whether its texts may be changed: what is scheduled or out stays."""
        return all(text.edition_id is None for text in self.stored)

    @property
    def held(self) -> str:
        """What it held when the person first saw it; the page sends it back."""
        sent: str = self.data.get("held", "")
        return sent if self.is_bound else told(self.stored)

    # The table

    def table(self) -> Table:
        if self.is_bound and self.is_open:
            chosen = [*self.cleaned_texts(), *self._added()]
            numbers = [*self._shown(), *(number for number, _code in chosen)]
            return Table(self.request, numbers, chosen, self.stored)
        held = [(text.item_id, text.language) for text in self.stored]
        numbers = [number for number, _code in held]
        if self.proposed and not self.is_bound:
            return self._proposal()
        return Table(self.request, numbers, held, self.stored)

    def _proposal(self) -> Table:
        """Every text that no reader sees yet, unless another bundle has it."""
        first = Table(self.request, self.proposed, ())
        cells = [cell for row in first.rows for cell in row.cells if cell.to_publish]
        texts = [(cell.number, cell.language) for cell in cells]
        taken = {(o.number, o.language) for o in held_elsewhere(self.instance, texts)}
        chosen = [text for text in texts if text not in taken]
        seen = [row.number for row in first.rows if row.title]
        return Table(self.request, seen, chosen)

    def cleaned_texts(self) -> list[Text]:
        texts: list[Text] = getattr(self, "cleaned_data", {}).get("texts") or []
        return texts

    def _shown(self) -> list[int]:
        """The items of the table that was sent, ticked or not."""
        found = re.findall("[0-9]{1,18}", self.data.get("shown", ""))
        return [int(number) for number in found]

    def _added(self) -> list[Text]:
        cleaned = getattr(self, "cleaned_data", {})
        items, languages = cleaned.get("add") or (), cleaned.get("languages") or ()
        return [(item.pk, code) for item in items for code in languages]

    # Checking

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.is_open:
            return cleaned
        if cleaned.get("add") and not cleaned.get("languages"):
            self.add_error("languages", _("Choose a language for what is added."))
        wanted = self.wanted()
        self._require_seen(wanted)
        for obstacle in held_elsewhere(self.instance, wanted):
            self.add_error(None, self._said(obstacle))
        return cleaned

    def wanted(self) -> list[Text]:
        """The texts that the bundle is to hold."""
        return list(dict.fromkeys([*self.cleaned_texts(), *self._added()]))

    def _require_seen(self, wanted: Iterable[Text]) -> None:
        held = {text.item_id for text in self.stored}
        new = {number for number, _code in wanted} - held
        chooser: Any = self.fields["add"]
        if new and chooser.queryset.filter(pk__in=new).count() < len(new):
            self.add_error(None, _("Choose among the texts of this page."))

    def _said(self, obstacle: Obstacle) -> str:
        chooser: Any = self.fields["add"]
        item = chooser.queryset.filter(pk=obstacle.number).first()
        return _("%(item)s, %(language)s: %(problem)s") % {
            "item": item or f"#{obstacle.number}",
            "language": sides.name(obstacle.language),
            "problem": " ".join(obstacle.sentences),
        }
