"""Putting manuscripts into an item: texts, and facts where they lack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thinktank import house
from thinktank.document.checks import check
from thinktank.document.diff import BlockChange, diff
from thinktank.document.jsonform import to_json
from thinktank.document.model import Document
from thinktank.document.pairing import paired
from thinktank.document.readers.manuscript import Manuscript
from thinktank.language.dates import Precision, format_date
from thinktank.reference.models import Person

from .. import kinds, saving
from ..models import Contributor, Item, Track
from ..permissions import Refused, System, person_of
from .authors import LEAVE_OUT, NEW, Named, Who, named, new_person
from .illustrations import Illustrations

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Remark:
    """Something decided while storing that a person should know."""

    code: str
    message: str


class AlreadyWritten(Refused):
    """A language has a text; `changes` show what the manuscript would change."""

    def __init__(self, language: str, changes: list[BlockChange]) -> None:
        super().__init__(
            _("This language already has a text. Compare, then choose to replace it.")
        )
        self.language, self.changes = language, changes


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody decided about a manuscript before it is stored.

    `people` answer `named` of all bylines, in its order; without them, whoever has the
    very name is credited and others are new. `pictures` give the bytes of the source's
    pictures by number, `alts` the alternative texts by number and language.
    """

    people: Sequence[Who] | None = None
    pictures: Mapping[int, Callable[[], bytes]] = field(default_factory=dict)
    alts: Mapping[tuple[int, str], str] = field(default_factory=dict)


NOTHING_DECIDED = Decisions()


def create(
    kind: str,
    type: str,
    manuscripts: Sequence[Manuscript],
    decisions: Decisions = NOTHING_DECIDED,
    *,
    by: User | System,
) -> tuple[Item, list[Remark]]:
    """A new item of a kind and a type (by code) with these texts, one a language."""
    with transaction.atomic():
        item = kinds.get(kind).model.begun(type)
        item.created_by = person_of(by)
        item.save()
        remarks = fill(item, manuscripts, decisions, by=by)
    return item, remarks


def fill(
    item: Item,
    manuscripts: Sequence[Manuscript],
    decisions: Decisions = NOTHING_DECIDED,
    *,
    by: User | System,
    replace: Collection[str] = (),
) -> list[Remark]:
    """Put manuscripts, one a language, into a stored item; facts where they lack.

    Sections take the ids of the item's other language where the structure is the
    same. Raises AlreadyWritten when a language has a text, unless `replace` names it;
    then nothing is stored.
    """
    illustrations = Illustrations(decisions.pictures, decisions.alts)
    with transaction.atomic():
        current = saving.lock(item)
        for manuscript in manuscripts:
            changes = differences(current, manuscript)
            if changes is not None and manuscript.language not in replace:
                raise AlreadyWritten(manuscript.language, changes)
            # Before any picture is kept: its file would outlive the transaction.
            _require_room(current, _texts(manuscript, manuscript.document))
        remarks = _fill_facts(current, manuscripts, decisions.people, by)
        for manuscript in manuscripts:
            _fill_texts(current, manuscript, illustrations, by)
            current = saving.lock(item)
    refused = illustrations.refused
    return remarks + [Remark("picture-refused", message) for message in refused]


def differences(item: Item, manuscript: Manuscript) -> list[BlockChange] | None:
    """What the manuscript would change in a language; None where nothing stands."""
    language = manuscript.language
    if not item.has_text(language):
        return None
    return diff(item.body_in(language), manuscript.document)


def _fill_texts(
    current: Item,
    manuscript: Manuscript,
    illustrations: Illustrations,
    by: User | System,
) -> None:
    language = manuscript.language
    source = _other_language(current, language)
    document = illustrations.placed(manuscript.document)
    texts = _texts(manuscript, _with_ids(current, document, source))
    _require_room(current, texts)
    saving.save_texts(current, language, texts, by=by)
    _mark_source(current, language, source)


def _texts(manuscript: Manuscript, body: Document) -> dict[str, Any]:
    return {
        "kicker": manuscript.kicker,
        "headline": manuscript.headline,
        "body": body,
    }


