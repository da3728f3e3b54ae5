"""Accounts and groups: only administrators change them.

Django lets whoever may change accounts make an administrator of themselves, and
whoever may change groups give their own every permission.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from .staff import person


class ByAdministrators:
    """Others see these records at most."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return person(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).is_superuser


admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(ByAdministrators, UserAdmin):
    pass


@admin.register(Group)
class AccountGroupAdmin(ByAdministrators, GroupAdmin):
    pass
