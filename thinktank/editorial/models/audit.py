from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AuditQuerySet(models.QuerySet["AuditEvent"]):
    """Rows are added and read; nothing in the application changes or removes one."""

    def with_said(self, note: models.Case) -> AuditQuerySet:
        return self.annotate(said=note)

    def update(self, **kwargs: Any) -> int:
        raise TypeError("Audit events are never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("Audit events are never deleted.")


class AuditEvent(models.Model):
    """One thing that somebody did. Rows are added, never changed.

    `number` is that of the item it was done to, empty for accounts and settings.
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
        SUPPRESS = "suppress", pgettext_lazy("event", "earlier editions suppressed")
        UNSUPPRESS = "unsuppress", pgettext_lazy("event", "suppression lifted")
        SUBMIT = "submit", pgettext_lazy("event", "submitted for review")
        APPROVE = "approve", pgettext_lazy("event", "approved")
        RETURN = "return", pgettext_lazy("event", "returned to the writer")
        ASSIGN = "assign", pgettext_lazy("event", "assigned")
        NAME = "name", pgettext_lazy("event", "revision named")
        RESTORE = "restore", pgettext_lazy("event", "older text restored")
        TRASH = "trash", pgettext_lazy("event", "put in the trash")
        UNTRASH = "untrash", pgettext_lazy("event", "taken out of the trash")
        DELETE = "delete", pgettext_lazy("event", "deleted for good")
        SHARE = "share", pgettext_lazy("event", "draft link made")
        UNSHARE = "unshare", pgettext_lazy("event", "draft link revoked")
        BUNDLE = "bundle", pgettext_lazy("event", "release bundle changed")
        EXPORT = "export", pgettext_lazy("event", "exported")
        SETTINGS = "settings", pgettext_lazy("event", "settings changed")
        PERMISSIONS = "permissions", pgettext_lazy("event", "permissions changed")
        LOGIN = "login", pgettext_lazy("event", "signed in")
        LOGOUT = "logout", pgettext_lazy("event", "signed out")
        LOCK = "lock", pgettext_lazy("event", "locked out")
        UNLOCK = "unlock", pgettext_lazy("event", "lock-out lifted")
        PASSWORD = "password", pgettext_lazy("event", "password changed")
        FACTOR = "factor", pgettext_lazy("event", "second factor changed")
        END_SESSION = "end_session", pgettext_lazy("event", "session ended")

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
    number = models.PositiveBigIntegerField(_("item number"), null=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    note = models.TextField(_("note"), blank=True)
    details = models.JSONField(default=dict)

    objects = AuditQuerySet.as_manager()

    said: str
    """The note as somebody may read it; `suppression.events_told_to` asks for it."""

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["-pk"]
        default_permissions = ("view",)
        permissions = [("export_auditevent", "Can export the audit log")]

    def __str__(self) -> str:
        language = dict(settings.LANGUAGES).get(self.language, "")
        number = f"#{self.number}" if self.number else ""
        said = (number, self.get_verb_display(), str(language))
        return " · ".join(filter(None, said))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("An audit event is written once and never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("An audit event is never deleted.")
