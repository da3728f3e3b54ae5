"""What the top of each side says: the state of a language, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thinktank.editorial import finding, workflow
from thinktank.editorial.models import Bundle, Edition, Stage, Track
from thinktank.editorial.models.bundle import bundle_of
from thinktank.editorial.permissions import may, may_do, may_suppress
from thinktank.editorial.states import LanguageState, State


@dataclass(frozen=True, slots=True)
class Step:
    """Something that may be done next; its page asks before it does it.

    `value` is what the form's button sends: the verb, and what it is about.
    """

    verb: str
    argument: str
    label: str

    @property
    def value(self) -> str:
        return f"{self.verb}:{self.argument}"


@dataclass(frozen=True, slots=True)
class Ahead:
    """A scheduled edition and what may be done with it. What goes out in a `bundle`
    is moved and cancelled there."""

    edition: Edition
    steps: tuple[Step, ...]
    bundle: Bundle | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """The state of one language, and the steps one person may take.

    `reason` is why the text was returned to its writer.
    """

    state: LanguageState
    steps: tuple[Step, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    reason: str = ""

    def all_steps(self) -> Iterator[Step]:
        yield from self.steps
        for ahead in self.ahead:
            yield from ahead.steps


def panel(state: LanguageState, user: User) -> Panel:
    ahead = tuple(_ahead(edition, user) for edition in state.ahead)
    return Panel(state, tuple(_steps(state, user)), ahead, _reason(state.track))


def _reason(track: Track | None) -> str:
    """Asked where it can be there alone: what is returned lies with somebody."""
    if track is None or track.stage != Stage.WRITING or not track.assignee_id:
        return ""
    found = Track.objects.filter(pk=track.pk).annotate(reason=finding.why_returned())
    return found.values_list("reason", flat=True).first() or ""


def _steps(state: LanguageState, user: User) -> Iterator[Step]:
    language = state.language
    yield from _moves(state, user)
    if state.state is not State.EMPTY and _may_go_out(state, user):
        if state.state is not State.LIVE and may(user, "publish", language):
            yield Step("publish", language, _publishing(state))
        if may(user, "schedule", language):
            yield Step("schedule", language, pgettext("button", "Schedule…"))
    if state.live and may(user, "withdraw", language):
        yield Step("withdraw", language, pgettext("button", "Withdraw…"))
    notice = state.standing if not state.live else None
    if notice and not notice.suppressed_at and may_suppress(user, language):
        yield Step("suppress", language, pgettext("button", "Suppress…"))


def _moves(state: LanguageState, user: User) -> Iterator[Step]:
    """What leads from one stage to the next, and to another person."""
    language, track = state.language, state.track
    if track is None or state.state is State.EMPTY:
        return
    own, approves = workflow.wrote_last(track, user), may(user, "approve", language)
    if track.stage == Stage.WRITING and state.state is not State.LIVE:
        yield Step("submit", language, _("Submit for review…"))
    if track.stage == Stage.REVIEW and approves and not own:
        yield Step("approve", language, pgettext("button", "Approve…"))
    if track.stage != Stage.WRITING and own:
        yield Step("return", language, _("Take back…"))
    elif track.stage != Stage.WRITING and approves:
        yield Step("return", language, pgettext("button", "Return…"))
    if may_do(user, "assign_track"):
        yield Step("assign", language, pgettext("button", "Assign…"))


def _may_go_out(state: LanguageState, user: User) -> bool:
    """Whether the text is approved, or the person may publish it without."""
    track = state.track
    approved = track is not None and workflow.is_approved(track)
    return approved or may_do(user, workflow.WITHOUT_APPROVAL)


def _publishing(state: LanguageState) -> str:
    return _("Publish the changes…") if state.live else pgettext("button", "Publish…")


def _ahead(edition: Edition, user: User) -> Ahead:
    if bundle := bundle_of(edition):
        seen = user.has_perm("editorial.view_bundle")
        return Ahead(edition, (), bundle if seen else None)
    return Ahead(edition, _about(edition, user))


def _about(edition: Edition, user: User) -> tuple[Step, ...]:
    verb = "withdraw" if edition.notice else "schedule"
    if not may(user, verb, edition.language):
        return ()
    argument = str(edition.pk)
    return (
        Step("move", argument, _("Another time…")),
        Step("cancel", argument, _("Cancel…")),
    )
