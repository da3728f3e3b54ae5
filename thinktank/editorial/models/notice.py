from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """Somebody is to be told of an event, in their next digest."""

    event = models.ForeignKey(
        "editorial.AuditEvent", on_delete=models.PROTECT, related_name="notices"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="notice_once")
        ]
        indexes = [
            models.Index(
                fields=["person"],
                condition=models.Q(sent_at__isnull=True),
                name="notice_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.event}"


class MailChoice(models.Model):
    """How somebody is written to: in which language, and whether at all.

    Without a row it is the first language, and a digest.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choice"
    )
    language = models.CharField(
        _("language of e-mail"), max_length=10, choices=settings.LANGUAGES
    )
    wanted = models.BooleanField(_("send me a digest"), default=True)

    class Meta:
        verbose_name = _("e-mail choice")
        verbose_name_plural = _("e-mail choices")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(language__in=dict(settings.LANGUAGES)),
                name="mail_language",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.language}"
