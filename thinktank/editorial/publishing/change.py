"""What somebody says a new edition is, that replaces one which readers see."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..permissions import Refused


class Change(models.TextChoices):
    """A correction tells readers what was wrong; a fix of a slip tells nobody; an
    update gives the item the date of its last change of substance."""

    CORRECTION = "correction", gettext_lazy("a correction, with a note for readers")
    FIX = "fix", gettext_lazy("slips of the pen put right, without a word to readers")
    UPDATE = "update", gettext_lazy("a new version, updated today")


def require_sense(change: Change | None, note: str, others: bool, later: bool) -> None:
    """Raises Refused where a change and its note do not go together, with `others`
    published at the same instant, or `later`."""
    if change == Change.CORRECTION and not note.strip():
        raise Refused(_("Say what was corrected: readers see it on the page."))
    if change in (Change.FIX, Change.UPDATE) and note.strip():
        raise Refused(_("Only a correction has a note for readers. Choose that."))
    if change == Change.CORRECTION and others:
        raise Refused(
            _("A correction says in each language what was wrong. Publish it apart.")
        )
    if change == Change.UPDATE and later:
        raise Refused(
            _(
                "A new version is dated when it is published. For a later time, fill "
                "in “updated” among the dates of the record."
            )
        )
