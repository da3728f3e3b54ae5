from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.Model):
    """A section of a published edition, in plain text, for search and reports.

    Written with the edition and never changed; `check_editions` compares it with
    the Document. `anchor` is the section's id there and on the page.
    """

    edition = models.ForeignKey(
        "editorial.Edition", on_delete=models.CASCADE, related_name="sections"
    )
    order = models.PositiveSmallIntegerField(_("order"))
    anchor = models.CharField(_("anchor"), max_length=40)
    heading = models.TextField(_("heading"), blank=True)
    text = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["edition", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "order"], name="section_order_once"
            ),
            models.UniqueConstraint(
                fields=["edition", "anchor"], name="section_anchor_once"
            ),
        ]

    def __str__(self) -> str:
        return self.heading or f"#{self.anchor}"


class Point(models.Model):
    """A numbered point of a section; `number` restarts at 1 in each section."""

    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, related_name="points"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    anchor = models.CharField(_("anchor"), max_length=40)
    title = models.TextField(_("title"), blank=True)
    text = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("point")
        verbose_name_plural = _("points")
        ordering = ["section", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "number"], name="point_number_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"#{self.anchor}"
