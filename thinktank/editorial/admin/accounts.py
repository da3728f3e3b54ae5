"""Accounts and groups: only administrators change them.

Django lets whoever may change accounts make an administrator of themselves, and
whoever may change groups give their own every permission.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group, User
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from thinktank.editorial import roles

from . import permits, sides
from .inwords import HouseWords, InWords
from .staff import person

PERMISSIONS = ("permissions", "user_permissions")


class ByAdministrators(HouseWords, admin.ModelAdmin):
    """Others see these records at most, and everybody reads permissions in words."""

    readonly_fields: ClassVar[Any] = ("shown_permissions",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return person(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).is_superuser

    def formfield_for_manytomany(
        self, db_field: Any, request: Any = None, **options: Any
    ) -> Any:
        field: Any
        if db_field.name == "groups":
            field = super().formfield_for_manytomany(db_field, request, **options)
            field.label_from_instance = role_name
            return field
        if db_field.name not in PERMISSIONS:
            return super().formfield_for_manytomany(db_field, request, **options)
        options["queryset"] = permits.granted()
        field = super().formfield_for_manytomany(db_field, request, **options)
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


class RoleFilter(admin.RelatedFieldListFilter):
    """By role or group, called as they are elsewhere."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: Any
    ) -> list[tuple[str, Any]]:
        found = super().field_choices(field, request, model_admin)
        return [(pk, called(str(name))) for pk, name in found]


@admin.register(User)
class AccountAdmin(ByAdministrators, UserAdmin):
    change_password_form = PasswordForm
    list_filter = ("is_staff", "is_superuser", "is_active", ("groups", RoleFilter))
    list_display = (
        *("username", "email", "first_name", "last_name"),
        InWords(User, "is_staff"),
    )


def called(name: str) -> str:
    """What a group is called: a role by its name, others as the house named them."""
    return str(roles.names().get(name, name))


def role_name(group: Group) -> str:
    return called(group.name)


@admin.register(Group)
class AccountGroupAdmin(ByAdministrators, GroupAdmin):
    """The groups of roles are looked at; the house may have others beside them."""

    fields = ("name", "permissions")
    readonly_fields: ClassVar[Any] = ("shown_permissions", "called", "purpose")
    list_display = ("called",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj and _is_role(obj):
            return ("called", "purpose", "permissions")
        return super().get_fields(request, obj)

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        group = self.get_object(request, object_id)
        named = {"subtitle": role_name(group)} if group else {}
        kwargs["extra_context"] = {**(kwargs.get("extra_context") or {}), **named}
        return super().change_view(request, object_id, *args, **kwargs)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Django would name each group by its code."""
        return {}

    @admin.display(description=gettext_lazy("what the role is for"))
    def purpose(self, group: Group) -> str:
        return next(str(r.purpose) for r in roles.table() if r.code == group.name)

    @admin.display(description=gettext_lazy("role or group"), ordering="name")
    def called(self, group: Group) -> str:
        return role_name(group)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (obj is None or not _is_role(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not _is_role(obj))


def _is_role(group: Group) -> bool:
    return group.name in roles.names()
