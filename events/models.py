"""Panels, lectures, conferences, fairs, and what happens inside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thinktank import house
from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import EventStatus, Item, LinkKind
from thinktank.editorial.models.item import Link
from thinktank.reference.models import Series, Worded

from . import rules
from .instants import end_instant, instant
from .maps import validate_map


class EventType(models.TextChoices):
    PANEL = "panel", _("Panel discussion")
    SEMINAR = "seminar", _("Seminar")
    LECTURE = "lecture", _("Lecture")
    CONFERENCE = "conference", _("Conference")
    WORKSHOP = "workshop", _("Workshop")
    WEBINAR = "webinar", _("Webinar")
    SIGNING = "signing", _("Book signing")
    FAIR = "fair", _("Book fair")
    VISIT = "visit", _("Visit")
    AGREEMENT = "agreement", _("Signing of an agreement")


PLURALS: dict[str, Any] = {
    EventType.PANEL: _("Panel discussions"),
    EventType.SEMINAR: _("Seminars"),
    EventType.LECTURE: _("Lectures"),
    EventType.CONFERENCE: _("Conferences"),
    EventType.WORKSHOP: _("Workshops"),
    EventType.WEBINAR: _("Webinars"),
    EventType.SIGNING: _("Book signings"),
    EventType.FAIR: _("Book fairs"),
    EventType.VISIT: _("Visits"),
    EventType.AGREEMENT: _("Signings of agreements"),
}
INKS: dict[str, str] = {EventType.FAIR: "indigo", EventType.SIGNING: "indigo"}


def type_names() -> dict[str, TypeName]:
    """What readers see of each sort of event, by code."""
    return kinds.named_choices(EventType.choices, INKS, PLURALS)


def house_zone() -> str:
    return house.current().zone.key


class Event(Item):
    """Something at a time and a place; times are those of the place itself.

    Days and clocks are stored as the venue's own, with its zone. A day without a
    clock is a whole day, and the last day is one of the event's days.
    """

    KIND = "events"
    EXTRA_TEXTS = ("outcome",)
    NOT_COPIED = (*Item.NOT_COPIED, "status")

    type = models.CharField(
        _("type"), max_length=12, choices=EventType.choices, default=EventType.PANEL
    )
    edition_number = models.PositiveSmallIntegerField(
        _("edition number"),
        null=True,
        blank=True,
        help_text=_("Of a fair or conference that returns: 31 for the 31st."),
    )
    start_day = models.DateField(_("first day"))
    start_clock = models.TimeField(
        _("begins at"),
        null=True,
        blank=True,
        help_text=_("In the venue's own time. Empty: all day."),
    )
    end_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: the first day.")
    )
    end_clock = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone of the venue"), max_length=40, default=house_zone
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True, default="")
    room = models.CharField(_("room"), max_length=150, blank=True, default="")
    hall = models.CharField(
        _("hall"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("Its number or letter alone, for example 12."),
    )
    stand = models.CharField(
        _("stand"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("The code on the fair's plan, for example C14."),
    )
    city = models.CharField(_("city"), max_length=100, blank=True, default="")
    address = models.CharField(_("address"), max_length=250, blank=True, default="")
    map = models.CharField(
        _("map"),
        max_length=500,
        blank=True,
        default="",
        validators=[validate_map],
        help_text=_(
            "The address of a map, or latitude and longitude: 25.2048, 55.2708. Pages "
            "lead there and load nothing from it."
        ),
    )
    online_url = models.URLField(_("online at"), max_length=500, blank=True, default="")
    website = models.URLField(
        _("web site of the event"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("That of a fair or conference, where it has one of its own."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The fair or conference in which this takes place."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=EventStatus.choices,
        default=EventStatus.SCHEDULED,
    )
    registration_url = models.URLField(
        _("registration"), max_length=500, blank=True, default=""
    )
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    registration_closed = models.BooleanField(_("registration closed"), default=False)
    by_invitation = models.BooleanField(
        _("by invitation"),
        default=False,
        help_text=_("Readers see that the event is not open to everybody."),
    )
    chatham_house = models.BooleanField(
        _("Chatham House Rule"),
        default=False,
        help_text=_("What is said may be used, but not who said it."),
    )
    outcome = models.TextField(
        _("outcome"),
        max_length=4000,
        blank=True,
        default="",
        help_text=_("After the event: what was said and recommended."),
    )

    class Meta:
        verbose_name = pgettext_lazy("something that takes place", "event")
        verbose_name_plural = pgettext_lazy("things that take place", "events")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(type__in=EventType.values), name="event_type"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=EventStatus.values), name="event_status"
            ),
            models.CheckConstraint(
                condition=models.Q(end_day__isnull=True)
                | models.Q(end_day__gte=models.F("start_day")),
                name="event_days_in_order",
                violation_error_message=_(
                    "The last day comes before the first. Check both."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(end_clock__isnull=True)
                | models.Q(start_clock__isnull=False),
                name="event_clocks_together",
                violation_error_message=_(
                    "Say when it begins, too, or leave both times empty."
                ),
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("pk")),
                name="event_not_in_itself",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        problems = rules.problems(self)
        if problems:
            raise ValidationError(problems)

    @property
    def starts_at(self) -> datetime:
        """The instant at which it begins."""
        return instant(self.start_day, self.start_clock, self.time_zone)

    @property
    def ends_at(self) -> datetime:
        """The first instant at which it is over."""
        return end_instant(
            self.start_day,
            self.start_clock,
            self.end_day,
            self.end_clock,
            self.time_zone,
        )

    def own_facts(self) -> dict[str, Any]:
        """Instants and days in ISO 8601, clocks as HH:MM or null;
        places by language; `recordings`, and the ids of `shown_series`, in order."""
        return {
            "type": self.type,
            "edition_number": self.edition_number,
            "starts_at": self.starts_at.isoformat(),
            "ends_at": self.ends_at.isoformat(),
            "start_day": self.start_day.isoformat(),
            "start_clock": self.start_clock and f"{self.start_clock:%H:%M}",
            "end_day": (self.end_day or self.start_day).isoformat(),
            "end_clock": self.end_clock and f"{self.end_clock:%H:%M}",
            "time_zone": self.time_zone,
            "venue": self.texts("venue"),
            "room": self.texts("room"),
            "city": self.texts("city"),
            "address": self.texts("address"),
            "hall": self.hall,
            "stand": self.stand,
            "map": self.map,
            "online_url": self.online_url,
            "website": self.website,
            "status": self.status,
            "registration_url": self.registration_url,
            "capacity": self.capacity,
            "registration_closed": self.registration_closed,
            "by_invitation": self.by_invitation,
            "chatham_house": self.chatham_house,
            "recordings": [row.facts() for row in self.recordings.all()],
            "shown_series": [row.series_id for row in self.shown_series.all()],
        }

    def own_links(self) -> list[Link]:
        """A sub-event is a part of its parent; lists order parts by their time."""
        return [(LinkKind.PART_OF.value, self.parent_id, 0)] if self.parent_id else []

    def own_values(self, own: dict[str, Any]) -> dict[str, Any]:
        """The instants follow from days and clocks."""
        return {k: v for k, v in own.items() if k not in ("starts_at", "ends_at")}

    def set_own_links(self, links: Iterable[Link], kinds: set[str]) -> None:
        if LinkKind.PART_OF in kinds:
            own = (pk for kind, pk, _order in links if kind == LinkKind.PART_OF)
            self.parent_id = next(own, None)


class ShownSeries(models.Model):
    """A series or periodical that a fair's visitors find at the stand."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="shown_series"
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("series or periodical"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("series at the stand")
        verbose_name_plural = _("series shown at the stand")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "series"], name="shown_series_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.series)


class Recording(Worded):
    """A film or a sound recording of an event, where it can be seen or heard."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="recordings"
    )
    title = models.CharField(_("title"), max_length=200, blank=True, default="")
    url = models.URLField(_("address"), max_length=500)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.url

    def facts(self) -> dict[str, Any]:
        """As a Revision keeps it."""
        return {"title": self.texts("title"), "url": self.url}
