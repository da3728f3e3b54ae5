"""What can be done to many items at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial, reduce
from operator import or_
from typing import Any

from django import forms
from django.contrib.admin import site as admin_site
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from thinktank.editorial import notices, publishing, saving, workflow
from thinktank.editorial.models import Item, Stage
from thinktank.editorial.permissions import may, may_do
from thinktank.editorial.states import LanguageState, State
from thinktank.reference.models import Topic

from .. import sides
from ..staff import person
from .confirmation import moment_field, zone_now
from .many import Cell, LanguagesForm, ManyForm, ManyRow, ManyView, lead_to
from .stages import day_field, person_field, remark, who_may_write


class SubmitManyForm(LanguagesForm):
    to = person_field(
        gettext_lazy("Reviewed by"),
        gettext_lazy("Nobody: whoever may approve in the language of a text takes it."),
        gettext_lazy("whoever may"),
    )
    due = day_field()
    remark = remark(
        gettext_lazy("A word to the reviewers"),
        gettext_lazy("What to look at. Only members of staff read it."),
    )


class AssignManyForm(LanguagesForm):
    to = person_field(
        gettext_lazy("Who works on them next"),
        gettext_lazy("This person is told by e-mail, in their next digest."),
        gettext_lazy("nobody"),
    )
    due = day_field()
    remark = remark(
        gettext_lazy("A word to them"),
        gettext_lazy("Only members of staff read it."),
    )


class ScheduleManyForm(LanguagesForm):
    at = moment_field(label=gettext_lazy("Date and time"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = zone_now()


class WithdrawManyForm(LanguagesForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy(
            "Readers see it at the address of each text, in the language in which "
            "you write it: withdraw one language at a time."
        ),
    )


def topics_field(label: Any) -> forms.ModelMultipleChoiceField:
    widget = AutocompleteSelectMultiple(Item._meta.get_field("topics"), admin_site)
    return forms.ModelMultipleChoiceField(
        Topic.objects.all(), label=label, required=False, widget=widget
    )


class TopicsManyForm(ManyForm):
    add = topics_field(gettext_lazy("Topics to add"))
    remove = topics_field(gettext_lazy("Topics to remove"))


class SubmitMany(ManyView):
    form_class = SubmitManyForm

    def title(self) -> str:
        return _("Submit texts for review")

    def button(self) -> str:
        return _("Submit for review")

    def consequences(self) -> Iterator[str]:
        yield _("A second person reads each text and approves it, or returns it.")

    def what_happens(self, language: str) -> str:
        return _("is submitted")

    def obstacle(self, state: LanguageState) -> str:
        return _no_text(state) or _wrong_stage(state, Stage.WRITING)

    def get_form(self, form_class: Any = None) -> forms.Form:
        form = super().get_form(form_class)
        form.fields["to"].queryset = _reviewers_beside(person(self.request))
        return form

    def act(self, item: Item, language: str, values: dict[str, Any]) -> None:
        workflow.submit(
            item,
            language,
            by=person(self.request),
            to=values["to"],
            due=values["due"],
            note=values["remark"],
        )


class AssignMany(ManyView):
    form_class = AssignManyForm

    @classmethod
    def is_offered(cls, user: User) -> bool:
        return may_do(user, "assign_track")

    def title(self) -> str:
        return _("Assign texts")

    def button(self) -> str:
        return _("Assign")

    def consequences(self) -> Iterator[str]:
        yield _("The texts stand on the desk of whoever you choose.")
        yield _("Whoever has them now, and the days that are set, are replaced.")

    def what_happens(self, language: str) -> str:
        return _("is assigned")

    def get_form(self, form_class: Any = None) -> forms.Form:
        form = super().get_form(form_class)
        form.fields["to"].queryset = who_may_write(self.items[0])
        return form

    def act(self, item: Item, language: str, values: dict[str, Any]) -> None:
        workflow.assign(
            item,
            language,
            by=person(self.request),
            to=values["to"],
            due=values["due"],
            note=values["remark"],
        )


class ScheduleMany(ManyView):
    form_class = ScheduleManyForm

    @classmethod
    def is_offered(cls, user: User) -> bool:
        return _in_some_language(user, "schedule")

    def title(self) -> str:
        return _("Schedule texts")

    def button(self) -> str:
        return _("Schedule")

    def consequences(self) -> Iterator[str]:
        yield _("From the time given on, readers will see these texts as they are now.")
        yield _("Only approved texts are scheduled together.")

    def what_happens(self, language: str) -> str:
        return _("is scheduled")

    def obstacle(self, state: LanguageState) -> str:
        return (
            _no_permission(person(self.request), "schedule", state)
            or _no_text(state)
            or (_("Readers see this text already.") if _is_out(state) else "")
            or _wrong_stage(state, Stage.APPROVED)
        )

    def act(self, item: Item, language: str, values: dict[str, Any]) -> None:
        by = person(self.request)
        publishing.schedule(item, language, values["at"], by=by)


class WithdrawMany(ManyView):
    form_class = WithdrawManyForm
    destructive = True

    @classmethod
    def is_offered(cls, user: User) -> bool:
        return _in_some_language(user, "withdraw")

    def title(self) -> str:
        return _("Withdraw texts")

    def button(self) -> str:
        return _("Withdraw")

    def get_initial(self) -> dict[str, Any]:
        """Nothing that disappears is chosen beforehand."""
        return super().get_initial() | {"languages": []}

    def consequences(self) -> Iterator[str]:
        yield _(
            "The texts disappear for readers at once. Their addresses stay and give "
            "your reason."
        )
        yield _("What is scheduled in the same language is cancelled too.")

    def what_happens(self, language: str) -> str:
        return _("is withdrawn")

    def obstacle(self, state: LanguageState) -> str:
        missing = _no_permission(person(self.request), "withdraw", state)
        return missing or ("" if state.live else _("Nothing is public."))

    def act(self, item: Item, language: str, values: dict[str, Any]) -> None:
        reason, by = values["reason"], person(self.request)
        publishing.withdraw(item, language, reason, by=by)


class TopicsMany(ManyView):
    """Topics belong to no language: each row has one cell."""

    form_class = TopicsManyForm

    def title(self) -> str:
        return _("Add or remove topics")

    def button(self) -> str:
        return _("Change the topics")

    def consequences(self) -> Iterator[str]:
        yield _("Topics are shared facts: readers see them when they are published.")

    def what_happens(self, language: str) -> str:
        return _("its topics change")

    def columns(self) -> list[tuple[str, str]]:
        return [(_("Shared facts"), self.what_happens(""))]

    def _row(self, item: Item) -> ManyRow:
        row = super()._row(item)
        return ManyRow(row.headline, row.address, [Cell("", row.cells[0].obstacle)])

    def languages(self, values: dict[str, Any]) -> list[str]:
        """One turn for each item is enough."""
        return sides.codes()[:1]

    def act(self, item: Item, language: str, values: dict[str, Any]) -> None:
        user = person(self.request)
        with saving.saving_facts(item, by=user):
            item.topics.add(*values["add"])
            item.topics.remove(*values["remove"])
        changed = [{"changed": {"fields": ["topics"]}}]
        self.item_admin.log_change(self.request, item, changed)


def _reviewers_beside(user: User) -> Any:
    """Who may approve in some language; `workflow` leaves the texts in others."""
    found = [notices.those_who_may("approve", code) for code in sides.codes()]
    return reduce(or_, found).exclude(pk=user.pk)


def _in_some_language(user: User, verb: str) -> bool:
    return any(may(user, verb, code) for code in sides.codes())


def _no_permission(user: User, verb: str, state: LanguageState) -> str:
    if may(user, verb, state.language):
        return ""
    return _("You may not do this in this language.")


def _no_text(state: LanguageState) -> str:
    return _("There is no text.") if state.state is State.EMPTY else ""


def _is_out(state: LanguageState) -> bool:
    return state.state is State.LIVE


def _wrong_stage(state: LanguageState, wanted: Stage) -> str:
    stage = Stage(state.track.stage) if state.track else Stage.WRITING
    if stage == wanted:
        return ""
    return _("The text is at the stage “%(stage)s”.") % {"stage": stage.label}


ACTS: dict[str, tuple[Any, type[ManyView]]] = {
    "assign": (pgettext_lazy("action", "Assign…"), AssignMany),
    "submit": (pgettext_lazy("action", "Submit for review…"), SubmitMany),
    "topics": (pgettext_lazy("action", "Add or remove topics…"), TopicsMany),
    "schedule": (pgettext_lazy("action", "Schedule…"), ScheduleMany),
    "withdraw": (pgettext_lazy("action", "Withdraw…"), WithdrawMany),
}
"""What the list calls each act, and its page, by its name in the address."""


def actions(item_admin: Any, request: HttpRequest) -> dict[str, Any]:
    """What the list offers somebody, as Django's admin wants it."""
    if not item_admin.has_change_permission(request):
        return {}
    user = person(request)
    return {
        name: (partial(lead_to, name), name, label)
        for name, (label, view) in ACTS.items()
        if view.is_offered(user)
    }
