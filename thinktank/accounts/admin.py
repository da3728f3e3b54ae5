"""Accounts and groups with what this room knows of them, and a record of each change.

Third-party records that nobody edits by hand are taken off the desk.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from thinktank.editorial import sharing
from thinktank.editorial.admin.accounts import AccountAdmin, AccountGroupAdmin
from thinktank.editorial.admin.staff import person
from thinktank.editorial.recently import ask_first

from . import factors, lockout, log, sessions

for app in ("allauth.account", "allauth.mfa", "allauth.usersessions"):
    import_module(f"{app}.admin")  # or it would register them after this
for model in (EmailAddress, EmailConfirmation, Authenticator, UserSession, User, Group):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


def rights(account: Any) -> set[str]:
    """What an account or a group opens, as the log names it."""
    if account is None:
        return set()
    flags = ("is_active", "is_staff", "is_superuser")
    held = {flag for flag in flags if getattr(account, flag, False)}
    own = "user_permissions" if isinstance(account, User) else "permissions"
    rows: Any = getattr(account, own)
    held |= {_code(row) for row in rows.select_related("content_type")}
    if isinstance(account, User):
        held |= {f"group {group.name}" for group in account.groups.all()}
    return held


def _code(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


class Guarded(admin.ModelAdmin):
    """Asks again who is there, and writes down who gained or lost what."""

    def changeform_view(
        self, request: HttpRequest, *args: Any, **named: Any
    ) -> HttpResponse:
        return self._asked(request) or super().changeform_view(request, *args, **named)

    def delete_view(
        self, request: HttpRequest, *args: Any, **named: Any
    ) -> HttpResponse:
        return self._asked(request) or super().delete_view(request, *args, **named)

    def changelist_view(
        self, request: HttpRequest, *args: Any, **named: Any
    ) -> HttpResponse:
        held = self._asked(request) if request.method == "POST" else None
        return held or super().changelist_view(request, *args, **named)

    def _asked(self, request: HttpRequest) -> HttpResponse | None:
        """Whoever may only look is asked nothing."""
        return ask_first(request) if self.has_change_permission(request) else None

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        form.before = rights(type(obj).objects.filter(pk=obj.pk).first())
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: Any
    ) -> None:
        super().save_related(request, form, formsets, change)
        after = rights(type(form.instance).objects.get(pk=form.instance.pk))
        log.rights(str(form.instance), form.before, after, by=request.user)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        log.rights(str(obj), rights(obj), (), by=request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        with transaction.atomic():
            for account in queryset:
                log.rights(str(account), rights(account), (), by=request.user)
            super().delete_queryset(request, queryset)


@admin.register(Group)
class GuardedGroupAdmin(Guarded, AccountGroupAdmin):
    pass


@admin.register(User)
class GuardedAccountAdmin(Guarded, AccountAdmin):
    change_form_template = "accounts/account.html"

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        sharing.revoke_all_of(obj, by=person(request))
        super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        for account in queryset:
            sharing.revoke_all_of(account, by=person(request))
        super().delete_queryset(request, queryset)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.signing_in)
        page = path("<int:pk>/signing-in/", view, name="auth_user_signing_in")
        return [page, *super().get_urls()]

    def user_change_password(
        self, request: HttpRequest, id: str, form_url: str = ""
    ) -> HttpResponse:
        held = self._asked(request)
        if held:
            return held
        with transaction.atomic():
            before, key = self._password(request, id), request.session.session_key
            response = super().user_change_password(request, id, form_url)
            account = self.get_object(request, id)
            if account and account.password != before:
                log.password(account, by=request.user)
                sessions.follow(request, key)
        return response

    def _password(self, request: HttpRequest, number: str) -> str:
        account = self.get_object(request, number)
        return account.password if account else ""

    def signing_in(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Second factors and sessions of an account, for administrators.

        POST with `act` takes the factors away or ends the sessions.
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        account = self.get_object(request, str(pk))
        if account is None:
            raise Http404
        return ask_first(request) or self._signing_in(request, account)

    def _signing_in(self, request: HttpRequest, account: User) -> HttpResponse:
        if request.method == "POST":
            _act(request, account)
            return redirect(request.path)
        here = request.session.session_key
        context = {
            **self.admin_site.each_context(request),
            "title": _("Signing in: %(account)s") % {"account": account},
            "opts": self.opts,
            "original": account,
            "factors": [factors.in_words(factor) for factor in factors.of(account)],
            "seats": sessions.seats(account, here),
        }
        return TemplateResponse(request, "accounts/of_another.html", context)


@transaction.atomic
def _act(request: HttpRequest, account: User) -> None:
    match request.POST.get("act"):
        case "factors":
            reset_factors(account, by=request.user)
            messages.success(request, _("The second factor is to be set up anew."))
        case "sessions":
            sessions.end(account, sessions.seats(account), by=request.user)
            messages.success(request, _("Signed out everywhere."))
        case "lock":
            lockout.forgive(account)
            log.unlock(account, by=request.user)
            messages.success(request, _("The account can be tried again."))


@transaction.atomic
def reset_factors(account: User, *, by: Any) -> None:
    """Take all second factors away and end all sessions; the next login sets one up."""
    rows = Authenticator.objects.filter(user_id=account.pk)
    for factor in rows:
        log.factor(account, "reset", factor.type, by=by)
    rows.delete()
    lockout.forgive(account)
    sessions.end(account, sessions.seats(account), by=by)
