"""Accounts and groups: only administrators change them.

Django lets whoever may change accounts make an administrator of themselves, and
whoever may change groups give their own every permission.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group, User
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from . import permits, sides
from .inwords import HouseWords, InWords
from .staff import person

PERMISSIONS = ("permissions", "user_permissions")


class ByAdministrators(HouseWords, admin.ModelAdmin):
    """Others see these records at most, and everybody reads permissions in words."""

    readonly_fields = ("shown_permissions",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return person(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).is_superuser

    def formfield_for_manytomany(
        self, db_field: Any, request: Any = None, **options: Any
    ) -> Any:
        if db_field.name not in PERMISSIONS:
            return super().formfield_for_manytomany(db_field, request, **options)
        options["queryset"] = permits.granted()
        field: Any = super().formfield_for_manytomany(db_field, request, **options)
        field.label_from_instance = permits.in_words
        return field

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj):
            return fieldsets
        return [(title, _shown(options)) for title, options in fieldsets]

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """The accounts alone: rows that join tables have no words for people."""
        _all, _counts, missing, protected = super().get_deleted_objects(objs, request)
        return [str(account) for account in objs], {}, missing, protected

    @admin.display(description=gettext_lazy("permissions"))
    def shown_permissions(self, account: Any) -> str:
        field = next(name for name in PERMISSIONS if hasattr(account, name))
        rows = getattr(account, field).select_related("content_type")
        return sides.listed(map(permits.in_words, rows))


def _shown(options: Any) -> dict[str, Any]:
    """A fieldset to look at: the words in place of the field."""
    fields = (
        "shown_permissions" if name in PERMISSIONS else name
        for name in options["fields"]
        if name != "shown_permissions"
    )
    return {**options, "fields": tuple(fields)}


class PasswordForm(AdminPasswordChangeForm):
    """Django words this once, when it starts, in whatever language it starts in."""

    usable_password_help_text: Any = gettext_lazy(
        "Without a password the present one is lost, and only other ways to sign in "
        "remain."
    )


admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(ByAdministrators, UserAdmin):
    change_password_form = PasswordForm
    list_display = (
        *("username", "email", "first_name", "last_name"),
        InWords(User, "is_staff"),
    )


@admin.register(Group)
class AccountGroupAdmin(ByAdministrators, GroupAdmin):
    fields = ("name", "permissions")
