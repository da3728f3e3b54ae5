"""Everything below /admin/, where its cookies stay. Names are those allauth asks for.

Sign-up, confirmed addresses and passwords by mail alone have no address here.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.urls import path

from .views import entrance, own, seats


def desk(view: Any) -> Any:
    """For staff who are signed in; others are led to the login."""
    return admin.site.admin_view(view)


urlpatterns = [
    path("login/", entrance.login, name="account_login"),
    path("login/second/", entrance.SecondFactor.as_view(), name="mfa_authenticate"),
    path(
        "password_reset/",
        entrance.ForgottenPassword.as_view(),
        name="admin_password_reset",
    ),
    path(
        "password_reset/sent/",
        entrance.ForgottenSent.as_view(),
        name="password_reset_done",
    ),
    path(
        "password_reset/done/",
        entrance.NewPasswordSet.as_view(),
        name="password_reset_complete",
    ),
    path(
        "password_reset/<uidb64>/<token>/",
        entrance.NewPassword.as_view(),
        name="password_reset_confirm",
    ),
    path("account/", desk(own.Overview.as_view()), name="mfa_index"),
    path("account/app/add/", desk(own.AddApp.as_view()), name="mfa_activate_totp"),
    path(
        "account/app/remove/", desk(own.RemoveApp.as_view()), name="mfa_deactivate_totp"
    ),
    path("account/keys/", desk(own.keys), name="mfa_list_webauthn"),
    path("account/keys/add/", desk(own.AddKey.as_view()), name="mfa_add_webauthn"),
    path(
        "account/keys/<int:pk>/remove/",
        desk(own.RemoveKey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path(
        "account/codes/", desk(own.ShownCodes.as_view()), name="mfa_view_recovery_codes"
    ),
    path(
        "account/codes/new/",
        desk(own.NewCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/again/",
        desk(own.PasswordAgain.as_view()),
        name="account_reauthenticate",
    ),
    path(
        "account/again/code/", desk(own.CodeAgain.as_view()), name="mfa_reauthenticate"
    ),
    path(
        "account/again/key/",
        desk(own.KeyAgain.as_view()),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "account/again/done/", desk(own.Confirmed.as_view()), name="account_confirmed"
    ),
    path("account/sessions/", desk(seats.seats), name="account_sessions"),
]
