"""From the name and password to the desk, and the way back in."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import logout
from django.contrib.auth import views as django_views
from django.contrib.auth.forms import SetPasswordForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from thinktank.accounts import lockout, log, resetting

from .page import DeskPage


class Entrance(DeskPage, View):
    def dispatch(
        self, request: HttpRequest, *args: Any, **named: Any
    ) -> HttpResponseBase:
        if request.user.is_authenticated and not admin.site.has_permission(request):
            logout(request)  # the account was closed meanwhile
        return super().dispatch(request, *args, **named)


class Login(Entrance, LoginView):
    title = _("Sign in")
    template_name = "accounts/login.html"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        after = self.request.POST.get("next") or self.request.GET.get("next", "")
        return {**super().get_context_data(**named), "next": after}


class SecondFactor(Entrance, AuthenticateView):
    title = _("Second step")
    template_name = "accounts/second_factor.html"


class ForgottenPassword(DeskPage, django_views.PasswordResetView):
    title = _("A new password")
    template_name = "accounts/forgotten.html"
    form_class = resetting.ForgottenForm
    email_template_name = "accounts/letter.txt"
    subject_template_name = "accounts/letter_subject.txt"
    success_url = reverse_lazy("password_reset_done")

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        can_send = bool(settings.EMAIL_HOST) or settings.DEMO
        return {**super().get_context_data(**named), "can_send": can_send}


class ForgottenSent(DeskPage, django_views.PasswordResetDoneView):
    title = _("Look into your mailbox")
    template_name = "accounts/forgotten_sent.html"


class NewPassword(DeskPage, django_views.PasswordResetConfirmView):
    title = _("A new password")
    template_name = "accounts/new_password.html"
    success_url = reverse_lazy("password_reset_complete")

    @transaction.atomic
    def form_valid(self, form: SetPasswordForm[Any]) -> HttpResponse:
        response = super().form_valid(form)
        log.password(self.user, by=self.user)
        # Who reads the owner's mail may log in; that shows no second factor.
        lockout.forgive_passwords(self.user)
        return response


class NewPasswordSet(DeskPage, django_views.PasswordResetCompleteView):
    title = _("Your password was changed")
    template_name = "accounts/new_password_set.html"


login = Login.as_view()
