"""What pages draw for items and people that have no picture."""

from __future__ import annotations

from datetime import timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString

from thinktank import plates
from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Edition
from thinktank.language.scripts import direction
from thinktank.plates.drawings import Setting
from thinktank.reference.models import Named, Person, Series

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
    drawing = plates.plate(
        plates.drawing_for(edition.type, type.form if type else "", edition.kind),
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


def record_plate(
    record: Named, language: str, drawing: str = "book", setting: Setting = "full"
) -> SafeString:
    """The square beside the name of a topic, region, programme or series."""
    drawn = plates.plate(
        drawing,
        plates.Seed(str(record._meta.model_name), record.pk),
        (),
        "",
        direction=direction(language),
        setting=setting,
        frame=plates.SQUARE,
    )
    return SafeString(drawn)  # made of numbers; no text goes into it


def series_plate(
    series: Series, language: str, setting: Setting = "full"
) -> SafeString:
    """The drawing of what a series holds, where `filed.series_named` told it."""
    kind, code = getattr(series, "begins_with", ("", ""))
    type = kinds.types(kind).get(code) if kind else None
    drawing = plates.drawing_for(code, type.form if type else "", kind)
    return record_plate(series, language, drawing if kind else "book", setting)


def person_portrait(person: Person, language: str) -> SafeString:
    """A person's portrait, silent beside the name; else the initial of the name.

    Costs a query where the portrait did not come with the person.
    """
    if person.portrait:
        return format_html(
            '<img class="portrait" src="{}" width="{}" height="{}" alt="" '
            'decoding="async">',
            person.portrait.address,
            person.portrait.width,
            person.portrait.height,
        )
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
