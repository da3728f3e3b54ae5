"""Verbs for release bundles: all their texts at one instant, or none of them.

Each takes the lock of the bundle, then those of all its items in the order of their
numbers, so that no two verbs can wait for each other. It tries every text before it
gives up, so that `Blocked` names all that stands in the way, and then nothing was done.
No reason makes up for a missing approval here, not even for commands: among sixteen
titles nobody would see the one that no one has read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from .. import journal, saving, workflow
from ..journal import Verb
from ..models import Bundle, BundleText, Edition, Item
from ..permissions import NotAllowed, Refused, System, may_change, may_do, require
from ..readiness import NotReady
from .chain import Chain
from .desk import Desk, finish, instant_after

if TYPE_CHECKING:
    from django.contrib.auth.models import User

T = TypeVar("T")
Text = tuple[int, str]
"""The number of an item, and a language."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why one text of a bundle keeps all of it from going out."""

    number: int
    language: str
    cause: Refused

    @property
    def sentences(self) -> list[str]:
        problems = isinstance(self.cause, NotReady) and self.cause.problems
        return problems or [str(self.cause)]


class Blocked(Refused):
    """A bundle of which nothing was done; `obstacles` are complete, in its order."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__(
            _("Nothing was done: some texts of this bundle stand in the way.")
        )
        self.obstacles = obstacles


def collect(bundle: Bundle, texts: Iterable[Text], *, by: User | System) -> None:
    """Let a bundle that is being prepared hold these texts, in this order."""
    wanted = list(dict.fromkeys(texts))
    with transaction.atomic():
        _lock(bundle, by, "add_bundle", "change_bundle")
        _lock_items({number for number, _language in wanted})
        before = _held_open(bundle)
        if held := held_elsewhere(bundle, wanted):
            raise Blocked(held)
        _store(bundle, wanted)
        if wanted != before or not wanted:  # a new one that is empty was made, too
            _record(bundle, by, before, wanted)


def discard(bundle: Bundle, *, by: User | System) -> None:
    """Delete a bundle that is being prepared; its texts stay as they are."""
    with transaction.atomic():
        _lock(bundle, by, "delete_bundle")
        _record(bundle, by, _held_open(bundle), [], deleted=True)
        bundle.delete()


def release(
    bundle: Bundle, *, by: User | System, at: datetime | None = None
) -> datetime:
    """Make all texts of a bundle public now, or at `at`, an aware instant; gives it.

    A bundle that is scheduled already is scheduled anew, with the texts as they stand
    now.
    """
    with _opened(bundle, by) as work:
        for desk in work.desks:
            work.take_back(desk)
        if at:
            work.require_future(at)
        for desk in work.desks:
            _put(work, desk, at)
        work.require_clear()
        for text in work.texts:
            _tell_release(work, text, at)
        BundleText.objects.bulk_update(work.texts, ["edition"])
    return at or work.now


def move_bundle(bundle: Bundle, to: datetime, *, by: User | System) -> None:
    """Give all that a bundle has scheduled another instant, still ahead."""
    with _opened(bundle, by) as work:
        before = work.require_scheduled()
        work.require_future(to)
        for desk in work.desks:
            _move(work, desk, to)
        work.require_clear()
        moved = {"from": before.isoformat(), "to": to.isoformat()}
        for text in work.texts:
            work.tell(Verb.MOVE, text, **moved)


def cancel_bundle(bundle: Bundle, *, by: User | System) -> None:
    """Take back all that a bundle has scheduled; its texts wait in it again."""
    with _opened(bundle, by) as work:
        before = work.require_scheduled()
        for desk in work.desks:
            for text in work.texts_of(desk):
                work.attempt(text, work.require_may, "schedule", text)
            work.take_back(desk)
            work.settle(desk)
        work.require_clear()
        for text in work.texts:
            work.tell(Verb.CANCEL, text, at=before.isoformat())


class Work:
    """A bundle under its locks: its texts, and a desk at one instant for each item."""

    def __init__(
        self, bundle: Bundle, by: User | System, texts: list[BundleText]
    ) -> None:
        self.bundle = bundle
        self.by = by
        self.texts = texts
        self.desks: list[Desk] = []
        self.obstacles: list[Obstacle] = []

    @property
    def now(self) -> datetime:
        return self.desks[0].now

    def open(self, items: list[Item], chains: dict[int, Chain]) -> None:
        now = instant_after(chains.values(), chains)
        for item in items:
            self.desks.append(Desk.at_work(item, self.by, chains[item.pk], now))

    def desk_of(self, text: BundleText) -> Desk:
        return next(desk for desk in self.desks if desk.item.pk == text.item_id)

    def texts_of(self, desk: Desk) -> list[BundleText]:
        return [text for text in self.texts if text.item_id == desk.item.pk]

    def edition_of(self, desk: Desk, text: BundleText) -> Edition | None:
        """What the bundle has scheduled, as the chain holds it."""
        rows = (row for row in desk.chain.rows if row.pk == text.edition_id)
        return next(rows, None)

    def take_back(self, desk: Desk) -> None:
        texts = self.texts_of(desk)
        found = [self.edition_of(desk, text) for text in texts]
        scheduled = [row for row in found if row]
        if scheduled:
            BundleText.objects.filter(edition__in=scheduled).update(edition=None)
            desk.drop(scheduled)
        for text in texts:
            text.edition = None

    # Asking

    def attempt(
        self, text: BundleText, step: Callable[..., T], *asked: Any
    ) -> T | None:
        """What a step gives; None where it is refused, and why is kept."""
        try:
            return step(*asked)
        except Refused as refusal:
            self.obstacles.append(Obstacle(text.item_id, text.language, refusal))
        return None

    def settle(self, desk: Desk) -> bool:
        """Whether the chains of an item agree; if not, its first text is to blame."""
        before = len(self.obstacles)
        self.attempt(self.texts_of(desk)[0], desk.settle)
        return len(self.obstacles) == before

    def is_clear(self, desk: Desk) -> bool:
        """Whether nothing has been found against the texts of this item so far."""
        return all(found.number != desk.item.pk for found in self.obstacles)

    def require_may(self, verb: str, text: BundleText) -> None:
        require(self.by, verb, text.language)
        if not may_change(self.by, self.desk_of(text).item):
            raise NotAllowed(_("You may not change this text."))

    def require_future(self, at: datetime) -> None:
        self.desks[0].require_future(at)

    def require_scheduled(self) -> datetime:
        """When the bundle goes out: all its texts have the same instant."""
        text = self.texts[0]
        if text.edition is None:
            raise Refused(_("This bundle is not scheduled."))
        return text.edition.live_from

    def require_clear(self) -> None:
        if self.obstacles:
            places = {(t.item_id, t.language): i for i, t in enumerate(self.texts)}
            self.obstacles.sort(key=lambda found: places[found.number, found.language])
            raise Blocked(self.obstacles)

    # Telling

    def tell(self, verb: Verb, text: BundleText, **details: object) -> None:
        desk = self.desk_of(text)
        desk.audit(verb, text.language, "", bundle=self.bundle.pk, **details)


def _put(work: Work, desk: Desk, at: datetime | None) -> None:
    """Put the texts of one item into its chains, unless something is in the way."""
    for text in work.texts_of(desk):
        _place(work, desk, text, at)
    placed = [text for text in work.texts_of(desk) if text.edition]
    if placed and work.settle(desk):
        for text in placed:
            work.attempt(text, desk.require_news, text.edition)


def _place(work: Work, desk: Desk, text: BundleText, at: datetime | None) -> None:
    """Ask all that must be asked, so that everything is named, then do it."""
    language, instant = text.language, at or desk.now
    before = len(work.obstacles)
    work.attempt(text, work.require_may, "schedule" if at else "publish", text)
    work.attempt(text, _require_approved, desk, language)
    work.attempt(text, desk.require_free, language, instant)
    ready = work.attempt(text, desk.working, language)
    if ready and len(work.obstacles) == before:
        text.edition = desk.insert(ready, instant)


def _require_approved(desk: Desk, language: str) -> None:
    if not workflow.is_approved(desk.track(language)):
        raise workflow.NotApproved(_("Nobody has approved this text yet."))


def _move(work: Work, desk: Desk, to: datetime) -> None:
    for text in work.texts_of(desk):
        work.attempt(text, work.require_may, "schedule", text)
        work.attempt(text, desk.require_free, text.language, to)
    if work.is_clear(desk):
        for text in work.texts_of(desk):
            if edition := work.edition_of(desk, text):
                desk.put(edition, to)
        work.settle(desk)


def _tell_release(work: Work, text: BundleText, at: datetime | None) -> None:
    if at:
        work.tell(Verb.SCHEDULE, text, at=at.isoformat())
    else:
        work.tell(Verb.PUBLISH, text, edition=text.edition_id)


@contextmanager
def _opened(bundle: Bundle, by: User | System) -> Iterator[Work]:
    """Everything that a bundle holds under its locks; what it did counts once."""
    with transaction.atomic():
        _lock(bundle, by, "change_bundle")
        numbers = set(bundle.texts.values_list("item_id", flat=True))
        items = _lock_items(numbers)
        work = Work(bundle, by, list(bundle.texts.select_related("edition")))
        if not work.texts:
            raise Refused(_("There is nothing in this bundle yet."))
        chains = Chain.of_all(numbers)
        work.open(items, chains)
        _require_not_released(work)
        yield work
        finish(work.desks)


def lock_bundle(bundle: Bundle, *, by: User | System) -> None:
    """Hold a bundle and all its items until the transaction ends."""
    _lock(bundle, by, "change_bundle")
    _lock_items(set(bundle.texts.values_list("item_id", flat=True)))


def _lock(bundle: Bundle, by: User | System, *permissions: str) -> None:
    if not any(may_do(by, name) for name in permissions):
        raise NotAllowed(_("You may not do this with a bundle. Ask a publisher."))
    own = Bundle.objects.filter(pk=bundle.pk).order_by().only("pk")
    if own.select_for_update(no_key=True).first() is None:
        raise Refused(_("This bundle was deleted meanwhile."))


def _lock_items(numbers: set[int]) -> list[Item]:
    """The items of their concrete kinds; the locks are taken in one order by all."""
    free = Item.objects.filter(pk__in=numbers).order_by("pk").only("pk")
    locked = list(free.select_for_update(no_key=True))
    return [saving.lock(item) for item in locked]


def _require_not_released(work: Work) -> None:
    begun = (t.edition and t.edition.live_from <= work.now for t in work.texts)
    if any(begun):
        raise Refused(_("This bundle has gone out and can no longer be changed."))


def held_elsewhere(bundle: Bundle, wanted: Iterable[Text]) -> list[Obstacle]:
    """The texts that another bundle holds which has not gone out. Costs one query."""
    texts = set(wanted)
    others = BundleText.objects.unreleased().exclude(bundle_id=bundle.pk)
    held = others.filter(item__in={number for number, _language in texts})
    return [
        Obstacle(row.item_id, row.language, _held(row))
        for row in held.select_related("bundle")
        if (row.item_id, row.language) in texts
    ]


def _held(row: BundleText) -> Refused:
    named = {"bundle": row.bundle}
    return Refused(_("This is in the bundle “%(bundle)s” already.") % named)


def _held_open(bundle: Bundle) -> list[Text]:
    """What a bundle holds that may still be changed; Refused for any other."""
    rows = list(bundle.texts.values_list("item_id", "language", "edition_id"))
    if any(edition for _number, _language, edition in rows):
        raise Refused(
            _("What is scheduled or released stays as it is. Cancel it first.")
        )
    return [(number, language) for number, language, _edition in rows]


def _record(
    bundle: Bundle,
    by: User | System,
    before: Sequence[Text],
    after: Sequence[Text],
    **details: Any,
) -> None:
    """In the log, by the name of the bundle; what only changed places is in neither
    list."""
    added, removed = _without(after, before), _without(before, after)
    told = {"bundle": bundle.pk, "added": added, "removed": removed, **details}
    journal.record(Verb.BUNDLE, by=by, note=bundle.name, **told)


def _without(texts: Iterable[Text], others: Iterable[Text]) -> list[str]:
    known = set(others)
    return [f"{number}:{code}" for number, code in texts if (number, code) not in known]


def _store(bundle: Bundle, wanted: list[Text]) -> None:
    bundle.texts.all().delete()
    BundleText.objects.bulk_create(
        BundleText(bundle=bundle, item_id=number, language=language, order=order)
        for order, (number, language) in enumerate(wanted)
    )
