from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DraftLink(models.Model):
    """Lets somebody without an account read the draft of one language for a time.

    The row holds no secret: `sharing` signs its number, and the address is made of
    both. Rows stay when a link is over, for they tell who could read what.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("draft link", "works")
        EXPIRED = "expired", pgettext_lazy("draft link", "expired")
        REVOKED = "revoked", pgettext_lazy("draft link", "revoked")
        WITHDRAWN = "withdrawn", pgettext_lazy("draft link", "ended: text withdrawn")
        CLOSED = "closed", pgettext_lazy("draft link", "ended: account closed")

    item = models.ForeignKey(
        "editorial.Item", on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES
    )
    for_whom = models.CharField(
        _("for whom"),
        max_length=150,
        help_text=_("Who is to read the draft. Only the desk sees this."),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("works until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    opened = models.PositiveIntegerField(_("times opened"), default=0)
    last_opened_at = models.DateTimeField(_("last opened"), null=True)

    class Meta:
        verbose_name = _("draft link")
        verbose_name_plural = _("draft links")
        ordering = ["-pk"]
        default_permissions = ()
        permissions = [("share_item", "Can share drafts by a link")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(language__in=dict(settings.LANGUAGES)),
                name="draft_link_language",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="draft_link_takes_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.language}: {self.for_whom}"

    def state(self, withdrawn: datetime | None = None) -> State:
        """What has become of it, where its text stands withdrawn since an instant."""
        if self.revoked_at:
            return self.State.REVOKED
        if self.expires_at <= timezone.now():
            return self.State.EXPIRED
        if withdrawn and withdrawn >= self.made_at:
            return self.State.WITHDRAWN
        if self.made_by and not (self.made_by.is_active and self.made_by.is_staff):
            return self.State.CLOSED
        return self.State.OPEN
