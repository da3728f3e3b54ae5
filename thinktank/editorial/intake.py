"""From a manuscript that was read to the working copy of an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.document.diff import BlockChange, diff
from thinktank.document.model import Document
from thinktank.document.pairing import paired
from thinktank.document.readers.manuscript import Manuscript
from thinktank.language.folding import fold
from thinktank.language.names import bare_name
from thinktank.reference.models import Person

from . import saving
from .models import Contributor, Item, Track
from .permissions import Refused, System

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Remark:
    """Something decided while storing that a person should know."""

    code: str
    message: str


class AlreadyWritten(Refused):
    """The language has a text; `changes` show what the manuscript would change."""

    def __init__(self, changes: list[BlockChange]) -> None:
        super().__init__(
            _("This language already has a text. Compare, then choose to replace it.")
        )
        self.changes = changes


def fill(
    item: Item,
    manuscript: Manuscript,
    *,
    by: User | System,
    replace: bool = False,
) -> list[Remark]:
    """Put a manuscript into one language of a stored item, facts where they lack.

    Sections take the ids of the item's other language where the structure is the
    same. Raises AlreadyWritten when the language has a text, unless `replace`.
    """
    language = manuscript.language
    with transaction.atomic():
        current = saving.lock(item)
        if current.has_text(language) and not replace:
            standing = current.body_in(language)
            raise AlreadyWritten(diff(standing, manuscript.document))
        remarks = _fill_facts(current, manuscript, by)
        source = _other_language(current, language)
        texts = {
            "kicker": manuscript.kicker,
            "headline": manuscript.headline,
            "body": _with_ids(current, manuscript.document, source),
        }
        saving.save_texts(current, language, texts, by=by)
        _mark_source(current, language, source)
    return remarks


def _with_ids(item: Item, document: Document, source: str | None) -> Document:
    return paired(document, item.body_in(source)) if source else document


def _other_language(item: Item, language: str) -> str | None:
    codes = (code for code, _label in settings.LANGUAGES if code != language)
    return next((code for code in codes if item.body_in(code)), None)


def _mark_source(item: Item, language: str, source: str | None) -> None:
    track = Track.objects.filter(item_id=item.pk, language=source).first()
    if track and track.tip:
        saving.mark_translated(item, language, track.tip)


def _fill_facts(item: Item, manuscript: Manuscript, by: User | System) -> list[Remark]:
    """Date and authors go in only where the item has none yet."""
    remarks: list[Remark] = []
    with saving.saving_facts(item, by=by):
        if manuscript.date and item.displayed_date is None:
            item.displayed_date = manuscript.date.day
            item.date_precision = manuscript.date.precision
            item.save(update_fields=["displayed_date", "date_precision"])
        elif manuscript.date and item.displayed_date != manuscript.date.day:
            remarks.append(_date_differs(item, manuscript))
        if manuscript.authors and not item.contributors.exists():
            remarks += _credit(item, manuscript)
    return remarks


def _date_differs(item: Item, manuscript: Manuscript) -> Remark:
    assert manuscript.date is not None
    message = _(
        "The manuscript is dated %(found)s, the item %(kept)s. The item's date was "
        "kept."
    )
    values = {"found": manuscript.date.day, "kept": item.displayed_date}
    return Remark("date-differs", message % values)


def _credit(item: Item, manuscript: Manuscript) -> list[Remark]:
    remarks = []
    for order, name in enumerate(manuscript.authors):
        person, remark = _person(name, manuscript.language)
        Contributor.objects.get_or_create(
            item_id=item.pk, person=person, defaults={"order": order}
        )
        remarks += [remark] if remark else []
    return remarks


def _person(name: str, language: str) -> tuple[Person, Remark | None]:
    """The one person of this name, honorifics apart; a new one when there is none."""
    column = build_localized_fieldname("name", language)
    people: Any = Person.objects
    names = people.exclude(**{column: ""}).values_list("pk", column)
    key = fold(bare_name(name))
    same = [pk for pk, known in names if known and fold(bare_name(known)) == key]
    if len(same) == 1:
        return people.get(pk=same[0]), None
    message = (
        _("“%(name)s” was not known yet and was added to the people.")
        if not same
        else _("Several people are called “%(name)s”; another one was added. Check it.")
    )
    person = people.create(**{column: name})
    return person, Remark("person-added", message % {"name": name})
