"""Keeping what a person types until it is saved: no revision, one row each.

Kept texts are the person's own: nobody else is shown them, and they go when the person
saves the same language of the same item, or throws them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from .models import Item, KeptText
from .permissions import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import User

DRAFT = re.compile("[A-Za-z0-9_-]{8,32}")
"""The name that a form gives to an item which was never saved."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is being written: an item, or a `draft` of one that was never saved."""

    kind: str
    item: Item | None = None
    draft: str = ""

    def rows(self, by: User) -> models.QuerySet[KeptText]:
        """What `by` has kept here, in any language."""
        own = KeptText.objects.filter(person=by, kind=self.kind)
        if self.item:
            return own.filter(item=self.item)
        return own.filter(item=None, draft=self.draft)


def keep(
    place: Place, language: str, texts: Mapping[str, str], document: str, *, by: User
) -> KeptText:
    """Write over what `by` kept of this language here.

    `document` is the JSON of the surface. Raises Refused for a draft without a name.
    """
    if place.item is None and not DRAFT.fullmatch(place.draft):
        raise Refused(_("This page is too old. Open it again."))
    row, _made = KeptText.objects.update_or_create(
        person=by,
        item=place.item,
        kind=place.kind,
        draft="" if place.item else place.draft,
        language=language,
        defaults={"texts": dict(texts), "document": document},
    )
    return row


def kept(place: Place, *, by: User) -> models.QuerySet[KeptText]:
    """What `by` kept of an item; for a new one, of all drafts of its kind."""
    if place.item:
        return place.rows(by).order_by("language")
    own = KeptText.objects.filter(person=by, kind=place.kind, item=None)
    return own.order_by("-kept_at")


def forget(place: Place, languages: Iterable[str], *, by: User) -> None:
    """Throw away what was kept: it was saved, or is not wanted."""
    place.rows(by).filter(language__in=list(languages)).delete()


def plain_texts(item_model: type[Item], sent: Any) -> dict[str, str]:
    """The texts of a kind among what a page sent, each a string."""
    found = sent if isinstance(sent, dict) else {}
    names = item_model.text_fields()
    return {name: found[name] for name in names if isinstance(found.get(name), str)}
