from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "thinktank.editorial"
    label = "editorial"
    verbose_name = _("Editorial")


class DeskConfig(admin_apps.AdminConfig):
    """The admin, with its own site: named in the settings in place of Django's."""

    default = False
    default_site = "thinktank.editorial.site.DeskSite"
