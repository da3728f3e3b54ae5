"""The forms of new items, by the names that browsers give them.

A browser keeps a copy of what was typed under such a name, and no page of the item
tells it that the form was saved: the next page with a surface does.
"""

from __future__ import annotations

from django.http import HttpRequest

from thinktank.editorial.keeping import DRAFT

MOST = 10
_SAVED = "saved_drafts"


def named(request: HttpRequest) -> str:
    """The name that a form sent along, or ""."""
    sent = request.POST.get("draft", "")
    return sent if DRAFT.fullmatch(sent) else ""


def remember(request: HttpRequest) -> None:
    """The form that was sent has become an item."""
    if name := named(request):
        request.session[_SAVED] = [*saved(request), name][-MOST:]


def saved(request: HttpRequest) -> list[str]:
    """The last forms of this session that became items."""
    names: list[str] = request.session.get(_SAVED, [])
    return names
