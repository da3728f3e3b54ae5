"""The dialog of publishing: what stands in the way, what is advised, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from thinktank.editorial import publishing, readiness, snapshots, workflow
from thinktank.editorial.models import Edition, Item
from thinktank.editorial.permissions import Refused, may, may_do
from thinktank.editorial.publishing import Change
from thinktank.editorial.readiness import Finding
from thinktank.editorial.snapshots import Snapshot
from thinktank.editorial.states import LanguageState, State

from .. import sides
from ..staff import person
from .confirmation import ConfirmationView, Led, moment, moment_and_hijri
from .releaseform import LATER, NOW, ReleaseForm, local_now


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What lies ahead of an item in one language, and the ways to change it."""

    edition: Edition
    when: str
    move: str = ""
    cancel: str = ""


ALONE = (State.EMPTY, State.LIVE, State.WITHDRAWN)
"""The states of a language that is not offered along with another one."""


def shows_other_facts(state: LanguageState, facts: dict[str, Any]) -> bool:
    """Whether readers of a language see facts that are not these."""
    live = state.live
    return bool(
        live and live.revision and not snapshots.agree(live.revision.facts, facts)
    )


class PublishView(ConfirmationView):
    """Makes the saved text of one language public, now or later."""

    template_name = "admin/desk/release.html"
    form_class = ReleaseForm
    permission = "publish"
    when = NOW

    def is_allowed(self) -> bool:
        return super().is_allowed() and (self.is_approved or self._may_go_without())

    @property
    def is_approved(self) -> bool:
        return _is_approved(self.state)

    def _may_go_without(self) -> bool:
        return may_do(person(self.request), workflow.WITHOUT_APPROVAL)

    def shown(self, item: Item) -> str:
        return f"{item.version}.{_tip(item, self.language)}"

    @cached_property
    def snapshot(self) -> Snapshot:
        return snapshots.take(self.item, self.language)

    @cached_property
    def others(self) -> list[str]:
        """Other languages that can become public at the same instant."""
        return [state.language for state in self.states.values() if self._joins(state)]

    def _joins(self, state: LanguageState) -> bool:
        if state.language == self.language or state.state in ALONE:
            return False
        # One reason serves both where neither is approved.
        if self.is_approved and not _is_approved(state):
            return False
        if not may(person(self.request), self.permission, state.language):
            return False
        taken = snapshots.take(self.item, state.language)
        return not any(readiness.blocking(self.item, state.language, taken))

    # What the page says

    def title(self) -> str:
        return _("Publish in %(language)s") % {"language": sides.name(self.language)}

    def button(self) -> str:
        return _("Publish")

    def blocking(self) -> list[Led]:
        found = readiness.blocking(self.item, self.language, self.snapshot)
        return [self._led(each) for each in found]

    def advice(self) -> list[Led]:
        found = list(readiness.advice(self.item, self.language, self.snapshot))
        if self.state.behind and self.state.source:
            message = _("The text in %(language)s that this follows has changed since.")
            source = {"language": sides.name(self.state.source.language)}
            found.append(Finding(message % source, "body"))
        return [self._led(each) for each in found]

    def _led(self, found: Finding) -> Led:
        if found.image:
            address = reverse("admin:media_image_change", args=[found.image])
            return Led(found.message, address)
        form = self.item_admin.address(self.item)
        if found.field == "body":
            return Led(found.message, f"{form}#side-{self.language}")
        if found.field == "contributors":
            return Led(found.message, f"{form}#contributors-group")
        is_text = found.field in type(self.item).text_fields()
        name = sides.column(found.field, self.language) if is_text else found.field
        return Led(found.message, f"{form}#id_{name}" if name else form)

    def scheduled(self) -> list[Scheduled]:
        """What lies ahead in every language, by its instant."""
        rows = [row for state in self.states.values() for row in state.ahead]
        return [self._scheduled(row) for row in sorted(rows, key=lambda r: r.live_from)]

    def _scheduled(self, row: Edition) -> Scheduled:
        verb = "withdraw" if row.notice else "schedule"
        when = moment_and_hijri(row.live_from)
        if not may(person(self.request), verb, row.language):
            return Scheduled(row, when)
        address = self.item_admin.address
        move, cancel = (address(self.item, v, row.pk) for v in ("move", "cancel"))
        return Scheduled(row, when, move, cancel)

    def consequences(self) -> Iterator[str]:
        values = {"text": self.saved_text()}
        if not self.is_approved:
            yield _(
                "Nobody has approved this text. It is published all the same, and a "
                "second person is asked to read it afterwards."
            )
        if self.state.live:
            yield _("Readers will see %(text)s, in place of today's.") % values
        else:
            yield _("Readers will see %(text)s.") % values
        if self._may_choose() or self.when == LATER:
            yield _(
                "What is saved later is not part of it: publish or schedule it anew."
            )
        for language in self.re_issued():
            yield _(
                "The shared facts have changed: the page in %(language)s shows its "
                "own published words with the new facts."
            ) % {"language": language}

    def saved_text(self) -> str:
        """The text that this acts on, in words."""
        language = {"language": sides.name(self.language)}
        tip = self.state.tip
        if tip is None:
            return _("the text in %(language)s") % language
        saved = language | {"moment": moment(tip.created_at)}
        return _("the text in %(language)s saved on %(moment)s") % saved

    def re_issued(self) -> list[str]:
        """The names of the other live languages, which will show other facts."""
        facts = snapshots.facts(self.item)
        return [
            sides.name(state.language)
            for state in self.states.values()
            if state.language != self.language and shows_other_facts(state, facts)
        ]

    # What it asks and does

    def get_initial(self) -> dict[str, Any]:
        also = ".".join(str(_tip(self.item, code)) for code in self.others)
        return super().get_initial() | {"when": self.when, "shown_also": also}

    def _may_choose(self) -> bool:
        user = person(self.request)
        return all(may(user, verb, self.language) for verb in ("publish", "schedule"))

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        form: Any = super().get_form(form_class)
        if not self.state.live:
            form.take_away("change")
            form.order_fields(["unapproved", "when", "at", "also", "note"])
        if self.is_approved:
            form.take_away("unapproved")
        if not self._may_choose():
            form.take_away("when", *([] if self.when == LATER else ["at"]))
        if not self.others:
            form.take_away("also", "shown_also")
        else:
            form.fields["also"].label = _("Also publish in %(language)s") % {
                "language": sides.listed(map(sides.name, self.others))
            }
        if not may(person(self.request), "withdraw", self.language):
            form.take_away("until", "until_reason")
        for name in {"at", "until"} & set(form.fields):
            form.fields[name].widget.attrs["min"] = local_now()
        return form

    def act(self, values: dict[str, Any]) -> str:
        user, at = person(self.request), values.get("at")
        given = {
            "by": user,
            "note": values["note"].strip(),
            "change": Change(values["change"]) if values.get("change") else None,
            "also": self._also(values),
            "unapproved": values.get("unapproved", ""),
        }
        if at:
            publishing.schedule(self.item, self.language, at, **given)
        else:
            publishing.publish(self.item, self.language, **given)
        if until := values.get("until"):
            reason = values["until_reason"]
            publishing.withdraw(self.item, self.language, reason, by=user, at=until)
        return self._done(at, [self.language, *given["also"]])

    def _also(self, values: dict[str, Any]) -> list[str]:
        if not values.get("also"):
            return []
        now = ".".join(str(_tip(self.item, code)) for code in self.others)
        if values["shown_also"] != now:
            raise Refused(
                _("The other language was saved meanwhile. Look at it first.")
            )
        return self.others

    def _done(self, at: Any, languages: list[str]) -> str:
        values = {"language": sides.name(self.language)}
        if at is None and len(languages) > 1:
            return _("The texts are public now, each in its language.")
        if at is None:
            return _("The text in %(language)s is public now.") % values
        values["moment"] = moment_and_hijri(at)
        if len(languages) > 1:
            return _("The texts are scheduled for %(moment)s.") % values
        return _("Scheduled in %(language)s for %(moment)s.") % values


class ScheduleView(PublishView):
    """The same dialog for a later time, also for those who may only schedule."""

    permission = "schedule"
    when = LATER

    def title(self) -> str:
        return _("Schedule in %(language)s") % {"language": sides.name(self.language)}

    def button(self) -> str:
        return _("Publish") if self._may_choose() else _("Schedule")


def _is_approved(state: LanguageState) -> bool:
    return state.track is not None and workflow.is_approved(state.track)


def _tip(item: Item, language: str) -> int | None:
    tips = item.tracks.filter(language=language)
    return tips.values_list("tip_id", flat=True).first()
