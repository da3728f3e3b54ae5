"""The next edition of a fair or conference, begun from the last one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from thinktank.editorial import copying, saving
from thinktank.editorial.models import Item
from thinktank.editorial.models.item import TEXT_FIELDS
from thinktank.editorial.permissions import NotAllowed, System, person_of

from .instants import NoSuchTime
from .models import Event, ShownSeries

if TYPE_CHECKING:
    from django.contrib.auth.models import User

A_YEAR = timedelta(weeks=52)
"""Weekdays stay: a fair that opened on a Wednesday opens on one again."""

KEPT = (
    "type",
    "start_clock",
    "end_clock",
    "time_zone",
    "hall",
    "stand",
    "map",
    "capacity",
    "by_invitation",
    "chatham_house",
)
PLACES = ("venue", "room", "city", "address")
SUBJECTS = ("topics", "regions", "programmes")


def may_copy(by: User | System) -> bool:
    return isinstance(by, System) or by.has_perm("events.add_event")


def copy_edition(event: Event, by: User | System) -> Event:
    """A new draft, a year on and one edition further, at the same place.

    It has the saved words in every language, the subjects, and the series at the
    stand; nobody who took part, nothing that was launched, said or recorded, no part
    and no link to register. Raises NotAllowed without the permission to add events.
    """
    if not may_copy(by):
        raise NotAllowed(_("You may not add events. Ask somebody who may."))
    with transaction.atomic():
        last = Event.objects.get(pk=saving.lock(event).pk)
        following = Event.objects.create(**_facts(last), created_by=person_of(by))
        for field in SUBJECTS:
            copying.copy_choices(last, following, field)
        _show_series(following, last)
        for language, _label in settings.LANGUAGES:
            if last.has_text(language):
                texts = _texts(last, language)
                saving.save_texts(following, language, texts, by=by)
    return Event.objects.get(pk=following.pk)


def _show_series(following: Event, last: Event) -> None:
    rows = enumerate(last.shown_series.all(), start=1)
    ShownSeries.objects.bulk_create(
        ShownSeries(event=following, series_id=row.series_id, order=order)
        for order, row in rows
    )


def _facts(last: Event) -> dict[str, Any]:
    number = last.edition_number
    facts = {
        **{name: getattr(last, name) for name in KEPT},
        **{
            f"{name}_{language}": last.text_in(language, name)
            for name in PLACES
            for language, _label in settings.LANGUAGES
        },
        "edition_number": number + 1 if number else None,
        "start_day": _a_year_on(last.start_day),
        "end_day": _a_year_on(last.end_day) if last.end_day else None,
    }
    return facts if _come(facts) else facts | {"start_clock": None, "end_clock": None}


def _come(facts: dict[str, Any]) -> bool:
    """Whether the clocks show these hours a year on: in spring they skip one."""
    plan = Event(**facts)
    try:
        return plan.starts_at < plan.ends_at
    except NoSuchTime:
        return False


def _a_year_on(day: date) -> date:
    return day + A_YEAR


def _texts(last: Item, language: str) -> dict[str, Any]:
    """Without the end of the address, which comes from the headline anew."""
    texts = {field: last.text_in(language, field) for field in TEXT_FIELDS}
    return texts | {"slug": "", "body": last.body_in(language) or None}
