from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class KeptText(models.Model):
    """What a person typed in one language and has not saved: one row, written over.

    It is no revision and nobody else reads it. `item` is empty for an item that was
    never saved; `draft` then tells one such form from another. `document` is the JSON
    that the surface sent, which may still have problems.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    item = models.ForeignKey(
        "editorial.Item", on_delete=models.CASCADE, null=True, related_name="+"
    )
    kind = models.CharField(max_length=20)
    draft = models.CharField(max_length=32, blank=True, default="")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    texts = models.JSONField(default=dict)
    document = models.TextField()
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("kept text")
        verbose_name_plural = _("kept texts")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "item", "language"],
                condition=models.Q(item__isnull=False),
                name="kept_one_for_each_item",
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "draft", "language"],
                condition=models.Q(item__isnull=True),
                name="kept_one_for_each_draft",
            ),
            models.CheckConstraint(
                condition=models.Q(item__isnull=False) ^ ~models.Q(draft=""),
                name="kept_for_an_item_or_a_draft",
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=dict(settings.LANGUAGES)),
                name="kept_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id or self.draft} {self.language}: {self.person_id}"
