"""People at an event, grouped as an editor prints them: «أدارت الحلقة …».

Groups stand in the order in which their first names do, for that order is the order
of precedence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from thinktank.editorial.models import Role
from thinktank.public.byline import MOST_PORTRAITS, Contribution
from thinktank.reference.models import Gender

from .models import EventType

OCCASIONS: dict[str, Any] = {
    EventType.PANEL: pgettext_lazy("the occasion", "panel"),
    EventType.SEMINAR: pgettext_lazy("the occasion", "seminar"),
    EventType.LECTURE: pgettext_lazy("the occasion", "lecture"),
    EventType.CONFERENCE: pgettext_lazy("the occasion", "conference"),
    EventType.WORKSHOP: pgettext_lazy("the occasion", "workshop"),
    EventType.WEBINAR: pgettext_lazy("the occasion", "webinar"),
    EventType.SIGNING: pgettext_lazy("the occasion", "signing"),
    EventType.FAIR: pgettext_lazy("the occasion", "fair"),
    EventType.VISIT: pgettext_lazy("the occasion", "visit"),
    EventType.AGREEMENT: pgettext_lazy("the occasion", "signing of an agreement"),
}


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """Those who have one role; `over` says whether the event is."""

    role: Role
    people: list[Contribution]
    type: str
    over: bool

    @property
    def pictured(self) -> bool:
        """Whether they are few enough to be shown as well as named."""
        return len(self.people) <= MOST_PORTRAITS

    @property
    def label(self) -> str:
        """What stands before the names, in the active language."""
        values = {"event": OCCASIONS[self.type], "count": len(self.people)}
        women = all(part.gender == Gender.FEMALE for part in self.people)
        # A verb agrees with the name that it stands before, a noun with all names.
        her = self.people[0].gender == Gender.FEMALE
        match self.role:
            case Role.MODERATOR:
                return moderating(her, self.over) % values
            case Role.CHAIR:
                return chairing(her, self.over) % values
            case Role.GUEST | Role.SPEAKER | Role.DISCUSSANT:
                return _NOUNS[self.role](women, len(self.people)) % values
            case Role.PATRON:
                return str(_("Under the patronage of"))
            case Role.ATTENDING:
                return str(_("In the presence of"))
        return capfirst(str(self.role.label))


def grouped(people: Iterable[Contribution], type: str, over: bool) -> list[RoleGroup]:
    groups: dict[Role, list[Contribution]] = {}
    for part in people:
        groups.setdefault(part.role, []).append(part)
    return [RoleGroup(role, parts, type, over) for role, parts in groups.items()]


def moderating(her: bool, over: bool) -> str:
    if over and her:
        return pgettext("a woman", "Moderated the %(event)s")
    if over:
        return pgettext("a man", "Moderated the %(event)s")
    if her:
        return pgettext("a woman", "Moderates the %(event)s")
    return pgettext("a man", "Moderates the %(event)s")


def chairing(her: bool, over: bool) -> str:
    if over and her:
        return pgettext("a woman", "Chaired the %(event)s")
    if over:
        return pgettext("a man", "Chaired the %(event)s")
    if her:
        return pgettext("a woman", "Chairs the %(event)s")
    return pgettext("a man", "Chairs the %(event)s")


def guests(women: bool, count: int) -> str:
    if women:
        return npgettext(
            "women", "Guest of the %(event)s", "Guests of the %(event)s", count
        )
    return npgettext("men", "Guest of the %(event)s", "Guests of the %(event)s", count)


def speakers(women: bool, count: int) -> str:
    if women:
        return npgettext("women", "Speaker", "Speakers", count)
    return npgettext("men", "Speaker", "Speakers", count)


def discussants(women: bool, count: int) -> str:
    if women:
        return npgettext("women", "Discussant", "Discussants", count)
    return npgettext("men", "Discussant", "Discussants", count)


_NOUNS = {Role.GUEST: guests, Role.SPEAKER: speakers, Role.DISCUSSANT: discussants}
