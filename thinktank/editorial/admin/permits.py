"""Django's permissions in the words of the interface.

Django stores their names in English when it migrates, and makes four for every table.
"""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import sides

RECORDS = {
    "view": pgettext_lazy("permission", "view"),
    "add": pgettext_lazy("permission", "add"),
    "change": pgettext_lazy("permission", "change"),
    "delete": pgettext_lazy("permission", "delete"),
}
VERBS = {
    "publish": pgettext_lazy("permission", "publish"),
    "schedule": pgettext_lazy("permission", "schedule"),
    "withdraw": pgettext_lazy("permission", "withdraw"),
}

PLAIN = {
    "suppress_edition": gettext_lazy("Withdrawn texts: suppress"),
    "trash_item": gettext_lazy("Items: move to the trash, restore"),
}
"""Permissions of no language and of no record, by their codenames."""


def granted() -> QuerySet[Permission]:
    """The permissions that open something: records of the admin, and our verbs."""
    shown = ContentType.objects.get_for_models(*admin.site._registry).values()
    verbs = [f"{verb}_{code}" for verb in VERBS for code in sides.codes()]
    own = [*verbs, *PLAIN]
    rows = Permission.objects.filter(Q(content_type__in=shown) | Q(codename__in=own))
    return rows.select_related("content_type")


def in_words(permission: Permission) -> str:
    """What a permission opens: "Publications: change", "English: publish"."""
    if permission.codename in PLAIN:
        return str(PLAIN[permission.codename])
    action, _line, language = permission.codename.partition("_")
    if action in VERBS and language in sides.codes():
        return f"{sides.name(language)}: {VERBS[action]}"
    model = permission.content_type.model_class()
    records = model._meta.verbose_name_plural if model else permission.content_type
    return f"{capfirst(str(records))}: {RECORDS.get(action, permission.name)}"
