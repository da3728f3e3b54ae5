"""Who is at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _

from thinktank.editorial.models import AuditEvent
from thinktank.editorial.permissions import SYSTEM


def person(request: HttpRequest) -> User:
    """Who sent a request; the admin lets only members of staff get this far."""
    user = request.user
    assert isinstance(user, User)
    return user


def called(user: User | None) -> str:
    """The name people know somebody by; nobody means a command."""
    if user is None:
        return _("system")
    return user.get_full_name() or user.get_username()


def actor_of(event: AuditEvent) -> str:
    """Who did what an event tells: also those whose account is gone."""
    if event.by or event.actor == str(SYSTEM):
        return called(event.by)
    return event.actor
