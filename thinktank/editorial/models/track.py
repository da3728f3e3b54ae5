from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    WRITING = "writing", _("writing")
    REVIEW = "review", _("in review")
    APPROVED = "approved", _("approved")


class Track(models.Model):
    """Where one language of one item stands on its way; it holds no text.

    `version` counts the saves of this language's texts. `tip` is the newest saved
    Revision of the language; `source` is the Revision of another language that this
    text was translated from.
    """

    item = models.ForeignKey(
        "editorial.Item", on_delete=models.CASCADE, related_name="tracks"
    )
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage.choices, default=Stage.WRITING
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("assignee"),
    )
    due_date = models.DateField(_("due date"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    tip = models.ForeignKey(
        "editorial.Revision",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    source = models.ForeignKey(
        "editorial.Revision",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("track")
        verbose_name_plural = _("tracks")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "language"], name="track_one_per_language"
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=Stage.values), name="track_stage"
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=dict(settings.LANGUAGES)),
                name="track_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.language}: {self.stage}"
