from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from .revision import Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


LANGUAGES = [code for code, _label in settings.LANGUAGES]


class Stage(models.TextChoices):
    WRITING = "writing", _("writing")
    REVIEW = "review", _("in review")
    APPROVED = "approved", _("approved")


class TrackQuerySet(models.QuerySet["Track"]):
    def with_tips(self) -> TrackQuerySet:
        """With tips and sources, whose words and facts stay where they are, and the
        number of the `newest` Revision of the language, of whatever origin."""
        same = {"item": OuterRef("item"), "language": OuterRef("language")}
        numbers = Revision.objects.filter(**same).order_by("-number").values("number")
        contents = ("texts", "document", "facts")
        tracks = self.select_related("tip__created_by", "source", "assignee").defer(
            *(f"tip__{name}" for name in contents),
            *(f"source__{name}" for name in contents),
        )
        return tracks.annotate(newest=Subquery(numbers[:1]))

    def advance(
        self, tips: Mapping[int, int], counted: Collection[int], by: User | None
    ) -> None:
        """Give each track (by id) this tip, and count a save of words in some, written
        by somebody, or by a command.

        Words changed after approval are not approved words.
        """
        key = models.IntegerField(null=True)
        words, writer = Q(pk__in=counted), Value(by.pk if by else None)
        unapproved = When(words & Q(stage=Stage.APPROVED), then=Value(Stage.WRITING))
        self.filter(pk__in=tips).update(
            tip=Case(*(When(pk=pk, then=Value(tip)) for pk, tip in tips.items())),
            version=F("version") + Case(When(words, then=1), default=0),
            stage=Case(unapproved, default=F("stage")),
            writer=Case(
                When(words, then=writer), default=F("writer"), output_field=key
            ),
        )


class Track(models.Model):
    """Where one language of one item stands on its way; it holds no text.

    `version` counts the saves of this language's texts. `tip` is the newest saved
    Revision of the language; `source` is the Revision of another language that this
    text was translated from. `writer` is who last changed its words: nobody where a
    command did.
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
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("last writer"),
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

    objects = TrackQuerySet.as_manager()

    newest: int | None
    """Asked for by `with_tips` alone."""

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
        indexes = [
            models.Index(fields=["stage", "language"], name="track_stage_list"),
            models.Index(
                fields=["due_date"],
                condition=models.Q(due_date__isnull=False),
                name="track_due",
            ),
        ]
        permissions = [
            *((f"approve_{code}", f"Can approve in {code}") for code in LANGUAGES),
            ("assign_track", "Can say who works on a text, and until when"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.language}: {self.stage}"
