"""An item with a past: saves, publications and a draft, at instants that tests set."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from tests.admin.page import Page, address
from tests.cast import make_texts
from thinktank.editorial import saving
from thinktank.editorial.models import Item, Revision


def saved(item: Item, by: Any, language: str = "en", **changed: Any) -> Revision:
    """Save the texts of the cast with these changed; the revision that comes of it."""
    texts = make_texts(language, **changed)
    revision = saving.save_texts(item, language, texts, by=by)
    assert revision
    return revision


def tip(item: Item, language: str = "en") -> Revision:
    revision = item.revisions.filter(language=language).order_by("-number").first()
    assert revision
    return revision


def comparison(item: Item, old: Revision, new: Revision) -> str:
    return f"{address(item, 'compare')}?from={old.pk}&to={new.pk}"


def ask_to_restore(
    client: Client, item: Item, old: Revision, new: Revision, *parts: str, **more: str
) -> HttpResponse:
    """Send the form of the comparison, or of the confirmation with `confirmed`."""
    data = {"from": old.pk, "to": new.pk, "part": list(parts), **more}
    english = {"accept-language": "en"}
    return client.post(address(item, "restore"), data, headers=english)


def box(page: Page, words: str) -> str:
    """The value of the box whose label holds these words."""
    values = [
        element["value"]
        for element in page.all("input", type="checkbox", name="part")
        if any(
            words in around.text for around in element.inside if around.tag == "label"
        )
    ]
    assert len(values) == 1, f"{len(values)} boxes of {words!r}"
    return values[0]
