"""What the page of an item carries for the writing surface: modules, words, doors."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from thinktank import house
from thinktank.document.panels import NAMES, panel_name
from thinktank.editorial.admin import previews, sides
from thinktank.editorial.admin.staff import person
from thinktank.editorial.models import Item
from thinktank.language.scripts import direction

from . import doors, drafts
from .widget import script_json
from .words import WORDS

FOLDER = settings.BASE_DIR / "static" / "editor"
LIBRARY = "django_prose_editor/editor.js"


@cache
def import_map() -> SafeString:
    """The names by which modules import each other, as JSON for one script element.

    Names are those of the files, so that the addresses may carry hashes.
    """
    names = {"django-prose-editor/editor": static(LIBRARY)}
    for path in sorted(FOLDER.rglob("*.js")):
        name = path.relative_to(FOLDER).with_suffix("").as_posix()
        names[f"editor/{name}"] = static(f"editor/{name}.js")
    return mark_safe(json.dumps({"imports": names}))


def import_map_hash() -> str:
    """The source expression that lets a policy accept the map (CSP 3, hash-source)."""
    digest = hashlib.sha256(import_map().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def allow_import_map(view: Any) -> Any:
    """Let the policy of a page accept its import map, and no other inline script."""
    return csp_update({"script-src": [import_map_hash()]})(view)


def context(item_admin: Any, request: HttpRequest, item: Item | None) -> dict[str, Any]:
    """What the template of the form needs to start the surfaces."""
    return {
        "import_map": import_map(),
        "surface_config": script_json(_config(item_admin, request, item)),
    }


def _config(item_admin: Any, request: HttpRequest, item: Item | None) -> dict[str, Any]:
    return {
        **_worded(sides.interface()),
        "digits": {code: _digits(code) for code in sides.codes()},
        "item": item.pk if item else None,
        "person": person(request).pk,
        "draft": drafts.named(request),
        "saved": drafts.saved(request),
        "urls": doors.addresses(item_admin),
        "preview": previews.settings(item_admin, request, item),
    }


@cache
def _worded(interface: str) -> dict[str, Any]:
    """What differs by the language of the interface alone."""
    return {
        "language": interface,
        "languages": {
            code: {
                "dir": direction(code),
                "name": sides.name(code),
                "ownName": sides.own_name(code),
                "panels": {kind: panel_name(kind, code) for kind in NAMES},
            }
            for code in sides.codes()
        },
        "words": {key: str(words) for key, words in WORDS.items()},
    }


def _digits(language: str) -> str:
    is_arabic = direction(language) == "rtl" and house.current().style.digits == "arab"
    return "arabic" if is_arabic else "latin"
