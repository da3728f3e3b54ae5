"""The list of bundles, and the form of one with the texts that it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from thinktank.editorial import publishing
from thinktank.editorial.models import Bundle, BundleState
from thinktank.editorial.permissions import Refused

from ..acts.confirmation import moment
from ..chosen import NUMBER
from ..panel import Step
from ..searching import BriefSearch
from ..staff import called, person
from . import beginning
from .form import BundleForm, told
from .verbs import VERBS


@admin.register(Bundle)
class BundleAdmin(BriefSearch):
    """What is scheduled or released is changed by the verbs alone."""

    form = BundleForm
    change_form_template = "admin/desk/bundle.html"
    list_display = ("name", "shown_state", "shown_at", "shown_count", "maker")
    search_fields = ("name", "note")
    ordering = ("-pk",)
    list_per_page = 50
    show_full_result_count = False
    fields = ("name", "note")
    task = "content"

    def get_queryset(self, request: HttpRequest) -> Any:
        bundles: Any = super().get_queryset(request)
        return bundles.with_instant().select_related("made_by")

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        if not NUMBER.fullmatch(object_id):
            return None
        return super().get_object(request, object_id, from_field)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Nothing is done to many bundles at once."""
        return {}

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A bundle that has gone out tells what was done; one that is scheduled is
        cancelled first."""
        may_delete: bool = super().has_delete_permission(request, obj)
        return may_delete and (obj is None or obj.state == BundleState.OPEN)

    # The list

    @admin.display(description=gettext_lazy("state"))
    def shown_state(self, bundle: Bundle) -> str:
        return render_to_string("admin/desk/bundle_state.html", {"bundle": bundle})

    @admin.display(description=gettext_lazy("goes out"), ordering="at")
    def shown_at(self, bundle: Bundle) -> str:
        return moment(bundle.at) if bundle.at else "—"

    @admin.display(description=gettext_lazy("texts"), ordering="count")
    def shown_count(self, bundle: Bundle) -> int:
        return bundle.count

    @admin.display(description=gettext_lazy("made by"), ordering="made_by")
    def maker(self, bundle: Bundle) -> str:
        return called(bundle.made_by)

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                f"<int:number>/{verb}/",
                self.admin_site.admin_view(view.as_view(bundle_admin=self)),
                name=f"editorial_bundle_{verb}",
            )
            for verb, view in VERBS.items()
        ]
        return [*pages, *super().get_urls()]

    def address(self, bundle: Bundle, page: str = "change") -> str:
        return reverse(f"admin:editorial_bundle_{page}", args=[bundle.pk])

    # The form

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        proposed = () if obj else beginning.proposed(request)
        return type(form)(
            form.__name__, (form,), {"request": request, "proposed": proposed}
        )

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        item = beginning.whole(request)
        return {"name": beginning.name(item)} if item else {}

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kw: Any
    ) -> HttpResponse:
        """Somebody else may take a text, or schedule the bundle, after it was asked."""
        try:
            return super().changeform_view(request, object_id, *args, **kw)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.get_full_path())

    def delete_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kw: Any
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, *args, **kw)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(
                reverse("admin:editorial_bundle_change", args=[object_id])
            )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form, bundle = context["adminform"].form, context["original"]
        may_tick = form.is_open and (
            self.has_change_permission(request) if bundle else True
        )
        context |= {
            "table": form.table(),
            "bundle": bundle,
            "ticked": may_tick,
            "steps": self.steps(request, bundle) if bundle else [],
            "show_save_and_add_another": False,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def steps(self, request: HttpRequest, bundle: Bundle) -> list[Step]:
        """What the person may do with the whole bundle next."""
        if not (self.has_change_permission(request, bundle) and bundle.count):
            return []
        return [
            Step(verb, "", label)
            for verb, label in _verbs(bundle)
            if VERBS[verb].is_open_to(person(request), bundle)
        ]

    # Saving

    def save_model(
        self, request: HttpRequest, obj: Bundle, form: Any, change: bool
    ) -> None:
        if change:
            self._require_unchanged(request, obj, form)
        else:
            obj.made_by = person(request)
        super().save_model(request, obj, form, change)
        if form.is_open:
            publishing.collect(obj, form.wanted(), by=person(request))

    def _require_unchanged(self, request: HttpRequest, obj: Bundle, form: Any) -> None:
        """Raises Refused where somebody else changed its texts, or where they go."""
        publishing.lock_bundle(obj, by=person(request))
        if form.held != told(obj.texts.all()):
            raise Refused(
                _("Somebody changed this bundle meanwhile. Look at it, then save.")
            )

    def delete_model(self, request: HttpRequest, obj: Bundle) -> None:
        publishing.discard(obj, by=person(request))

    def response_add(
        self, request: HttpRequest, obj: Bundle, post_url_continue: str | None = None
    ) -> HttpResponse:
        """One goes on with the bundle: it is to be looked through, then released."""
        message = _("The bundle “%(name)s” was made.") % {"name": obj}
        messages.success(request, message)
        return HttpResponseRedirect(self.address(obj))

    def response_change(self, request: HttpRequest, obj: Bundle) -> HttpResponse:
        verb = request.POST.get("_then", "").removesuffix(":")
        current = self.get_queryset(request).get(pk=obj.pk)
        if verb in {step.verb for step in self.steps(request, current)}:
            return HttpResponseRedirect(self.address(obj, verb))
        return super().response_change(request, obj)


def _verbs(bundle: Bundle) -> Iterable[tuple[str, str]]:
    if bundle.state == BundleState.OPEN:
        yield "release", _("Release now…")
        yield "schedule", pgettext("button", "Schedule…")
    if bundle.state == BundleState.SCHEDULED:
        yield "release", _("Release now…")
        yield "schedule", _("Schedule anew…")
        yield "move", _("Another time…")
        yield "cancel", _("Cancel…")
