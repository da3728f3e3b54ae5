"""Who may open which address of the admin."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

ROLES = (
    "anonymous",
    "outsider",
    "nobody",
    "viewer",
    "editor",
    "publisher_ar",
    "publisher_en",
    "admin",
)
"""`outsider` is no staff, `nobody` is staff without any permission."""

NOBODY = ()
SUPERUSER = ("admin",)
PUBLISHERS_OF_ARABIC = ("publisher_ar", "admin")
PUBLISHERS_OF_ENGLISH = ("publisher_en", "admin")
PUBLISHERS = ("publisher_ar", "publisher_en", "admin")
EDITORS = ("editor", "publisher_ar", "publisher_en", "admin")
VIEWERS = ("viewer", *EDITORS)
STAFF = ("nobody", *VIEWERS)

ALLOWED = {
    "index": STAFF,
    "publications": VIEWERS,
    "publication": VIEWERS,
    "add publication": EDITORS,
    "delete publication": SUPERUSER,
    "history": VIEWERS,
    "versions": VIEWERS,
    "revision": VIEWERS,
    "preview ar": VIEWERS,
    "preview en": VIEWERS,
    "publish ar": PUBLISHERS_OF_ARABIC,
    "publish en": PUBLISHERS_OF_ENGLISH,
    "schedule ar": PUBLISHERS_OF_ARABIC,
    "schedule en": PUBLISHERS_OF_ENGLISH,
    "withdraw ar": PUBLISHERS_OF_ARABIC,
    "withdraw en": PUBLISHERS_OF_ENGLISH,
    "cancel en": PUBLISHERS_OF_ENGLISH,
    "move en": PUBLISHERS_OF_ENGLISH,
    "publish facts": SUPERUSER,
    "item": VIEWERS,
    "search for items": VIEWERS,
    "language check": VIEWERS,
    "what goes out when": VIEWERS,
    **dict.fromkeys(("bundles", "bundle", "add bundle"), PUBLISHERS),
    "delete bundle": PUBLISHERS,
    "release bundle": PUBLISHERS_OF_ENGLISH,
    "schedule bundle": PUBLISHERS_OF_ENGLISH,
    "move bundle": PUBLISHERS_OF_ENGLISH,
    "cancel bundle": PUBLISHERS_OF_ENGLISH,
    "search for texts of a bundle": VIEWERS,
    "import a manuscript": EDITORS,
    "review of a manuscript": ("editor",),
    "picture of a manuscript": ("editor",),
    "manuscript of an item": VIEWERS,
    "events": EDITORS,
    "event": EDITORS,
    "add event": EDITORS,
    "delete event": SUPERUSER,
    "preview event": EDITORS,
    "publish event ar": PUBLISHERS_OF_ARABIC,
    "publish facts of event": SUPERUSER,
    "copy event": NOBODY,
    "news": EDITORS,
    "news item": EDITORS,
    "add news item": EDITORS,
    "delete news item": SUPERUSER,
    "history of news item": EDITORS,
    "versions of news item": EDITORS,
    "preview news item": EDITORS,
    "publish news item ar": PUBLISHERS_OF_ARABIC,
    "duplicate news item": NOBODY,
    "centre pages": EDITORS,
    "centre page": EDITORS,
    "add centre page": EDITORS,
    "delete centre page": SUPERUSER,
    "preview centre page": EDITORS,
    "publish centre page en": PUBLISHERS_OF_ENGLISH,
    **{f"search for {name}": EDITORS for name in ("people", "topics", "events")},
    **{f"search for {name}": EDITORS for name in ("pictures", "portraits", "files")},
    "search for issues": VIEWERS,
    "search for what a menu leads to": VIEWERS,
    **{f"search for {name}": SUPERUSER for name in ("series", "regions")},
    "search for users": SUPERUSER,
    **dict.fromkeys(("regions", "region", "add region"), SUPERUSER),
    **dict.fromkeys(("all series", "series", "add series"), SUPERUSER),
    **dict.fromkeys(("programmes", "programme", "add programme"), SUPERUSER),
    **dict.fromkeys(("menus", "menu entry", "add menu entry"), SUPERUSER),
    **dict.fromkeys(("slots", "slot", "add slot"), SUPERUSER),
    **dict.fromkeys(("announcements", "announcement"), SUPERUSER),
    **dict.fromkeys(("delete slot", "delete announcement"), SUPERUSER),
    "types": SUPERUSER,
    "type": SUPERUSER,
    "user": SUPERUSER,
    "password of a user": SUPERUSER,
    "add group": SUPERUSER,
    "people": EDITORS,
    "person": EDITORS,
    "delete person": SUPERUSER,
    "merge people": SUPERUSER,
    "compare people": SUPERUSER,
    "topics": EDITORS,
    "topic": EDITORS,
    "merge topics": SUPERUSER,
    "merge regions": SUPERUSER,
    "house": SUPERUSER,
    "house settings": SUPERUSER,
    "add house": NOBODY,
    "delete house": NOBODY,
    "pictures": EDITORS,
    "picture": EDITORS,
    "add picture": EDITORS,
    "delete picture": SUPERUSER,
    "files": EDITORS,
    "file": EDITORS,
    "download": EDITORS,
    "add file": EDITORS,
    "delete file": SUPERUSER,
    "sections": SUPERUSER,
    "section": SUPERUSER,
    "add section": NOBODY,
    "delete section": NOBODY,
    "audit events": SUPERUSER,
    "audit event": SUPERUSER,
    "add audit event": NOBODY,
    "delete audit event": NOBODY,
    "users": SUPERUSER,
    "groups": SUPERUSER,
}
"""Who may open each address. Sending a form needs what opening it needs."""


def admin(name, *arguments):
    return reverse(f"admin:{name}", args=arguments)


def searching(app, model, field):
    asked = {"app_label": app, "model_name": model, "field_name": field}
    return f"{admin('autocomplete')}?{urlencode(asked)}"
