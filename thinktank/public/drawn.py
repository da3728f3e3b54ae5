"""What pages draw for items and people that have no picture."""

from __future__ import annotations

from datetime import timedelta

from django.utils.safestring import SafeString

from thinktank import plates
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Edition
from thinktank.language.scripts import direction
from thinktank.plates.drawings import Setting
from thinktank.reference.models import Person

from .wording import worded

A_DAY = timedelta(days=1)


def item_plate(
    edition: Edition,
    type: TypeName | None,
    language: str,
    *,
    setting: Setting = "full",
    frame: plates.Frame = plates.TALL,
) -> SafeString:
    """The plate of an edition for a page of `language`; see `plates.plate`."""
    form = type.form if type else ""
    drawing = plates.plate(
        plates.drawing_for(edition.type, form, edition.kind),
        seed_of(edition),
        _shape(edition),
        type.ink if type else "",
        direction=direction(language),
        setting=setting,
        frame=frame,
    )
    return SafeString(drawing)  # made of numbers; no text goes into it


def item_cover(edition: Edition, language: str) -> SafeString:
    """The drawing on a cover; its frame has the classes of `item_cover_class`."""
    return SafeString(plates.cover(seed_of(edition), direction=direction(language)))


def item_cover_class(edition: Edition) -> str:
    return plates.cover_class(seed_of(edition))


def person_portrait(person: Person, language: str) -> SafeString:
    """The initial of a person's name, as it is printed on a page of `language`."""
    name = worded(person.name_in, language)
    seed = plates.Seed("people", person.pk)
    return SafeString(plates.portrait(name.text, name.language, seed))  # a letter


def seed_of(edition: Edition) -> plates.Seed:
    return plates.Seed(edition.kind, edition.item_id)


def _shape(edition: Edition) -> list[int]:
    """Points by section; for what takes place, its days."""
    if edition.starts_at and edition.ends_at:
        return [max(1, -(-(edition.ends_at - edition.starts_at) // A_DAY))]
    return edition.shape
