"""Addresses of pictures, below MEDIA_URL. Files have no address of their own here."""

from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from . import views
from .models import Image
from .pictures import MEDIA_TYPES
from .storage import HASH


class PictureNameConverter(StringConverter):
    """The stored name of a picture; whatever else was asked for is not found."""

    regex = rf"{HASH}\.(?:{'|'.join(MEDIA_TYPES)})"


register_converter(PictureNameConverter, "picture_name")

urlpatterns = [
    path(f"{Image.folder}/<picture_name:name>", views.picture, name="picture"),
    path("thumbnails/<picture_name:name>", views.small_picture, name="thumbnail"),
]
