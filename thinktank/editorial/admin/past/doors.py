"""The addresses of an item's past, and who may open them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from . import pages
from .compare import compare
from .restore import restore

Page = Callable[..., HttpResponse]

_LOOKED_AT: dict[str, tuple[str, Page]] = {
    "versions": ("<int:number>/versions/", pages.history),
    "compare": ("<int:number>/versions/compare/", compare),
    "revision": ("<int:number>/versions/<int:revision>/", pages.revision),
}
_SENT: dict[str, tuple[str, Page]] = {
    "name": ("<int:number>/versions/<int:revision>/name/", pages.name),
    "restore": ("<int:number>/versions/restore/", restore),
}
"""What only takes forms, from those who may change the item."""


def urls(item_admin: Any) -> list[URLPattern]:
    guard, name = item_admin.admin_site.admin_view, item_admin._name
    looked_at = [
        path(route, guard(_view(item_admin, page)), name=name(key))
        for key, (route, page) in _LOOKED_AT.items()
    ]
    sent = [
        path(route, guard(require_POST(_act(item_admin, page))), name=name(key))
        for key, (route, page) in _SENT.items()
    ]
    return [*looked_at, *sent]


def _view(item_admin: Any, page: Page) -> Page:
    def view(request: HttpRequest, number: int, **arguments: int) -> HttpResponse:
        item = item_admin._viewable(request, number)
        return page(item_admin, request, item, **arguments)

    return view


def _act(item_admin: Any, page: Page) -> Page:
    def act(request: HttpRequest, number: int, **arguments: int) -> HttpResponse:
        item = item_admin._viewable(request, number)
        if not item_admin.has_change_permission(request, item):
            raise PermissionDenied
        return page(item_admin, request, item, **arguments)

    return act
