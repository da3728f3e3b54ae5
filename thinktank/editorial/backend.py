"""Who may do what, asked once a request."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission

_CACHE = "_perm_cache"
"""Where Django's own backend looks first."""


class DeskBackend(ModelBackend):
    """Finds the permissions of a person and of their groups by one statement; Django
    takes two. Like Django it keeps them with the user object, for one request."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        is_plain = user_obj.is_active and not user_obj.is_anonymous and obj is None
        if is_plain and not user_obj.is_superuser and not hasattr(user_obj, _CACHE):
            setattr(user_obj, _CACHE, _granted(user_obj))
        return super().get_all_permissions(user_obj, obj)


def _granted(user: Any) -> set[str]:
    columns = ("content_type__app_label", "codename")
    of_groups = Permission.objects.filter(group__user=user).order_by()
    own = user.user_permissions.order_by()
    rows = own.values_list(*columns).union(of_groups.values_list(*columns))
    return {f"{app}.{codename}" for app, codename in rows}
