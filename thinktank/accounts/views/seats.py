"""Where I am signed in, and ending it elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from thinktank.accounts import sessions


def seats(request: HttpRequest) -> HttpResponse:
    """The list; POST with `end`, the number of one or "others", ends them."""
    user: Any = request.user
    listed = sessions.seats(user, request.session.session_key)
    if request.method == "POST":
        chosen = request.POST.get("end", "")
        others = [seat for seat in listed if not seat.is_here]
        wanted = [seat for seat in others if chosen in ("others", str(seat.pk))]
        if sessions.end(user, wanted, by=user):
            messages.success(request, _("Signed out there."))
        return redirect("account_sessions")
    context = {
        **admin.site.each_context(request),
        "title": _("Where I am signed in"),
        "seats": listed,
    }
    return TemplateResponse(request, "accounts/sessions.html", context)
