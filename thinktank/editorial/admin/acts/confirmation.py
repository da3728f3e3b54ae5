"""Pages that say what will happen to what is public, and do it when confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from thinktank import house
from thinktank.editorial import saving, states
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import Refused, may
from thinktank.editorial.readiness import NotReady
from thinktank.editorial.states import LanguageState
from thinktank.language.dates import hijri_line
from thinktank.language.times import format_moment

from .. import sides
from ..changelist import headline
from ..staff import person

IN_REACH = (
    MinValueValidator(datetime(1000, 1, 1, tzinfo=UTC)),
    MaxValueValidator(datetime(9000, 1, 1, tzinfo=UTC)),
)
"""Nearer to the ends of the calendar, no other zone can show an instant."""


class ConfirmForm(forms.Form):
    """Nothing to fill in; `shown` is what the person was looking at."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)


class NoteForm(ConfirmForm):
    note = forms.CharField(
        label=gettext_lazy("Public note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "For a correction: what was changed. Readers see it on the page. "
            "Leave it empty otherwise."
        ),
    )


class MomentField(forms.DateTimeField):
    """A time that the clocks skip or show twice is refused, and it is said why."""

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise ValidationError(_clocks_change()) from error


def _clocks_change() -> str:
    return _(
        "The clocks of %(zone)s change in that hour: the time comes twice or not at "
        "all. Choose one before or after it."
    ) % {"zone": house.current().zone}


def moment_field(**kwargs: Any) -> MomentField:
    """A date and time in the centre's zone; the page names the zone beside it."""
    widget = forms.DateTimeInput(
        format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}
    )
    return MomentField(widget=widget, validators=IN_REACH, **kwargs)


class MomentForm(ConfirmForm):
    at = moment_field(label=gettext_lazy("Date and time"))


class WithdrawForm(ConfirmForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Readers see it at the address of the text."),
    )
    at = moment_field(
        label=gettext_lazy("Only from this date and time on"), required=False
    )


@dataclass(frozen=True, slots=True)
class Led:
    """A sentence about what is to be done, and the address at which to do it."""

    message: str
    address: str


class ConfirmationView(FormView):
    """One verb: GET explains it, POST does it.

    A page acts on what is saved. Where that is published, the page sends back what
    it showed, so that nobody publishes words that were saved while they read.
    """

    template_name = "admin/desk/confirmation.html"
    # Django's own takes PUT for POST.
    http_method_names = ("get", "head", "post", "options")
    form_class: type[forms.Form] = ConfirmForm
    item_admin: Any = None
    destructive = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.item_admin.has_change_permission(request, self.item):
            raise PermissionDenied
        if not self.is_allowed():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self) -> bool:
        """Whether the person, who may change the item, may do this with it."""
        return all(map(self.allows, self.languages))

    @cached_property
    def item(self) -> Item:
        items = self.item_admin.get_queryset(self.request)
        return get_object_or_404(items, id=self.kwargs["number"])

    @cached_property
    def languages(self) -> list[str]:
        """The languages the person must have the permission in."""
        if self.kwargs["language"] not in sides.codes():
            raise Http404
        return [self.kwargs["language"]]

    @property
    def language(self) -> str:
        return self.languages[0]

    @cached_property
    def states(self) -> dict[str, LanguageState]:
        return {s.language: s for s in states.states([self.item])[self.item.pk]}

    @property
    def state(self) -> LanguageState:
        return self.states[self.language]

    def allows(self, language: str) -> bool:
        """Whether the person may do this in a language; asked before anything else."""
        return may(person(self.request), self.permission, language)

    # What subclasses say and do

    @property
    def permission(self) -> str:
        """The verb whose permission the person must have."""
        raise NotImplementedError

    def title(self) -> str:
        raise NotImplementedError

    def button(self) -> str:
        raise NotImplementedError

    def consequences(self) -> Iterator[str]:
        """Sentences that say what will happen, and in which languages."""
        raise NotImplementedError

    def act(self, values: dict[str, Any]) -> str:
        """Do it, and give the sentence that says so; may raise Refused."""
        raise NotImplementedError

    def blocking(self) -> list[Led]:
        """What stands in the way; while anything does, the page has no button."""
        return []

    def after(self) -> HttpResponse:
        """Where the person goes when it is done."""
        return HttpResponseRedirect(self.item_admin.address(self.item))

    def shown(self, item: Item) -> str:
        """What must still be the same when the person confirms."""
        return ""

    # The page

    def get_initial(self) -> dict[str, Any]:
        return {"shown": self.shown(self.item)}

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        form = super().get_form(form_class)
        for name in {"note", "reason", "until_reason"} & set(form.fields):
            form.fields[name].widget.attrs |= sides.attributes(self.language)
        if "at" in form.fields:
            form.fields["at"].help_text = zone_now()
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **self.item_admin.admin_site.each_context(self.request),
            opts=self.item_admin.opts,
            original=self.item,
            back=self.item_admin.address(self.item),
            title=self.title(),
            subtitle=headline(self.item),
            **kwargs,
        )

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """What was saved meanwhile may ask for other fields: look at that first."""
        if form.data.get("shown", "") != self.shown(self.item):
            return self._look_again()
        return super().form_invalid(form)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            with transaction.atomic():
                current = saving.lock(self.item)
                if form.cleaned_data["shown"] != self.shown(current):
                    return self._look_again()
                done = self.act(form.cleaned_data)
        except NotReady as refusal:
            return self._refused(form, refusal.problems)
        except Refused as refusal:
            return self._refused(form, [str(refusal)])
        messages.success(self.request, done)
        return self.after()

    def _refused(self, form: forms.Form, sentences: list[str]) -> HttpResponse:
        for sentence in sentences:
            form.add_error(None, sentence)
        return self.form_invalid(form)

    def _look_again(self) -> HttpResponse:
        messages.warning(
            self.request,
            _("Something was saved meanwhile. Read this page again, then confirm."),
        )
        return HttpResponseRedirect(self.request.get_full_path())


def moment(instant: datetime) -> str:
    """An instant in the centre's zone, written for the interface."""
    local = timezone.localtime(instant)
    style = house.current().style
    return format_moment(local, sides.interface(), style, clock=True)


def moment_and_hijri(instant: datetime) -> str:
    """The same, with the Hijri date in brackets where the house gives it."""
    day = timezone.localdate(instant)
    hijri = hijri_line(day, sides.interface(), style=house.current().style)
    return f"{moment(instant)} ({hijri})" if hijri else moment(instant)


def zone_now() -> str:
    """The zone in which a form takes an instant, and what time it is there."""
    return _("In the time of %(zone)s, where it is now %(now)s.") % {
        "zone": house.current().zone,
        "now": moment_and_hijri(timezone.now()),
    }
