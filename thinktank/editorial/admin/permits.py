"""Django's permissions in the words of the interface.

Django stores their names in English when it migrates, and makes four for every table.
"""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

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
    "approve": pgettext_lazy("permission", "approve"),
}
GENERAL = {
    "publish_unapproved": pgettext_lazy("permission", "publish without approval"),
    "assign_track": pgettext_lazy("permission", "say who works on a text"),
    "edit_others": pgettext_lazy("permission", "edit what others have begun"),
    "share_item": pgettext_lazy("permission", "share drafts by a link"),
    "export_auditevent": pgettext_lazy("permission", "export the audit log"),
    "suppress_edition": pgettext_lazy("permission", "suppress what was public"),
    "trash_item": pgettext_lazy("permission", "move items to the trash"),
}
"""What belongs to the desk as a whole, by codename."""


def granted() -> QuerySet[Permission]:
    """The permissions that open something: records of the admin, and our verbs."""
    shown = ContentType.objects.get_for_models(*admin.site._registry).values()
    own = [f"{verb}_{code}" for verb in VERBS for code in sides.codes()]
    own += GENERAL
    rows = Permission.objects.filter(Q(content_type__in=shown) | Q(codename__in=own))
    return rows.select_related("content_type")


def in_words(permission: Permission) -> str:
    """What a permission opens: "Publications: change", "English: publish"."""
    action, _line, language = permission.codename.partition("_")
    if action in VERBS and language in sides.codes():
        return f"{sides.name(language)}: {VERBS[action]}"
    if permission.codename in GENERAL:
        return str(capfirst(str(GENERAL[permission.codename])))
    model = permission.content_type.model_class()
    records = model._meta.verbose_name_plural if model else permission.content_type
    return f"{capfirst(str(records))}: {RECORDS.get(action, permission.name)}"
