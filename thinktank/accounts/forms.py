"""The forms of signing in: Django's, and allauth's with our count of wrong codes."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ReauthenticateForm as ReauthenticatePasswordForm
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm, AdminPasswordChangeForm
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from thinktank import addresses

from . import factors, lockout


class LoginForm(AdminAuthenticationForm):
    """Admits staff alone, and says the same of all that is wrong."""

    def clean(self) -> dict[str, Any]:
        """Such a name has no account, and its tries would count as wrong codes."""
        if lockout.CODE in self.cleaned_data.get("username", ""):
            raise self.get_invalid_login_error()
        return super().clean()

    def login(self, request: HttpRequest, redirect_url: str | None) -> HttpResponse:
        login = Login(user=self.get_user(), redirect_url=redirect_url)
        names = {"username": self.cleaned_data["username"]}
        response: HttpResponse = perform_password_login(request, names, login)
        return response


class _Counted(forms.Form):
    """A code that is looked at only while this account may be tried from here."""

    user: Any
    code = forms.CharField(
        label=_("Code of the app, or recovery code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "dir": "ltr", "autofocus": True}
        ),
    )

    def clean_code(self) -> str:
        request = context.request
        code: str = self.cleaned_data["code"]
        if not lockout.may_try_code(request, self.user):
            raise get_adapter().validation_error("incorrect_code")
        authenticator = factors.accepted(self.user, code)
        if authenticator is None:
            lockout.wrong_code(request, self.user)
            raise get_adapter().validation_error("incorrect_code")
        self.authenticator = authenticator
        lockout.right_code(self.user, addresses.network(request))
        return code


class CodeForm(_Counted, AuthenticateForm):
    """At the login: a code of the app, or a recovery code."""


class CodeAgainForm(_Counted, ReauthenticateForm):
    """In a session: the same, to confirm who is there."""


class PasswordAgainForm(ReauthenticatePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].widget.attrs = {
            "autocomplete": "current-password",
            "autofocus": True,
        }


class NewPasswordForm(AdminPasswordChangeForm):
    """One's own new password; guesses at the old one count like those of a login."""

    def clean_old_password(self) -> str:
        old: str = self.cleaned_data["old_password"]
        name = self.user.get_username()
        if authenticate(context.request, username=name, password=old) is None:
            message = self.error_messages["password_incorrect"]
            raise forms.ValidationError(message, code="password_incorrect")
        return old


class FirstCodeForm(ActivateTOTPForm):
    """Shows that the app was set up. A page opened twice, in another window or by a
    reload, shows one key; allauth's would have a new one and refuse the first.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        begun = session.get(SECRET_SESSION_KEY)
        super().__init__(*args, **kwargs)
        if begun:
            self.secret = session[SECRET_SESSION_KEY] = begun
        self.fields["code"].label = _("The code that the app shows")
        self.fields["code"].widget.attrs = {
            "autocomplete": "one-time-code",
            "dir": "ltr",
        }

    def clean_code(self) -> str:
        self.cleaned_data["code"] = factors.plain_code(self.cleaned_data["code"])
        return super().clean_code()
