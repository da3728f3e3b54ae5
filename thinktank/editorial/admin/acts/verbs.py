"""The verbs of `publishing`, each on its own confirmation page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thinktank.editorial import publishing
from thinktank.editorial.models import Edition, Item
from thinktank.editorial.models.bundle import bundle_of
from thinktank.editorial.publishing.desk import goes_out_whole

from .. import sides
from ..staff import person
from .confirmation import (
    ConfirmationView,
    ConfirmForm,
    Led,
    MomentForm,
    WithdrawForm,
    moment,
)
from .release import PublishView, ScheduleView
from .stages import MOVES
from .suppressing import SuppressView, UnsuppressView


class WithdrawView(ConfirmationView):
    form_class = WithdrawForm
    permission = "withdraw"
    destructive = True

    def title(self) -> str:
        return _("Withdraw in %(language)s") % {"language": sides.name(self.language)}

    def button(self) -> str:
        return _("Withdraw")

    def consequences(self) -> Iterator[str]:
        language = {"language": sides.name(self.language)}
        yield (
            _(
                "The text in %(language)s disappears for readers. Its address stays "
                "and gives your reason."
            )
            % language
        )
        count = len(self.state.ahead)
        if count:
            yield ngettext(
                "The schedule in this language is cancelled too, unless you give a "
                "date and time.",
                "The %(count)s schedules in this language are cancelled too, unless "
                "you give a date and time.",
                count,
            ) % {"count": count}
        for state in self.states.values():
            if state.live and state.language != self.language:
                yield _("The page in %(language)s stays public.") % {
                    "language": sides.name(state.language)
                }

    def act(self, values: dict[str, Any]) -> str:
        reason, at = values["reason"], values["at"]
        notice = publishing.withdraw(
            self.item, self.language, reason, by=person(self.request), at=at
        )
        language = {"language": sides.name(self.language)}
        if at is None:
            return _("The text in %(language)s is withdrawn.") % language
        return _("The text in %(language)s will be withdrawn on %(moment)s.") % {
            **language,
            "moment": moment(notice.live_from),
        }


class _ActsOnSchedule(ConfirmationView):
    """A verb about one scheduled edition; the address names it."""

    @cached_property
    def edition(self) -> Edition:
        found = (e for state in self.states.values() for e in state.ahead)
        edition = next((e for e in found if e.pk == self.kwargs["edition"]), None)
        if edition is None:
            raise Http404
        return edition

    @cached_property
    def languages(self) -> list[str]:
        return [self.edition.language]

    @property
    def permission(self) -> str:
        return "withdraw" if self.edition.notice else "schedule"

    def blocking(self) -> list[Led]:
        bundle = bundle_of(self.edition)
        if bundle is None:
            return []
        seen = person(self.request).has_perm("editorial.view_bundle")
        form = reverse("admin:editorial_bundle_change", args=[bundle.pk])
        back = self.item_admin.address(self.item)
        return [Led(goes_out_whole(bundle), form if seen else back)]

    def scheduled(self) -> dict[str, str]:
        return {
            "language": sides.name(self.language),
            "moment": moment(self.edition.live_from),
        }


class CancelView(_ActsOnSchedule):
    form_class = ConfirmForm
    destructive = True

    def title(self) -> str:
        return _("Cancel a schedule")

    def button(self) -> str:
        return _("Cancel the schedule")

    def consequences(self) -> Iterator[str]:
        if self.edition.notice:
            yield (
                _("The text in %(language)s will not be withdrawn on %(moment)s.")
                % self.scheduled()
            )
        else:
            yield (
                _("The text in %(language)s will not be published on %(moment)s.")
                % self.scheduled()
            )
        yield _("What readers see now stays as it is.")

    def act(self, values: dict[str, Any]) -> str:
        publishing.cancel(self.edition, by=person(self.request))
        return _("The schedule is cancelled.")


class MoveView(_ActsOnSchedule):
    form_class = MomentForm

    def title(self) -> str:
        return _("Choose another time")

    def button(self) -> str:
        return _("Move the schedule")

    def consequences(self) -> Iterator[str]:
        yield (
            _(
                "What is scheduled in %(language)s for %(moment)s happens at the time "
                "given instead."
            )
            % self.scheduled()
        )

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"at": self.edition.live_from}

    def act(self, values: dict[str, Any]) -> str:
        moved = publishing.move(self.edition, values["at"], by=person(self.request))
        return _("Moved to %(moment)s.") % {"moment": moment(moved.live_from)}


class PublishFactsView(ConfirmationView):
    form_class = ConfirmForm
    permission = "publish"

    @cached_property
    def languages(self) -> list[str]:
        live = [state.language for state in self.states.values() if state.live]
        # With nothing public there is nothing to allow: ask for every language.
        return live or sides.codes()

    def shown(self, item: Item) -> str:
        return str(item.version)

    def title(self) -> str:
        return _("Publish the shared facts")

    def button(self) -> str:
        return _("Publish the facts")

    def consequences(self) -> Iterator[str]:
        for language in self.languages:
            yield _(
                "The page in %(language)s shows the saved dates, people, topics and "
                "other shared facts at once."
            ) % {"language": sides.name(language)}
        yield _("The words stay as they were published.")

    def act(self, values: dict[str, Any]) -> str:
        publishing.publish_facts(self.item, by=person(self.request))
        return _("The shared facts are public now.")


VERBS: dict[str, tuple[str, type[ConfirmationView]]] = {
    "publish": ("<str:language>", PublishView),
    "schedule": ("<str:language>", ScheduleView),
    "withdraw": ("<str:language>", WithdrawView),
    "cancel": ("<int:edition>", CancelView),
    "move": ("<int:edition>", MoveView),
    "publish-facts": ("", PublishFactsView),
    "suppress": ("<str:language>", SuppressView),
    "unsuppress": ("<str:language>", UnsuppressView),
    **MOVES,
}
"""What follows the verb in the address, and its page, by the verb in the address."""
