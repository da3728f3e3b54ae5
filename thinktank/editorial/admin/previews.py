"""The public page beside the form: over what is saved, and over what is being typed."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from thinktank.editorial import kinds
from thinktank.editorial.models import Item

from . import sides
from .typed import typed

MOST = 20
"""Obstacles that are told; the pane names the first."""


def urls(item_admin: Any) -> list[URLPattern]:
    methods = require_http_methods(["GET", "HEAD", "POST"])
    doors = {
        "preview": (
            "<int:number>/preview/<str:language>/",
            methods(partial(of_item, item_admin)),
        ),
        "preview_new": (
            "preview/<str:language>/",
            require_POST(partial(of_new, item_admin)),
        ),
    }
    return [
        path(
            route, item_admin.admin_site.admin_view(view), name=_name(item_admin, name)
        )
        for name, (route, view) in doors.items()
    ]


def settings(
    item_admin: Any, request: HttpRequest, item: Item | None
) -> dict[str, Any]:
    """For the pane: where the page in each language is, and whether a form makes it."""
    name = f"admin:{_name(item_admin, 'preview' if item else 'preview_new')}"
    number = [item.pk] if item else []
    urls = {code: reverse(name, args=[*number, code]) for code in sides.codes()}
    live = item is None or item_admin.has_change_permission(request, item)
    return {"urls": urls, "live": live}


def of_item(
    item_admin: Any, request: HttpRequest, number: int, language: str
) -> HttpResponse:
    """GET shows what is saved to who may look; POST shows a form to who may send it."""
    item = item_admin.get_object(request, str(number))
    if item is None:
        raise Http404
    if request.method == "POST":
        if not item_admin.has_change_permission(request, item):
            raise PermissionDenied
        return _typed(item_admin, request, item, language)
    if not item_admin.has_view_or_change_permission(request, item):
        raise PermissionDenied
    return _page(item, language)


def of_new(item_admin: Any, request: HttpRequest, language: str) -> HttpResponse:
    """Of what was never saved."""
    if not item_admin.has_add_permission(request):
        raise PermissionDenied
    return _typed(item_admin, request, None, language)


def _typed(
    item_admin: Any, request: HttpRequest, item: Item | None, language: str
) -> HttpResponse:
    """The page; or as JSON what stands in the way of saving, where something does."""
    found, obstacles = typed(item_admin, request, item)
    if obstacles:
        return JsonResponse({"obstacles": [asdict(each) for each in obstacles[:MOST]]})
    return _page(found, language)


def _page(item: Item, language: str) -> HttpResponse:
    if language not in sides.codes():
        raise Http404
    return kinds.get(item.kind).preview(item, language)


def _name(item_admin: Any, page: str) -> str:
    return f"{item_admin.opts.app_label}_{item_admin.opts.model_name}_{page}"
