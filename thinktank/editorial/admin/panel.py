"""What the top of each side says: the state of a language, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thinktank.editorial import workflow
from thinktank.editorial.models import Edition, Stage
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
    """A scheduled edition and what may be done with it."""

    edition: Edition
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The state of one language, and the steps one person may take."""

    state: LanguageState
    steps: tuple[Step, ...] = ()
    ahead: tuple[Ahead, ...] = ()

    def all_steps(self) -> Iterator[Step]:
        yield from self.steps
        for ahead in self.ahead:
            yield from ahead.steps


def panel(state: LanguageState, user: User) -> Panel:
    ahead = (Ahead(edition, _about(edition, user)) for edition in state.ahead)
    return Panel(state, tuple(_steps(state, user)), tuple(ahead))


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


def _about(edition: Edition, user: User) -> tuple[Step, ...]:
    verb = "withdraw" if edition.notice else "schedule"
    if not may(user, verb, edition.language):
        return ()
    argument = str(edition.pk)
    return (
        Step("move", argument, _("Another time…")),
        Step("cancel", argument, _("Cancel…")),
    )
