"""What is public, and when: instants in a chain, one chain per item and language."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .choices import DatePrecision, EventStatus


class EditionQuerySet(models.QuerySet["Edition"]):
    """`all()` holds embargoed text: public code starts from `live()`."""

    def standing(self, at: datetime | None = None) -> EditionQuerySet:
        """The row in force at an instant (now), notices included.

        A text that was suppressed stands at no instant any more.
        """
        then = at or timezone.now()
        begun = self.filter(
            Q(live_until__isnull=True) | Q(live_until__gt=then), live_from__lte=then
        )
        # No suppressed text stands now: edition_suppressed_has_ended holds that.
        return begun.exclude(notice="", suppressed_at__isnull=False) if at else begun

    def live(self, at: datetime | None = None) -> EditionQuerySet:
        """What readers may read at an instant (now): the one rule of visibility."""
        return self.standing(at).filter(notice="")

    def newest_first(self) -> EditionQuerySet:
        """The order of every public list; the composite indexes serve it."""
        return self.order_by("-displayed_date", "-id")

    def before(self, day: Any, pk: int) -> EditionQuerySet:
        """Continue a newest-first list after the row with this date and id."""
        return self.filter(
            Q(displayed_date__lt=day) | Q(id__lt=pk), displayed_date__lte=day
        )


class Correction(NamedTuple):
    """A public note, and the instant from which it was public."""

    at: datetime
    note: str


class Edition(models.Model):
    """From `live_from` on, this stands: a Revision, or a notice without one.

    `live_until` is the next row's `live_from`, written for the whole chain by
    `publishing` alone. `stated` is the Revision that a person put here; `revision`,
    which is shown, has the same words with the newest facts stated by then. A row
    without it is a notice, or was derived from another one, its `cause`, to carry
    changed facts into this language. With `suppressed_at` it is gone from public
    history. The columns below are copies for lists and filters, so that no public
    query joins Item.
    """

    class Notice(models.TextChoices):
        WITHDRAWN = "withdrawn", _("withdrawn")
        EXPIRED = "expired", _("expired")

    item = models.ForeignKey(
        "editorial.Item", on_delete=models.PROTECT, related_name="editions"
    )
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    live_from = models.DateTimeField(_("live from"))
    live_until = models.DateTimeField(_("live until"), null=True)
    revision = models.ForeignKey(
        "editorial.Revision", on_delete=models.PROTECT, null=True, related_name="+"
    )
    stated = models.ForeignKey(
        "editorial.Revision", on_delete=models.PROTECT, null=True, related_name="+"
    )
    notice = models.CharField(
        _("notice"), max_length=10, choices=Notice.choices, blank=True, default=""
    )
    note = models.TextField(
        _("public note"),
        blank=True,
        default="",
        help_text=_("Shown to readers: the correction, or the reason of withdrawal."),
    )
    cause = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="consequences"
    )
    suppressed_at = models.DateTimeField(_("suppressed on"), null=True)

    kind = models.CharField(max_length=20)
    type = models.CharField(max_length=40, blank=True, default="")
    kicker = models.CharField(max_length=150, blank=True, default="")
    headline = models.CharField(max_length=250, blank=True, default="")
    short_headline = models.CharField(max_length=150, blank=True, default="")
    summary = models.TextField(blank=True, default="")
    slug = models.CharField(max_length=120, blank=True, default="")
    displayed_date = models.DateField()
    date_precision = models.CharField(
        max_length=6, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    year = models.PositiveSmallIntegerField()
    first_published = models.DateTimeField()
    updated = models.DateTimeField(null=True)
    words = models.PositiveIntegerField(default=0)
    shape = models.JSONField(
        default=list, help_text=_("The number of points in each headed section.")
    )

    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(
        null=True, help_text=_("The first instant at which the event is over.")
    )
    status = models.CharField(max_length=10, blank=True, default="")
    strip_order = models.PositiveSmallIntegerField(
        null=True, help_text=_("The place in the news strip; none: not in it.")
    )
    strip_until = models.DateTimeField(null=True)

    cover = models.ForeignKey(
        "media.Image", on_delete=models.PROTECT, null=True, related_name="+"
    )

    noted = models.JSONField(
        default=list,
        help_text=_("The instant and the public note of each correction so far."),
    )
    corrected_at = models.DateTimeField(
        null=True, help_text=_("The instant of the latest correction.")
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["item_id", "language", "live_from"]
        indexes = [
            models.Index(
                F("language"),
                F("kind"),
                F("displayed_date").desc(),
                F("id").desc(),
                F("live_from"),
                F("live_until"),
                name="edition_kind_list",
            ),
            models.Index(
                F("language"),
                F("displayed_date").desc(),
                F("id").desc(),
                F("live_from"),
                F("live_until"),
                name="edition_list",
            ),
            models.Index(
                F("displayed_date").desc(),
                F("id").desc(),
                F("live_from"),
                F("live_until"),
                # A search goes through them without a look at the rows.
                include=["notice", "kind", "type", "year"],
                name="edition_newest",
            ),
            models.Index(
                fields=["language", "kind", "starts_at", "id"],
                condition=Q(starts_at__isnull=False),
                name="edition_calendar",
            ),
            models.Index(
                fields=["language", "strip_order"],
                condition=Q(strip_order__isnull=False),
                name="edition_strip",
            ),
            models.Index(
                fields=["language", "-corrected_at", "-item"],
                condition=Q(corrected_at__isnull=False),
                name="edition_corrected",
            ),
            models.Index(
                fields=["item", "language"],
                condition=~Q(notice=""),
                name="edition_notices",
            ),
            models.Index(fields=["live_from"], name="edition_begins"),
            models.Index(
                fields=["live_until"],
                condition=Q(live_until__isnull=False),
                name="edition_ends",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "language", "live_from"], name="edition_instant"
            ),
            models.UniqueConstraint(
                fields=["item", "language"],
                condition=Q(live_until__isnull=True),
                name="edition_one_open",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
                name="edition_period",
            ),
            models.CheckConstraint(
                condition=Q(revision__isnull=False, notice="")
                | Q(revision__isnull=True, notice__in=["withdrawn", "expired"]),
                name="edition_text_or_notice",
            ),
            models.CheckConstraint(
                condition=Q(stated__isnull=False, notice="", cause__isnull=True)
                | Q(stated__isnull=True, notice="", cause__isnull=False)
                | Q(stated__isnull=True, cause__isnull=True) & ~Q(notice=""),
                name="edition_stated_or_derived",
            ),
            models.CheckConstraint(
                condition=Q(language__in=dict(settings.LANGUAGES)),
                name="edition_language",
            ),
            models.CheckConstraint(
                condition=Q(notice="") | ~Q(note=""), name="edition_notice_says_why"
            ),
            models.CheckConstraint(
                condition=Q(suppressed_at__isnull=True)
                | ~Q(notice="")
                | Q(live_until__isnull=False, live_until__lte=F("suppressed_at")),
                name="edition_suppressed_has_ended",
            ),
            models.CheckConstraint(
                condition=Q(date_precision__in=DatePrecision.values),
                name="edition_date_precision",
            ),
            models.CheckConstraint(
                # NULL > 1 is unknown, and a check passes on unknown.
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(
                    starts_at__isnull=False,
                    ends_at__isnull=False,
                    ends_at__gt=F("starts_at"),
                ),
                name="edition_takes_time",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["", *EventStatus.values]),
                name="edition_status",
            ),
        ]
        permissions = [
            ("publish_unapproved", "Can publish what nobody has approved"),
            *(
                (f"{verb}_{code}", f"Can {verb} in {code}")
                for code, _label in settings.LANGUAGES
                for verb in ("publish", "schedule", "withdraw")
            ),
            ("suppress_edition", "Can suppress what was public"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.language} {self.live_from:%Y-%m-%d %H:%M}"

    @property
    def number(self) -> int:
        """The number in every public address of this item."""
        return self.item_id

    @property
    def title(self) -> str:
        """Kicker and headline in one line, as citations print them."""
        return f"{self.kicker}: {self.headline}" if self.kicker else self.headline

    @property
    def public_note(self) -> str:
        """What readers are told at its address; nothing once it was suppressed."""
        return "" if self.suppressed_at else self.note

    @property
    def corrections(self) -> list[Correction]:
        """What was corrected so far, oldest first; later editions keep it."""
        return [Correction(datetime.fromisoformat(at), note) for at, note in self.noted]

    def get_absolute_url(self) -> str:
        """The canonical path: language, kind, number, slug."""
        return reverse(
            f"{self.kind}:item",
            kwargs={
                "language": self.language,
                "number": self.item_id,
                "slug": self.slug or "-",
            },
        )
