"""Who is at the desk."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest


def person(request: HttpRequest) -> AbstractUser:
    """Who sent a request; the admin lets only members of staff get this far."""
    user = request.user
    assert isinstance(user, AbstractUser)
    return user
