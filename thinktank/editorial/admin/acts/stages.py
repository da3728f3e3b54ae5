"""The moves of `workflow`, each on its own confirmation page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial import notices, workflow
from thinktank.editorial.models import Item, Stage
from thinktank.editorial.permissions import may, may_do

from .. import sides
from ..staff import called, person
from .confirmation import ConfirmationView, ConfirmForm


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, user: User) -> str:
        return called(user)


def remark(label: Any, help_text: Any, *, required: bool = False) -> forms.CharField:
    """Words between members of staff, in whatever language they write."""
    area = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=1000,
        widget=area,
    )


def person_field(label: Any, help_text: Any, nobody: Any) -> PersonChoice:
    return PersonChoice(
        User.objects.none(),
        label=label,
        help_text=help_text,
        required=False,
        empty_label=nobody,
    )


def day_field() -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=gettext_lazy("Due on"), required=False, widget=widget)


class SubmitForm(ConfirmForm):
    to = person_field(
        gettext_lazy("Reviewed by"),
        gettext_lazy("Nobody: whoever may approve in this language takes it."),
        gettext_lazy("whoever may"),
    )
    due = day_field()
    remark = remark(
        gettext_lazy("A word to the reviewer"),
        gettext_lazy("What to look at. Only members of staff read it."),
    )


class ApproveForm(ConfirmForm):
    remark = remark(
        gettext_lazy("A word to the writer"),
        gettext_lazy("Only members of staff read it."),
    )


class ReturnForm(ConfirmForm):
    remark = remark(
        gettext_lazy("Reason"),
        gettext_lazy("What is to be done. Only members of staff read it."),
    )


class AssignForm(ConfirmForm):
    to = person_field(
        gettext_lazy("Who works on it next"),
        gettext_lazy("This person is told by e-mail, in their next digest."),
        gettext_lazy("nobody"),
    )
    due = day_field()
    remark = remark(
        gettext_lazy("A word to them"),
        gettext_lazy("Only members of staff read it."),
    )


class _MovesText(ConfirmationView):
    """A move acts on the text that the person was looking at."""

    def shown(self, item: Item) -> str:
        tracks = item.tracks.filter(language=self.language)
        row = tracks.values_list("tip_id", "stage").first()
        return ".".join(map(str, row)) if row else ""

    @property
    def stage(self) -> str:
        return self.state.track.stage if self.state.track else Stage.WRITING

    def named(self) -> dict[str, str]:
        return {"language": sides.name(self.language)}


class SubmitView(_MovesText):
    form_class = SubmitForm

    def is_allowed(self) -> bool:
        return bool(self.languages)

    def title(self) -> str:
        return _("Submit the text in %(language)s for review") % self.named()

    def button(self) -> str:
        return _("Submit for review")

    def consequences(self) -> Iterator[str]:
        yield _("A second person reads the text and approves it, or returns it to you.")
        yield _("You can go on writing, and take the text back.")

    def get_form(self, form_class: Any = None) -> forms.Form:
        form = super().get_form(form_class)
        reviewers = notices.those_who_may("approve", self.language)
        others = reviewers.exclude(pk=person(self.request).pk)
        form.fields["to"].queryset = others  # type: ignore[attr-defined]  # the stubs know no field but a plain one
        return form

    def get_initial(self) -> dict[str, Any]:
        due = self.state.track.due_date if self.state.track else None
        return super().get_initial() | {"due": due}

    def act(self, values: dict[str, Any]) -> str:
        workflow.submit(
            self.item,
            self.language,
            by=person(self.request),
            note=values["remark"],
            to=values["to"],
            due=values["due"],
        )
        return _("The text in %(language)s is in review now.") % self.named()


class ApproveView(_MovesText):
    form_class = ApproveForm
    permission = "approve"

    def title(self) -> str:
        return _("Approve the text in %(language)s") % self.named()

    def button(self) -> str:
        return _("Approve")

    def consequences(self) -> Iterator[str]:
        if self.state.live:
            yield _("Readers see this text already; you say that it may stay.")
        else:
            yield _("The text may be published as it stands now.")
        yield _("Whoever changes a word of it needs a new approval.")

    def act(self, values: dict[str, Any]) -> str:
        user, note = person(self.request), values["remark"]
        workflow.approve(self.item, self.language, by=user, note=note)
        return _("The text in %(language)s is approved.") % self.named()


class ReturnView(_MovesText):
    form_class = ReturnForm

    def is_allowed(self) -> bool:
        return self.is_own or may(person(self.request), "approve", self.language)

    @property
    def is_own(self) -> bool:
        track = self.state.track
        return bool(track and workflow.wrote_last(track, person(self.request)))

    def title(self) -> str:
        if self.is_own:
            return _("Take back the text in %(language)s") % self.named()
        return _("Return the text in %(language)s") % self.named()

    def button(self) -> str:
        return _("Take it back") if self.is_own else _("Return it")

    def consequences(self) -> Iterator[str]:
        if self.stage == Stage.APPROVED:
            yield _("The text is no longer approved.")
        if self.is_own:
            yield _("The text leaves the review, and you go on writing.")
        else:
            yield _("The text goes back to its writer, who is told your reason.")
        if self.state.live:
            yield _("What readers see stays as it is.")

    def act(self, values: dict[str, Any]) -> str:
        user, reason = person(self.request), values["remark"]
        workflow.send_back(self.item, self.language, reason, by=user)
        return _("The text in %(language)s is being written again.") % self.named()


class AssignView(_MovesText):
    form_class = AssignForm

    def is_allowed(self) -> bool:
        return bool(self.languages) and may_do(person(self.request), "assign_track")

    def title(self) -> str:
        return _("Assign the text in %(language)s") % self.named()

    def button(self) -> str:
        return _("Assign")

    def consequences(self) -> Iterator[str]:
        yield _("The text stands on the desk of whoever you choose.")

    def get_form(self, form_class: Any = None) -> forms.Form:
        form = super().get_form(form_class)
        form.fields["to"].queryset = self._hands()  # type: ignore[attr-defined]  # the stubs know no field but a plain one
        return form

    def _hands(self) -> Any:
        if self.stage == Stage.REVIEW:
            return notices.those_who_may("approve", self.language)
        return who_may_write(self.item)

    def get_initial(self) -> dict[str, Any]:
        track = self.state.track
        known = {"to": track.assignee, "due": track.due_date} if track else {}
        return super().get_initial() | known

    def act(self, values: dict[str, Any]) -> str:
        workflow.assign(
            self.item,
            self.language,
            by=person(self.request),
            to=values["to"],
            due=values["due"],
            note=values["remark"],
        )
        return _("The text in %(language)s is assigned.") % self.named()


def who_may_write(item: Item) -> Any:
    """Members of staff to whom a text of this item may be given."""
    opts = item._meta
    named = User.objects.with_perm(
        f"{opts.app_label}.change_{opts.model_name}",
        backend="thinktank.editorial.backend.DeskBackend",
    )
    return named.filter(is_staff=True).order_by("first_name", "last_name", "username")


MOVES: dict[str, tuple[str, type[ConfirmationView]]] = {
    "submit": ("<str:language>", SubmitView),
    "approve": ("<str:language>", ApproveView),
    "return": ("<str:language>", ReturnView),
    "assign": ("<str:language>", AssignView),
}
"""As `verbs.VERBS`."""
