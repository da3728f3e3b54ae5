from typing import Any

from django.apps import AppConfig, apps
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "thinktank.editorial"
    label = "editorial"
    verbose_name = _("Editorial")

    def ready(self) -> None:
        # Like Django's own permissions, the groups follow the tables: after the last
        # app, when every permission has its row.
        last = [app for app in apps.get_app_configs() if app.models_module][-1]
        post_migrate.connect(_sync_roles, sender=last)


def _sync_roles(**_migrated: Any) -> None:
    from .roles import sync

    sync()


class DeskConfig(admin_apps.AdminConfig):
    """The admin, with its own site: named in the settings in place of Django's."""

    default = False
    default_site = "thinktank.editorial.site.DeskSite"
