from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AuditEvent(models.Model):
    """One thing that was done to what is public. Rows are added, never changed.

    `details` holds plain data of the verb (instants as ISO 8601). `actor` keeps the
    name when the account is deleted; it is "system" for commands.
    """

    class Verb(models.TextChoices):
        PUBLISH = "publish", pgettext_lazy("event", "published")
        SCHEDULE = "schedule", pgettext_lazy("event", "scheduled")
        CANCEL = "cancel", pgettext_lazy("event", "schedule cancelled")
        MOVE = "move", pgettext_lazy("event", "schedule moved")
        WITHDRAW = "withdraw", pgettext_lazy("event", "withdrawn")
        PUBLISH_FACTS = "publish_facts", pgettext_lazy("event", "facts published")

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    verb = models.CharField(_("what"), max_length=20, choices=Verb.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    actor = models.CharField(_("who"), max_length=150)
    item = models.ForeignKey(
        "editorial.Item",
        on_delete=models.SET_NULL,
        null=True,
        related_name="audit_events",
    )
    number = models.PositiveBigIntegerField(_("item number"))
    language = models.CharField(_("language"), max_length=10, blank=True)
    note = models.TextField(_("note"), blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        language = dict(settings.LANGUAGES).get(self.language, "")
        said = (f"#{self.number}", self.get_verb_display(), str(language))
        return " · ".join(filter(None, said))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("An audit event is written once and never changed.")
        super().save(*args, **kwargs)
