"""All addresses of the site."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from thinktank.public.converters import register

register()

urlpatterns = [
    path("admin/language/", set_language, name="set_language"),
    path("admin/", include("thinktank.accounts.urls")),
    path("admin/", admin.site.urls),
    path("media/", include("thinktank.media.urls")),
    path("<language:language>/publications/", include("publications.urls")),
    path("<language:language>/news/", include("news.urls")),
    path("<language:language>/events/", include("events.urls")),
    path("<language:language>/centre/", include("thinktank.centre.urls")),
    path("<language:language>/draft/", include("thinktank.drafts.urls")),
    path("", include("thinktank.public.urls")),
]
handler404 = "thinktank.public.errors.not_found"
handler500 = "thinktank.public.errors.failed"
