"""Addresses of the admin by their names."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse


def admin(name, *arguments):
    return reverse(f"admin:{name}", args=arguments)


def searching(app, model, field):
    asked = {"app_label": app, "model_name": model, "field_name": field}
    return f"{admin('autocomplete')}?{urlencode(asked)}"
