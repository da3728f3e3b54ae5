"""Addresses of pictures, below MEDIA_URL. Files have no address of their own here."""

from __future__ import annotations

from django.urls import re_path

from . import views
from .models import Image
from .pictures import MEDIA_TYPES
from .storage import HASH

_EXTENSIONS = "|".join(MEDIA_TYPES)

urlpatterns = [
    re_path(
        rf"^{Image.folder}/(?P<name>{HASH}\.(?:{_EXTENSIONS}))$",
        views.picture,
        name="picture",
    ),
]
