"""The admin that every kind of item subclasses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_POST
from modeltranslation.fields import TranslationField

from thinktank import house
from thinktank.editorial import copying, keeping, linked, saving, snapshots
from thinktank.editorial.fields import DocumentField
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import NotAllowed, Refused, is_theirs

from . import changelist, desk, filters, links, previews, shown, sides
from .acts import manyacts, trash_page
from .acts.confirmation import IN_REACH
from .acts.trashing import TrashView
from .acts.verbs import VERBS
from .attached import AttachmentInline, GalleryInline
from .body import BodyField
from .chosen import NUMBER
from .itemform import ItemForm, side_fields
from .lookup import kinds_seen_by
from .manuscripts.permits import kinds_to_begin
from .manuscripts.sending import import_address
from .panel import Step
from .parts import FACTS
from .past import doors as past
from .people import PeopleInline
from .quickforms import QuickForms
from .searching import FoundByWords
from .staff import person
from .surface import doors, drafts
from .surface import page as surface_page

DATES = ("displayed_date", "date_precision")
LINKS = ("topics", "regions", "programmes", "related")
_zone = lazy(lambda: str(house.current().zone), str)
RECORD = (
    gettext_lazy("Dates of the record"),
    {
        "fields": ("first_published", "updated"),
        "classes": ("collapse",),
        "description": format_lazy(
            gettext_lazy("In the time of {zone}."), zone=_zone()
        ),
    },
)


class ItemAdmin(FoundByWords, QuickForms):
    """Edits the working copy of an item, and leads to the verbs that publish it.

    A kind gives the fieldsets of its shared facts.
    """

    form = ItemForm
    inlines: ClassVar[tuple[Any, ...]] = (
        PeopleInline,
        GalleryInline,
        AttachmentInline,
    )
    change_form_template = "admin/desk/item.html"
    fact_fieldsets: ClassVar[Sequence[Any]] = (
        (gettext_lazy("Shared facts"), {"fields": (DATES, *LINKS, "cover")}),
        RECORD,
    )
    autocomplete_fields: ClassVar[tuple[str, ...]] = (*LINKS, "cover")
    formfield_overrides: ClassVar[dict[Any, Any]] = {
        models.DateTimeField: {"validators": IN_REACH}
    }
    numbered = True
    search_help_text = gettext_lazy(
        "Searches titles, summaries, keywords and item numbers."
    )
    ordering = ("-pk",)
    list_per_page = 50
    show_full_result_count = False
    empty_value_display = gettext_lazy("none")
    list_display: tuple[Any, ...] = (
        changelist.headline,
        changelist.badges,
        changelist.displayed_date,
        changelist.authors,
    )
    list_filter: ClassVar[tuple[Any, ...]] = (
        *filters.state_filters(),
        filters.AssigneeFilter,
        filters.DueFilter,
        ("topics", filters.NamedFilter),
    )

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        verbs = [self._verb_path(verb) for verb in VERBS]
        many = self.admin_site.admin_view(self.many_view)
        duplicate = self.admin_site.admin_view(require_POST(self.duplicate_view))
        return [
            *verbs,
            *doors.urls(self),
            path("many/<str:act>/", many, name=self._name("many")),
            *past.urls(self),
            *previews.urls(self),
            *links.urls(self),
            path("<int:number>/duplicate/", duplicate, name=self._name("duplicate")),
            *super().get_urls(),
        ]

    def _verb_path(self, verb: str) -> URLPattern:
        argument, view_class = VERBS[verb]
        route = f"<int:number>/{verb}/" + (f"{argument}/" if argument else "")
        view = self.admin_site.admin_view(view_class.as_view(item_admin=self))
        return path(route, view, name=self._name(verb))

    def _name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def address(self, item: Item, page: str = "change", *arguments: Any) -> str:
        """Where a page about `item` is: its form, a verb, a preview …"""
        return reverse(f"admin:{self._name(page)}", args=[item.pk, *arguments])

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Some people change only what they have begun or what is assigned to them."""
        may: bool = super().has_change_permission(request, obj)
        return may and (obj is None or is_theirs(person(request), obj))

    # The list

    def get_queryset(self, request: HttpRequest) -> Any:
        # No index spans parent and child; the one of Item begins with the kind.
        # What is in the trash has a page of its own, and no other here.
        kept = super().get_queryset(request).filter(trashed_at__isnull=True)
        return kept.filter(kind=self.model.KIND)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """By its number, with what its facts need; locked when its form was sent."""
        if not NUMBER.fullmatch(object_id):
            return None
        if getattr(request, "_locks_its_item", False):
            return _locked(int(object_id), self.model)
        items = self.model.with_records(self.get_queryset(request))
        return items.filter(id=object_id).first()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        return changelist.ItemChangeList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        begins = self.model.KIND in kinds_to_begin(request)
        more = {"manuscript_import": import_address() if begins else ""}
        return super().changelist_view(request, {**(extra_context or {}), **more})

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Each leads to a page of its own; nothing is deleted together."""
        return manyacts.actions(self, request)

    # The form

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, DocumentField) and isinstance(
            db_field, TranslationField
        ):
            label, code = sides.label(db_field), db_field.language
            return BodyField(name=db_field.name, language=code, label=label)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        looking = obj is not None and not self.has_change_permission(request, obj)
        halves = [
            (None, {"fields": self._side_fields(code, looking)})
            for code in sides.in_reading_order()
        ]
        facts = list(self.fact_fieldsets)
        if looking:
            facts = shown.facts(facts, self.model, kinds_seen_by(request))
            facts.insert(1, (_("People"), {"fields": (shown.people,)}))
        return halves + self.as_read(facts, request, obj)

    def _side_fields(self, language: str, looking: bool) -> list[Any]:
        if not looking:
            return [sides.column(field, language) for field in side_fields(self.model)]
        field_of = self.opts.get_field
        return [
            shown.Shown(field_of(sides.column(field, language)), field, language)
            for field in side_fields(self.model)
        ]

    def get_inlines(self, request: HttpRequest, obj: Any) -> tuple[Any, ...]:
        looking = obj is not None and not self.has_change_permission(request, obj)
        return () if looking else self.inlines

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context |= desk.context(self, request, context)
        context |= surface_page.context(self, request, context["original"])
        render = surface_page.allow_import_map(super().render_change_form)
        return render(request, context, *args, **kwargs)

    # Saving

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kw: Any
    ) -> HttpResponse:
        """What is compared and what is stored happen under one lock.

        The admin opens its transaction before it asks for the object.
        """
        request._locks_its_item = request.method == "POST"  # type: ignore[attr-defined]  # get_object is not told by the admin why it asks
        return super().changeform_view(request, object_id, *args, **kw)

    def save_model(
        self, request: HttpRequest, obj: Item, form: Any, change: bool
    ) -> None:
        """A stored item is saved part by part, in `save_related`."""
        if not change:
            obj.created_by = person(request)
            super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        item, user = form.instance, person(request)
        facts = not change or FACTS in form.touched
        lists = [each for each in formsets if not change or each.touched]
        texts = {language: form.texts(language) for language in form.written()}
        if facts or lists:
            before = snapshots.facts(form.standing if change else saving.lock(item))
            if facts:
                form.save_facts()
            for formset in lists:
                self.save_formset(request, form, formset, change)
            if texts:
                saving.write(saving.lock(item), texts, by=user)
            saving.record_facts(item, user, before)
        elif texts:
            saving.write(form.standing, texts, by=user)
        linked.forget(item)  # a verb's button asks for the states of what was saved
        self._forget_kept(request, item, form.written(), change)
        for language, source in form.followed().items():
            tip = item.track(source).tip
            if tip:
                saving.mark_translated(item, language, tip)

    def _forget_kept(
        self, request: HttpRequest, item: Item, languages: list[str], change: bool
    ) -> None:
        """What was kept while it was typed has been saved now."""
        draft = drafts.named(request)
        place = keeping.Place(self.model.KIND, item if change else None, draft)
        keeping.forget(place, languages, by=person(request))
        if not change:
            drafts.remember(request)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[Any]:
        if add:
            return super().construct_change_message(request, form, [], add)
        changed = form.changed_names()
        with override(None):
            names = [
                str(f.model._meta.verbose_name_plural) for f in formsets if f.touched
            ]
        changed += dict.fromkeys(names)
        return [{"changed": {"fields": changed}}] if changed else []

    def log_change(self, request: HttpRequest, obj: Item, message: Any) -> Any:
        """A save that changed nothing leaves no trace."""
        return super().log_change(request, obj, message) if message else None

    def response_change(self, request: HttpRequest, obj: Item) -> HttpResponse:
        """A verb's button saves first, then leads to the page of the verb."""
        step = desk.chosen_step(request, obj)
        if step is None:
            return super().response_change(request, obj)
        return HttpResponseRedirect(self.step_address(obj, step))

    def step_address(self, item: Item, step: Step) -> str:
        return self.address(item, step.verb, *filter(None, [step.argument]))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Nothing is deleted at once: the trash is where it can be."""
        found = self.get_object(request, unquote(object_id))
        if found is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        view: Any = TrashView.as_view(item_admin=self)
        answer: HttpResponse = view(request, number=found.pk)
        return answer

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> Any:
        """The form of what is in the trash leads there."""
        if self.has_view_or_change_permission(request):
            found = trash_page.leading_to(request, self.model, unquote(object_id))
            if found:
                return found
        known: Any = super()
        return known._get_obj_does_not_exist_redirect(request, opts, object_id)

    # Pages beside the form

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """There is one history; this is where the stock admin looks for it."""
        if not NUMBER.fullmatch(object_id):
            raise Http404
        item = self._viewable(request, int(object_id))
        return HttpResponseRedirect(self.address(item, "versions"))

    def many_view(self, request: HttpRequest, act: str) -> HttpResponseBase:
        """The page of an act on what was ticked in the list."""
        if act not in manyacts.ACTS:
            raise Http404
        _label, view_class = manyacts.ACTS[act]
        return view_class.as_view(item_admin=self)(request)

    def duplicate_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """A new item that begins with all that this one has."""
        item = self._viewable(request, number)
        try:
            copied = copying.duplicate(item, by=person(request))
        except NotAllowed as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        self.log_addition(request, copied, [{"added": {}}])
        messages.success(
            request,
            _(
                "This is the duplicate, a draft with the number %(number)s. Write its "
                "own headline before anything else."
            )
            % {"number": copied.pk},
        )
        return HttpResponseRedirect(self.address(copied))

    def _viewable(self, request: HttpRequest, number: int) -> Item:
        item = get_object_or_404(self.get_queryset(request), id=number)
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        return item


def _locked(number: int, model: type[Item]) -> Item | None:
    """The item under its lock; None lets the admin say that there is none."""
    try:
        item = saving.lock(Item(pk=number))
    except Refused:
        return None
    return item if isinstance(item, model) else None
