from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import DocumentField


class Revision(models.Model):
    """An immutable snapshot of one language's texts and of the facts beside them.

    `texts` maps the names in `item.TEXT_FIELDS` to strings. `facts` has the form
    described in `thinktank.editorial.snapshots`. `digest` covers everything,
    `text_digest` the words alone; both are SHA-256 of a canonical dump.
    """

    class Origin(models.TextChoices):
        SAVED = "saved", _("saved")
        REISSUED = "reissued", _("reissued with new facts")

    item = models.ForeignKey(
        "editorial.Item", on_delete=models.CASCADE, related_name="revisions"
    )
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField()
    origin = models.CharField(
        max_length=10, choices=Origin.choices, default=Origin.SAVED
    )
    texts = models.JSONField()
    document = DocumentField(null=False, blank=False)
    facts = models.JSONField()
    digest = models.CharField(max_length=64)
    text_digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "language", "number"], name="revision_number"
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=dict(settings.LANGUAGES)),
                name="revision_language",
            ),
            models.CheckConstraint(
                condition=models.Q(origin__in=["saved", "reissued"]),
                name="revision_origin",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.language} r{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("A revision is written once and never changed.")
        super().save(*args, **kwargs)
