"""The admin's own doors, led through this room: it has no other login."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from thinktank.editorial.site import DeskSite


class GuardedSite(DeskSite):
    """The pages of this room need models, which come after the site."""

    def login(self, request: HttpRequest, extra_context: Any = None) -> Any:
        from .views import entrance

        return entrance.login(request)

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        from . import log

        if request.method == "POST" and request.user.is_authenticated:
            log.logout(request)
        return super().logout(request, extra_context)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        from .views import own

        return own.new_password(request)
