"""Public addresses: a number that never changes, then a slug for people to read."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from thinktank.reference.models import Named


def home_path(language: str) -> str:
    return reverse("home", kwargs={"language": language})


def short_path(number: int, language: str = "") -> str:
    """The address that leads to an item, in the language its visitor prefers or in
    the one that is named."""
    if not language:
        return reverse("short", kwargs={"number": number})
    return reverse("short-in", kwargs={"number": number, "language": language})


def list_path(language: str, kind: str, code: str = "") -> str:
    """The list of a kind, or of one type of it."""
    path = reverse(f"{kind}:list", kwargs={"language": language})
    return f"{path}?{urlencode({'type': code})}" if code else path


def reference_path(record: Named, language: str) -> str:
    """The page of a topic or person in `language`."""
    return reverse(
        record._meta.model_name or "",
        kwargs={
            "language": language,
            "number": record.pk,
            "slug": record.slug_in(language),
        },
    )


def absolute(path: str) -> str:
    """An address with the origin of the site (the setting SITE_URL)."""
    return f"{settings.SITE_URL}{path}" if path else ""


def same_slug(asked: str | None, slug: str) -> bool:
    """Whether an address already ends as it should.

    Some clients decompose Arabic letters before they encode them: that is the same
    slug, and a redirect would only lead there again.
    """
    return asked is not None and _composed(asked) == _composed(slug)


def _composed(slug: str) -> str:
    return unicodedata.normalize("NFC", slug)
