"""Centre news in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.admin.item import DATES, LINKS, RECORD, ItemAdmin
from thinktank.editorial.admin.sides import columns

from .forms import NewsItemForm
from .models import NewsItem


@admin.register(NewsItem)
class NewsItemAdmin(ItemAdmin):
    form = NewsItemForm
    codes = ("outlet_url",)
    fact_fieldsets = (
        (_("Shared facts"), {"fields": ("type", "about", DATES, *LINKS, "cover")}),
        (_("In the media"), {"fields": (columns("outlet"), "outlet_url")}),
        (_("News strip"), {"fields": (("on_strip", "strip_order"), "strip_until")}),
        RECORD,
    )
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "about")
    list_display = (ItemAdmin.list_display[0], "type", *ItemAdmin.list_display[1:])
    list_filter = ("type", *ItemAdmin.list_filter)
