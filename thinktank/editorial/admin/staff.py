"""Who is at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest


def person(request: HttpRequest) -> User:
    """Who sent a request; the admin lets only members of staff get this far."""
    user = request.user
    assert isinstance(user, User)
    return user
