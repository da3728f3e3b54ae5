"""What one is asked before something becomes public."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial.publishing import Change

from .confirmation import NoteForm, moment_field
from .stages import remark

END = ("until", "until_reason")
NOW, LATER = "now", "later"
WHEN = ((NOW, gettext_lazy("now")), (LATER, gettext_lazy("at a date and time")))


class ReleaseForm(NoteForm):
    """The page takes away what the person may not do, or what does not apply.

    `shown_also` is what the page showed of the other language.
    """

    unapproved = remark(
        gettext_lazy("Why it cannot wait for approval"),
        gettext_lazy("Only members of staff read it; it stands in the audit log."),
        required=True,
    )
    change = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        choices=Change.choices,
        widget=forms.RadioSelect,
    )
    when = forms.ChoiceField(
        label=gettext_lazy("When?"), choices=WHEN, widget=forms.RadioSelect
    )
    at = moment_field(label=gettext_lazy("Date and time"), required=False)
    also = forms.BooleanField(required=False)
    shown_also = forms.CharField(required=False, widget=forms.HiddenInput)
    until = moment_field(
        label=gettext_lazy("Withdraw it again on"),
        required=False,
        help_text=gettext_lazy(
            "Leave it empty for what stays. In this language alone."
        ),
    )
    until_reason = forms.CharField(
        label=gettext_lazy("Reason of that withdrawal"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Readers see it at the address of the text."),
    )
    field_order = (
        "unapproved",
        "change",
        "note",
        "when",
        "at",
        "also",
        "until",
        "until_reason",
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if "at" in self.fields and "at" not in self.errors:
            self._clean_moment(values)
        if "until" in self.fields and "until" not in self.errors:
            self._clean_end(values)
        self._clean_note(values)
        return values

    def _clean_moment(self, values: dict[str, Any]) -> None:
        at, when = values.get("at"), values.get("when", LATER)
        if when == LATER and at is None:
            self.add_error("at", _("Choose the date and the time."))
        elif when == NOW and at is not None:
            self.add_error(
                "when", _("You gave a time. Choose “at a date and time”, or clear it.")
            )
        elif at is not None and at <= timezone.now():
            self.add_error("at", _("This time has passed. Choose a later one."))

    def _clean_end(self, values: dict[str, Any]) -> None:
        until: datetime | None = values.get("until")
        reason = values.get("until_reason", "").strip()
        if until and until <= (values.get("at") or timezone.now()):
            self.add_error("until", _("It must end after it has begun."))
        if until and not reason:
            self.add_error("until_reason", _("Give the reason: readers will see it."))
        if reason and not until:
            self.add_error("until", _("Choose when, or clear the reason."))

    def _clean_note(self, values: dict[str, Any]) -> None:
        change, note = values.get("change"), values.get("note", "").strip()
        if change == Change.CORRECTION and not note:
            self.add_error(
                "note", _("Say what was corrected: readers see it on the page.")
            )
        elif change in (Change.FIX, Change.UPDATE) and note:
            self.add_error(
                "change", _("Only a correction has a note for readers. Choose that.")
            )

    def questions(self) -> list[forms.BoundField]:
        """What everybody is asked; the end of it is asked apart."""
        return [field for field in self.visible_fields() if field.name not in END]

    def ends(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name in END]

    def has_end(self) -> bool:
        return any(field.errors or field.value() for field in self.ends())

    def take_away(self, *names: str) -> None:
        for name in names:
            self.fields.pop(name, None)


def local_now() -> str:
    """For the earliest moment that a field offers."""
    return timezone.localtime().strftime("%Y-%m-%dT%H:%M")
