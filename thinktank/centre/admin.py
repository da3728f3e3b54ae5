"""The centre's own pages in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.admin.item import RECORD, ItemAdmin

from .models import CentrePage


@admin.register(CentrePage)
class CentrePageAdmin(ItemAdmin):
    fact_fieldsets = ((_("Shared facts"), {"fields": ("purpose", "related")}), RECORD)
    autocomplete_fields = ("related",)
    inlines = ()
    list_display = (ItemAdmin.list_display[0], "purpose", *ItemAdmin.list_display[1:3])
    list_filter = ItemAdmin.list_filter[:-1]
