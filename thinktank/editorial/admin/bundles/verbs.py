"""The verbs of a bundle, each on a page that lists what will happen to which text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView

from thinktank.editorial import publishing
from thinktank.editorial.models import Bundle, BundleText, Track
from thinktank.editorial.permissions import Refused, may
from thinktank.editorial.publishing import Blocked, Obstacle

from ..acts import confirmation
from ..acts.confirmation import ConfirmForm, MomentForm, moment
from ..staff import person
from .table import Cell, Table


@dataclass(frozen=True, slots=True)
class Line:
    """What will happen to one text, or what keeps it back."""

    title: Any
    language: str
    sentences: tuple[str, ...]
    stopped: bool = False


class BundleView(FormView):
    """GET lists every text with what will happen to it, POST does it to all."""

    template_name = "admin/desk/bundle_confirmation.html"
    form_class: type[forms.Form] = ConfirmForm
    bundle_admin: Any = None
    destructive = False
    permission: ClassVar[str] = "schedule"

    @classmethod
    def is_open_to(cls, user: User, bundle: Bundle) -> bool:
        """Whether somebody may do this in every language that the bundle has."""
        codes = bundle.texts.order_by().values_list("language", flat=True).distinct()
        return all(may(user, cls.permission, code) for code in codes)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.bundle_admin.has_change_permission(request, self.bundle):
            raise PermissionDenied
        if not self.is_open_to(person(request), self.bundle):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def bundle(self) -> Bundle:
        bundles = self.bundle_admin.get_queryset(self.request)
        return get_object_or_404(bundles, pk=self.kwargs["number"])

    @cached_property
    def table(self) -> Table:
        texts = list(self.bundle.texts.select_related("edition"))
        held = [(text.item_id, text.language) for text in texts]
        numbers = [number for number, _code in held]
        return Table(self.request, numbers, held, texts)

    # What subclasses say and do

    def title(self) -> str:
        raise NotImplementedError

    def button(self) -> str:
        raise NotImplementedError

    def sentence(self) -> str:
        """What happens to the bundle as a whole."""
        raise NotImplementedError

    def act(self, values: dict[str, Any]) -> str:
        """Do it, and give the sentence that says so; may raise Refused."""
        raise NotImplementedError

    def line(self, cell: Cell) -> tuple[str, ...]:
        """What happens to one text."""
        raise NotImplementedError

    # The page

    def lines(self) -> Iterator[Line]:
        for cell in self.table.cells:
            title = self.table.title(cell.number, cell.language)
            yield Line(title, cell.language, self.line(cell), self.is_stopped(cell))

    def is_stopped(self, cell: Cell) -> bool:
        return False

    def shown(self) -> str:
        """What must still be the same when the person confirms: the texts, the last
        save of each, and what is scheduled."""
        texts = BundleText.objects.filter(bundle=self.bundle)
        held = list(texts.values_list("item_id", "language", "edition_id"))
        numbers = {number for number, _code, _edition in held}
        tracks = Track.objects.filter(item_id__in=numbers)
        rows = tracks.values_list("item_id", "language", "tip_id")
        tips = {(number, code): tip for number, code, tip in rows}
        each = (f"{n}:{c}:{e}:{tips.get((n, c))}" for n, c, e in sorted(held, key=str))
        return " ".join(each)

    def get_initial(self) -> dict[str, Any]:
        return {"shown": self.shown()}

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        form = super().get_form(form_class)
        if "at" in form.fields:
            form.fields["at"].help_text = confirmation.zone_now()
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **self.bundle_admin.admin_site.each_context(self.request),
            opts=self.bundle_admin.opts,
            original=self.bundle,
            back=self.bundle_admin.address(self.bundle),
            title=self.title(),
            subtitle=self.bundle,
            **kwargs,
        )

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            with transaction.atomic():
                publishing.lock_bundle(self.bundle, by=person(self.request))
                if form.cleaned_data["shown"] != self.shown():
                    return self._look_again()
                done = self.act(form.cleaned_data)
        except Blocked as refusal:
            context = self.get_context_data(form=form, obstacles=self._named(refusal))
            return self.render_to_response(context)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, done)
        return HttpResponseRedirect(self.bundle_admin.address(self.bundle))

    def _named(self, refusal: Blocked) -> list[Line]:
        found: dict[tuple[int, str], list[str]] = {}
        each: Iterable[Obstacle] = refusal.obstacles
        for obstacle in each:
            place = (obstacle.number, obstacle.language)
            found.setdefault(place, []).extend(obstacle.sentences)
        return [
            Line(self.table.title(number, language), language, tuple(sentences), True)
            for (number, language), sentences in found.items()
        ]

    def _look_again(self) -> HttpResponse:
        messages.warning(
            self.request,
            _("Something was saved meanwhile. Read this page again, then confirm."),
        )
        return HttpResponseRedirect(self.request.get_full_path())


class _PublishesAll(BundleView):
    """A verb that makes the saved text of every language public."""

    def is_stopped(self, cell: Cell) -> bool:
        return not cell.approved or bool(cell.problems) or not cell.is_written

    def line(self, cell: Cell) -> tuple[str, ...]:
        if cell.state is None:
            return ("—",)
        if not cell.is_written:
            return (_("There is no text in this language yet. Write one first."),)
        refused = () if cell.approved else (_("Nobody has approved this text yet."),)
        if refused or cell.problems:
            return (*refused, *cell.problems)
        if cell.state.live:
            return (_("Replaces what readers see."),)
        return (_("Becomes public."),)


class ReleaseView(_PublishesAll):
    permission = "publish"

    def title(self) -> str:
        return _("Release the bundle")

    def button(self) -> str:
        return _("Release now")

    def sentence(self) -> str:
        return ngettext(
            "One text becomes public at once, as it is saved now.",
            "All %(count)s texts become public at the same instant, as they are saved "
            "now, or none of them.",
            self.bundle.count,
        ) % {"count": self.bundle.count}

    def act(self, values: dict[str, Any]) -> str:
        publishing.release(self.bundle, by=person(self.request))
        return _("The whole bundle is public now.")


class ScheduleView(_PublishesAll):
    form_class = MomentForm

    def title(self) -> str:
        return _("Schedule the bundle")

    def button(self) -> str:
        return _("Schedule")

    def sentence(self) -> str:
        return ngettext(
            "One text becomes public at the time given, as it is saved now.",
            "All %(count)s texts become public at the time given, as they are saved "
            "now, or none of them.",
            self.bundle.count,
        ) % {"count": self.bundle.count}

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"at": self.bundle.at}

    def act(self, values: dict[str, Any]) -> str:
        at = publishing.release(self.bundle, by=person(self.request), at=values["at"])
        return _("The whole bundle is scheduled for %(moment)s.") % {
            "moment": moment(at)
        }


class _ActsOnSchedule(BundleView):
    def when(self) -> dict[str, Any]:
        moments = {"moment": moment(self.bundle.at)} if self.bundle.at else {}
        return {"moment": "—", "count": self.bundle.count, **moments}


class MoveView(_ActsOnSchedule):
    form_class = MomentForm

    def line(self, cell: Cell) -> tuple[str, ...]:
        return (_("Becomes public at the time given, as it was approved."),)

    def title(self) -> str:
        return _("Choose another time")

    def button(self) -> str:
        return _("Move the bundle")

    def sentence(self) -> str:
        return (
            _("What is scheduled for %(moment)s becomes public at the time given.")
            % self.when()
        )

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"at": self.bundle.at}

    def act(self, values: dict[str, Any]) -> str:
        publishing.move_bundle(self.bundle, values["at"], by=person(self.request))
        return _("Moved to %(moment)s.") % {"moment": moment(values["at"])}


class CancelView(_ActsOnSchedule):
    destructive = True

    def line(self, cell: Cell) -> tuple[str, ...]:
        return (_("Does not become public."),)

    def title(self) -> str:
        return _("Cancel the release")

    def button(self) -> str:
        return _("Cancel the release")

    def sentence(self) -> str:
        return (
            _(
                "Nothing of it becomes public on %(moment)s. The texts stay in the "
                "bundle, and what readers see now stays as it is."
            )
            % self.when()
        )

    def act(self, values: dict[str, Any]) -> str:
        publishing.cancel_bundle(self.bundle, by=person(self.request))
        return _("The release is cancelled.")


VERBS: dict[str, type[BundleView]] = {
    "release": ReleaseView,
    "schedule": ScheduleView,
    "move": MoveView,
    "cancel": CancelView,
}
"""The page of each verb, by the verb in the address."""
