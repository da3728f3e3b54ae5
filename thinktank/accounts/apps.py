from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import apps as editorial


class AccountsConfig(AppConfig):
    name = "thinktank.accounts"
    verbose_name = _("Accounts")


class DeskConfig(editorial.DeskConfig):
    """The admin behind the login of this room."""

    default_site = "thinktank.accounts.site.GuardedSite"
