"""Pages about the centre itself, written and published as everything else is."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Item


class Purpose(models.TextChoices):
    """What a page is for; some purposes add to the page what the system knows."""

    ABOUT = "about", _("About the centre")
    TEAM = "team", _("Team")
    CONTACT = "contact", _("Contact")
    EDITORIAL = "editorial", _("Editorial policy")
    CORRECTIONS = "corrections", _("Corrections")
    PRIVACY = "privacy", _("Privacy")
    ACCESSIBILITY = "accessibility", _("Accessibility")
    OTHER = "other", _("Another page")


def type_names() -> dict[str, TypeName]:
    """What readers see of each purpose, by code."""
    return kinds.named_choices(Purpose.choices, {})


class CentrePage(Item):
    """A page about the centre; one for each purpose, and any number of others."""

    KIND = "centre"
    NOT_COPIED = (*Item.NOT_COPIED, "purpose")

    purpose = models.CharField(
        _("purpose"), max_length=15, choices=Purpose.choices, default=Purpose.OTHER
    )

    class Meta:
        verbose_name = _("centre page")
        verbose_name_plural = _("centre pages")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose__in=Purpose.values), name="page_purpose"
            ),
            models.UniqueConstraint(
                fields=["purpose"],
                condition=~models.Q(purpose="other"),
                name="page_purpose_once",
                violation_error_message=_(
                    "There is a page for this purpose already. Edit that one."
                ),
            ),
        ]

    def own_facts(self) -> dict[str, Any]:
        return {"type": self.purpose}

    def own_values(self, own: dict[str, Any]) -> dict[str, Any]:
        return {"purpose": own["type"]} if "type" in own else {}
