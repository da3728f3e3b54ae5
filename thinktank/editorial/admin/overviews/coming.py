"""What goes out when: all that is scheduled, day by day, in the house's zone.

A constant number of queries. Somebody sees the items of the kinds they may see, and
the ways to move and cancel that they may go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank import house
from thinktank.editorial import kinds
from thinktank.editorial.journal import Verb
from thinktank.editorial.models import AuditEvent, Bundle, Edition, Item
from thinktank.editorial.models.bundle import bundle_of
from thinktank.editorial.permissions import may, theirs
from thinktank.language.dates import format_date, hijri_line
from thinktank.language.times import format_clock

from .. import sides
from ..lookup import kinds_one_may, kinds_seen_by
from ..staff import actor_of, person

ON_A_PAGE = 100
"""Editions; a page may end inside a bundle."""
SCHEDULES = (Verb.SCHEDULE, Verb.MOVE, Verb.WITHDRAW)
Moment = tuple[int, str, datetime]
"""The number of an item, a language, and when something of it begins."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text that begins or ends; `steps` are pairs of a label and an address."""

    edition: Edition
    address: str
    by: str
    steps: tuple[tuple[Any, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """What happens at one time of a day: one text alone, or all those of a bundle."""

    clock: str
    entries: list[Entry]
    bundle: Bundle | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    name: str
    hijri: str
    slots: list[Slot]


def listing(site: AdminSite, request: HttpRequest) -> HttpResponse:
    seen = kinds_seen_by(request)
    if not seen:
        raise PermissionDenied
    page = Paginator(_ahead(seen), ON_A_PAGE).get_page(request.GET.get("p"))
    context = {
        **site.each_context(request),
        "title": _("What goes out when"),
        "page": page,
        "days": list(_days(page, request)),
        "now": timezone.now(),
    }
    return TemplateResponse(request, "admin/desk/coming.html", context)


def _ahead(seen: Iterable[str]) -> Any:
    """What people have scheduled; not what follows from it in other languages."""
    ahead = Edition.objects.filter(
        live_from__gt=timezone.now(), cause__isnull=True, kind__in=seen
    )
    along = ahead.select_related("bundled__bundle").defer("summary", "shape", "noted")
    return along.order_by("live_from", "bundled__bundle", "bundled__order", "pk")


def _days(page: Page[Any], request: HttpRequest) -> Iterator[Day]:
    editions: list[Edition] = list(page)
    known = _Known(editions, request)
    style, language = house.current().style, sides.interface()
    for day, rows in groupby(editions, key=_day):
        yield Day(
            format_date(day, language, style=style),
            hijri_line(day, language, style=style),
            list(_slots(rows, known)),
        )


def _day(edition: Edition) -> date:
    return timezone.localdate(edition.live_from, house.current().zone)


def _slots(editions: Iterable[Edition], known: _Known) -> Iterator[Slot]:
    def together(edition: Edition) -> tuple[datetime, int]:
        bundle = bundle_of(edition)
        # Ids of bundles and editions may be equal: alone they count below zero.
        return edition.live_from, bundle.pk if bundle else -edition.pk

    for (instant, _key), rows in groupby(editions, key=together):
        entries = [known.entry(edition) for edition in rows]
        bundle = bundle_of(entries[0].edition)
        yield Slot(
            _clock(instant),
            entries,
            bundle,
            known.bundle_address(bundle) if bundle else "",
        )


def _clock(instant: datetime) -> str:
    local = timezone.localtime(instant, house.current().zone)
    return format_clock(local, sides.interface(), house.current().style)


class _Known:
    """What must be known of many editions, asked at once."""

    def __init__(self, editions: list[Edition], request: HttpRequest) -> None:
        self.user: User = person(request)
        numbers = {edition.item_id for edition in editions}
        self.who = _who(numbers)
        changed = kinds_one_may(request, "change")
        own = Item.objects.filter(theirs(self.user), pk__in=numbers, kind__in=changed)
        self.changeable = set(own.values_list("pk", flat=True))
        self.sees_bundles = self.user.has_perm("editorial.view_bundle")

    def entry(self, edition: Edition) -> Entry:
        place = (edition.item_id, edition.language, edition.live_from)
        return Entry(
            edition,
            reverse("admin:editorial_item_change", args=[edition.item_id]),
            self.who.get(place, ""),
            () if bundle_of(edition) else tuple(self._steps(edition)),
        )

    def bundle_address(self, bundle: Bundle) -> str:
        if not self.sees_bundles:
            return ""
        return reverse("admin:editorial_bundle_change", args=[bundle.pk])

    def _steps(self, edition: Edition) -> Iterator[tuple[Any, str]]:
        verb = "withdraw" if edition.notice else "schedule"
        if edition.item_id not in self.changeable:
            return
        if not may(self.user, verb, edition.language):
            return
        opts = kinds.get(edition.kind).model._meta
        for name, label in STEPS.items():
            view = f"admin:{opts.app_label}_{opts.model_name}_{name}"
            yield label, reverse(view, args=[edition.item_id, edition.pk])


STEPS = {"move": gettext_lazy("Another time…"), "cancel": gettext_lazy("Cancel…")}


def _who(numbers: Iterable[int]) -> dict[Moment, str]:
    """Who gave each text its instant: whoever scheduled or moved it there last."""
    events = AuditEvent.objects.filter(item_id__in=numbers, verb__in=SCHEDULES)
    found: dict[Moment, str] = {}
    for event in events.select_related("by").order_by("pk"):
        told = event.details.get("to") or event.details.get("at")
        if told:
            place = (event.number or 0, event.language, datetime.fromisoformat(told))
            found[place] = actor_of(event)
    return found