def _require_room(item: Item, texts: Mapping[str, Any]) -> None:
    """Raises Refused for what no form would take either."""
    for name in ("kicker", "headline"):
        column: Any = item._meta.get_field(name)
        if len(texts[name]) > column.max_length:
            message = _(
                "“%(text)s…” is longer than the %(limit)s characters of the field "
                "“%(field)s”. Choose another line for it."
            )
            values = {"limit": column.max_length, "field": column.verbose_name}
            raise Refused(message % {**values, "text": texts[name][:60]})
    if problems := check(to_json(texts["body"])):
        raise Refused(problems[0].message(get_language() or ""))


def _with_ids(item: Item, document: Document, source: str | None) -> Document:
    return paired(document, item.body_in(source)) if source else document


def _other_language(item: Item, language: str) -> str | None:
    codes = (code for code, _label in settings.LANGUAGES if code != language)
    return next((code for code in codes if item.body_in(code)), None)


def _mark_source(item: Item, language: str, source: str | None) -> None:
    track = Track.objects.filter(item_id=item.pk, language=source).first()
    if track and track.tip:
        saving.mark_translated(item, language, track.tip)


def _fill_facts(
    item: Item,
    manuscripts: Sequence[Manuscript],
    people: Sequence[Who] | None,
    by: User | System,
) -> list[Remark]:
    """Date and authors go in only where the item has none yet."""
    remarks: list[Remark] = []
    with saving.saving_facts(item, by=by):
        for manuscript in manuscripts:
            remarks += _date(item, manuscript)
        if not item.contributors.exists():
            remarks += _credit(item, manuscripts, people)
        else:
            remarks += _authors_kept(item, manuscripts)
    return remarks


def _date(item: Item, manuscript: Manuscript) -> list[Remark]:
    if not manuscript.date or item.displayed_date == manuscript.date.day:
        return []
    if item.displayed_date is not None:
        return [_date_differs(item, manuscript)]
    item.displayed_date = manuscript.date.day
    item.date_precision = manuscript.date.precision
    item.save(update_fields=["displayed_date", "date_precision"])
    return []


def _date_differs(item: Item, manuscript: Manuscript) -> Remark:
    assert manuscript.date is not None
    assert item.displayed_date is not None
    message = _(
        "The manuscript is dated %(found)s, the item %(kept)s. The item's date was "
        "kept."
    )
    precision: Any = item.date_precision
    values = {
        "found": _in_words(manuscript.date.day, manuscript.date.precision),
        "kept": _in_words(item.displayed_date, precision),
    }
    return Remark("date-differs", message % values)


def _in_words(day: date, precision: Precision) -> str:
    style = house.current().style
    return format_date(day, get_language() or "", precision, style)


def _authors_kept(item: Item, manuscripts: Sequence[Manuscript]) -> list[Remark]:
    """Names that the item credits nobody for."""
    credited = set(item.contributors.values_list("person_id", flat=True))
    everybody = named({each.language: each.authors for each in manuscripts})
    others = [str(one) for one in everybody if not _is_among(credited, one)]
    if not others:
        return []
    message = _(
        "The item has authors, which were kept. The manuscript names others: "
        "%(names)s. Add them there if they belong to it."
    )
    return [Remark("authors-kept", message % {"names": "; ".join(others)})]


def _is_among(credited: Collection[int], one: Named) -> bool:
    return any(each.is_same and each.person.pk in credited for each in one.people)


def _credit(
    item: Item, manuscripts: Sequence[Manuscript], people: Sequence[Who] | None
) -> list[Remark]:
    everybody = named({each.language: each.authors for each in manuscripts})
    if people is None:
        people = [one.sure or NEW for one in everybody]
    remarks = []
    for order, (one, who) in enumerate(zip(everybody, people, strict=True)):
        if who == LEAVE_OUT:
            continue
        person = who if isinstance(who, Person) else new_person(one.names)
        Contributor.objects.get_or_create(
            item_id=item.pk, person=person, defaults={"order": order}
        )
        remarks += [_added(one)] if who == NEW else []
    return remarks


def _added(one: Named) -> Remark:
    message = (
        _("Several people are called “%(name)s”; another one was added. Check it.")
        if any(proposed.is_same for proposed in one.people)
        else _("“%(name)s” was not known yet and was added to the people.")
    )
    return Remark("person-added", message % {"name": str(one)})
