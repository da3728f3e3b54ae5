"""Where things stand at the desk."""

from __future__ import annotations

from django.urls import reverse

from . import kinds
from .models import Item


def form_of(item: Item, language: str = "", field: str = "") -> str:
    """The path of an item's form: at one language's side, or at a field of it."""
    opts = kinds.get(item.kind).model._meta
    path = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk])
    if field:
        return f"{path}#id_{field}"
    return f"{path}#side-{language}" if language else path


def mail_choice() -> str:
    """The page on which people say how they are written to."""
    return reverse("admin:my_email")
