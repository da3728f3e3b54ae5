"""Release bundles: texts of several items that go out at one instant, all or none."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .edition import Edition
from .item import Item


class BundleState(models.TextChoices):
    """Where a bundle stands; it follows from the editions of its texts."""

    OPEN = "open", pgettext_lazy("state of a bundle", "being prepared")
    SCHEDULED = "scheduled", pgettext_lazy("state of a bundle", "scheduled")
    RELEASED = "released", pgettext_lazy("state of a bundle", "released")


class BundleQuerySet(models.QuerySet["Bundle"]):
    def with_instant(self) -> BundleQuerySet:
        """With `at`, when the texts go or went out, and `count`, how many they are."""
        return self.annotate(
            at=Min("texts__edition__live_from"), count=Count("texts", distinct=True)
        )


class Bundle(models.Model):
    """Texts that go out together: the articles of an issue, the titles of a fair.

    `state` needs `with_instant`.
    """

    name = models.CharField(
        _("name"),
        max_length=150,
        help_text=_("Only members of staff read it: “Beirut book fair 2026”."),
    )
    note = models.TextField(
        _("note"),
        max_length=1000,
        blank=True,
        default="",
        help_text=_("What is still to be done, who is asked … Staff alone read it."),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made on"), default=timezone.now, editable=False)

    objects = BundleQuerySet.as_manager()

    at: datetime | None
    count: int

    class Meta:
        verbose_name = _("release bundle")
        verbose_name_plural = _("release bundles")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""), name="bundle_has_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> BundleState:
        if self.at is None:
            return BundleState.OPEN
        ahead = self.at > timezone.now()
        return BundleState.SCHEDULED if ahead else BundleState.RELEASED


class BundleTextQuerySet(models.QuerySet["BundleText"]):
    def unreleased(self) -> BundleTextQuerySet:
        """Those that wait, or are scheduled; a text is in one bundle of these."""
        ahead = models.Q(edition__live_from__gt=timezone.now())
        return self.filter(models.Q(edition__isnull=True) | ahead)


class BundleText(models.Model):
    """One language of an item in a bundle.

    `edition` is what the bundle has put into the chain of that language, none while
    it waits; `publishing` alone writes it.
    """

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="texts")
    item = models.ForeignKey(
        Item,
        on_delete=models.PROTECT,
        related_name="bundled",
        verbose_name=_("item"),
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES
    )
    order = models.PositiveIntegerField(default=0)
    # Looking for these rows would cost every verb a query; `publishing` empties them
    # where it takes back what was scheduled.
    edition = models.OneToOneField(
        Edition, on_delete=models.DO_NOTHING, null=True, related_name="bundled"
    )

    objects = BundleTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a bundle")
        verbose_name_plural = _("texts of a bundle")
        ordering = ["order", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["bundle", "item", "language"], name="bundle_text_once"
            ),
            models.UniqueConstraint(
                fields=["item", "language"],
                condition=models.Q(edition__isnull=True),
                name="bundle_text_waits_once",
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=dict(settings.LANGUAGES)),
                name="bundle_text_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bundle_id}: {self.item_id} {self.language}"


def bundle_of(edition: Edition) -> Bundle | None:
    """The bundle by which an edition goes out. Costs no query where `bundled__bundle`
    was read along."""
    text = getattr(edition, "bundled", None)
    return text.bundle if text else None
