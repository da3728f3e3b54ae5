"""What all pages of this room share: they are pages of the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.views.generic.base import ContextMixin


class DeskPage(ContextMixin):
    """A class-based view in the frame of the admin, under a title."""

    title: Any
    request: HttpRequest

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        frame = admin.site.each_context(self.request)
        inner = super().get_context_data(**named)
        return {**frame, "title": self.title, **inner}
