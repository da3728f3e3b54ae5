"""What the writing surface asks of the server while somebody writes.

Every door answers in JSON and asks for the permission to write an item of its kind; a
door that names an item asks for that item. None changes an item: only the form does.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from thinktank.document.readers import surface
from thinktank.editorial import keeping
from thinktank.editorial.admin import sides
from thinktank.editorial.admin.staff import person
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import Refused

from . import choosing, comparing, examining, manuscripts

Door = Callable[[Any, HttpRequest], dict[str, Any]]


class BadRequest(Exception):
    """Something that no surface of ours sends."""


def sent(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that a request carries. Raises BadRequest."""
    data = surface.loads(request.body.decode(errors="replace"))
    if not isinstance(data, dict):
        raise BadRequest
    return data


def language_of(data: dict[str, Any]) -> str:
    language = data.get("language")
    if language not in sides.codes():
        raise BadRequest
    return str(language)


def place_of(item_admin: Any, request: HttpRequest, number: Any, draft: Any) -> Any:
    """What is being written, when the person may write it."""
    kind = item_admin.model.KIND
    if number in (None, ""):
        if not item_admin.has_add_permission(request):
            raise PermissionDenied
        return keeping.Place(kind, draft=str(draft or ""))
    item = item_of(item_admin, request, number)
    return keeping.Place(kind, item)


def item_of(item_admin: Any, request: HttpRequest, number: Any) -> Item:
    item: Item | None = item_admin.get_object(request, str(number))
    if item is None:
        raise Http404
    if not item_admin.has_change_permission(request, item):
        raise PermissionDenied
    return item


# The doors


def read(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    """A manuscript that was pasted, as the surface shows it."""
    data = sent(request)
    return manuscripts.read(data, language_of(data))


def check(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    data = sent(request)
    return examining.examine(data.get("document"), language_of(data))


def keep(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    data = sent(request)
    place = place_of(item_admin, request, data.get("item"), data.get("draft"))
    texts = keeping.plain_texts(item_admin.model, data.get("texts"))
    document = json.dumps(data.get("document"))
    row = keeping.keep(place, language_of(data), texts, document, by=person(request))
    return {"saved": comparing.moment_of(row)}


def kept(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    """What the person kept here and what it would change."""
    place = place_of(item_admin, request, request.GET.get("item"), "")
    rows = keeping.kept(place, by=person(request))
    described = (comparing.described(item_admin, row, place.item) for row in rows)
    return {"kept": [each for each in described if each]}


def discard(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    data = sent(request)
    place = place_of(item_admin, request, data.get("item"), data.get("draft"))
    keeping.forget(place, [language_of(data)], by=person(request))
    return {}


def compare(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    """How the texts of a page differ from those that are stored."""
    data = sent(request)
    place = place_of(item_admin, request, data.get("item"), data.get("draft"))
    texts = keeping.plain_texts(item_admin.model, data.get("texts"))
    differences = comparing.differences_of(
        item_admin.model, place.item, language_of(data), texts, data.get("document")
    )
    return {"differences": differences}


def items(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    return {"results": choosing.items(request)}


def images(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    return {"results": choosing.images(request)}


def upload(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    return choosing.upload(request)


DOORS: dict[str, tuple[Callable[..., Any], Door]] = {
    "read": (require_POST, read),
    "check": (require_POST, check),
    "keep": (require_POST, keep),
    "kept": (require_GET, kept),
    "discard": (require_POST, discard),
    "compare": (require_POST, compare),
    "items": (require_GET, items),
    "images": (require_GET, images),
    "upload": (require_POST, upload),
}


def urls(item_admin: Any) -> list[URLPattern]:
    """The addresses of the doors, below those of the kind."""
    doors = [
        path(
            f"surface/{name}/",
            never_cache(method(partial(_answer, item_admin, door))),
            name=_name(item_admin, name),
        )
        for name, (method, door) in DOORS.items()
    ]
    session = path(
        "surface/session/",
        never_cache(require_GET(partial(_session, item_admin))),
        name=_name(item_admin, "session"),
    )
    return [*doors, session]


def addresses(item_admin: Any) -> dict[str, str]:
    names = (*DOORS, "session")
    return {name: reverse(f"admin:{_name(item_admin, name)}") for name in names}


def _name(item_admin: Any, door: str) -> str:
    opts = item_admin.opts
    return f"{opts.app_label}_{opts.model_name}_surface_{door}"


def _answer(item_admin: Any, door: Door, request: HttpRequest) -> HttpResponse:
    """No redirect to the login page: the surface must be told, and keeps its text."""
    if not item_admin.admin_site.has_permission(request):
        return _refusal(401, _("You are logged out. Log in again to go on."))
    if not _may_write(item_admin, request):
        return _refusal(403, _("You may not write here."))
    try:
        return JsonResponse(door(item_admin, request))
    except Refused as refused:
        return _refusal(409, str(refused))
    except PermissionDenied:
        return _refusal(403, _("You may not write here."))
    except RequestDataTooBig:
        return _refusal(413, _("This is too much to send at once. Divide the text."))
    except Http404:
        return _refusal(404, _("This was deleted meanwhile."))
    except BadRequest:
        return _refusal(400, _("This page is too old. Open it again."))


def _may_write(item_admin: Any, request: HttpRequest) -> bool:
    may_add: bool = item_admin.has_add_permission(request)
    return may_add or bool(item_admin.has_change_permission(request))


def _refusal(status: int, message: str) -> JsonResponse:
    return JsonResponse({"message": message}, status=status)


def _session(item_admin: Any, request: HttpRequest) -> HttpResponse:
    """A fresh token for the forms of a page whose person logged in anew."""
    if not item_admin.admin_site.has_permission(request):
        return _refusal(401, _("You are logged out. Log in again to go on."))
    return JsonResponse({"csrf": get_token(request), "person": person(request).pk})
