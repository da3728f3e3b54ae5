"""One's own account: second factors, recovery codes, and confirming who is there."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import IndexView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import (
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from django.views.generic.edit import FormMixin

from thinktank.accounts import factors, log, sessions
from thinktank.accounts.forms import NewPasswordForm

from .page import DeskPage

Type = Authenticator.Type


class Overview(DeskPage, IndexView):
    title = gettext_lazy("Signing in")
    template_name = "accounts/overview.html"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        context = super().get_context_data(**named)
        own = factors.of(self.request.user)
        codes = context["authenticators"].get(Type.RECOVERY_CODES)
        return {
            **context,
            "app": own.filter(type=Type.TOTP).first(),
            "keys": [key.wrap() for key in own.filter(type=Type.WEBAUTHN)],
            "codes": _codes_left(len(codes.get_unused_codes())) if codes else "",
        }


def _codes_left(number: int) -> str:
    left = ngettext(
        "%(number)s recovery code is left.",
        "%(number)s recovery codes are left.",
        number,
    )
    return left % {"number": number}


class Adding(DeskPage, FormMixin):
    """Setting up a factor, which this session has then shown; others have not."""

    kind: str

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        forced = factors.is_forced() and not factors.of(self.request.user).exists()
        return {**super().get_context_data(**named), "forced": forced}

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        response: HttpResponse = super().form_valid(form)
        log.factor(user, "added", self.kind, by=user)
        record_authentication(self.request, user, "mfa", type=self.kind)
        messages.success(self.request, _("Your second factor is set up."))
        return response


class AddApp(Adding, ActivateTOTPView):
    title = gettext_lazy("Set up an authenticator app")
    template_name = "accounts/add_app.html"
    kind = Type.TOTP


class AddKey(Adding, AddWebAuthnView):
    title = gettext_lazy("Add a passkey")
    template_name = "accounts/add_key.html"
    kind = Type.WEBAUTHN


class Removing(DeskPage, FormMixin):
    """Taking a factor away, unless it is the last and one is needed."""

    template_name = "accounts/remove_factor.html"
    success_url = reverse_lazy("mfa_index")
    kind: str

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        own = factors.of(user).filter(type=self.kind, **self._which())
        if not factors.may_remove(own.get()):
            last = _("This is your only second factor. Add another before it.")
            messages.error(self.request, last)
            return redirect("mfa_index")
        response: HttpResponse = super().form_valid(form)
        log.factor(user, "removed", self.kind, by=user)
        messages.success(self.request, _("It was removed."))
        return response

    def _which(self) -> dict[str, Any]:
        return {}


class RemoveApp(Removing, DeactivateTOTPView):
    title = gettext_lazy("Remove the authenticator app")
    kind = Type.TOTP


class RemoveKey(Removing, RemoveWebAuthnView):
    title = gettext_lazy("Remove a passkey")
    kind = Type.WEBAUTHN

    def _which(self) -> dict[str, Any]:
        return {"pk": self.kwargs["pk"]}


class NewCodes(DeskPage, GenerateRecoveryCodesView):
    title = gettext_lazy("New recovery codes")
    template_name = "accounts/new_codes.html"

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        response: HttpResponse = super().form_valid(form)
        log.factor(user, "renewed", Type.RECOVERY_CODES, by=user)
        return response


class ShownCodes(DeskPage, ViewRecoveryCodesView):
    title = gettext_lazy("Recovery codes")
    template_name = "accounts/codes.html"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        context = super().get_context_data(**named)
        lines = "\r\n".join([self.request.get_host(), *context["unused_codes"], ""])
        return {**context, "download": f"data:text/plain;charset=utf-8,{quote(lines)}"}


class Again(DeskPage):
    title = gettext_lazy("Confirm that it is you")
    template_name = "accounts/again.html"


class PasswordAgain(Again, ReauthenticateView):
    """By the password; the page leads to the other ways."""


class CodeAgain(Again, CodeAgainView):
    """By a code of the app, or a recovery code."""


class KeyAgain(Again, ReauthenticateWebAuthnView):
    template_name = "accounts/again_key.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))


class OwnPassword(DeskPage, PasswordChangeView):
    title = gettext_lazy("Password change")
    form_class = NewPasswordForm
    success_url = reverse_lazy("admin:password_change_done")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        before = self.request.session.session_key
        response: HttpResponse = super().form_valid(form)
        sessions.follow(self.request, before)
        log.password(self.request.user, by=self.request.user)
        return response


new_password = OwnPassword.as_view()


class Confirmed(DeskPage, TemplateView):
    """Where a confirmation in a window of its own ends."""

    title = gettext_lazy("It is you")
    template_name = "accounts/confirmed.html"


def keys(request: HttpRequest) -> HttpResponse:
    """allauth leads to a list of keys, which stands on the page of the account."""
    return redirect("mfa_index")
