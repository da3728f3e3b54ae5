"""Records that can be merged: their lists, and the page on which two become one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from thinktank.editorial import merging
from thinktank.editorial.permissions import Refused
from thinktank.reference.models import Mergeable

from . import sides
from .reference import NamedAdmin, called, count_of_items, record_address
from .searching import FoundByWords
from .staff import person

LONGEST_NUMBER = 18
"""Digits of an id: more would not fit into the database's whole numbers."""
APART = "apart"
"""The parameter by which an autocomplete field names a record it must not offer."""


class MergedFilter(admin.SimpleListFilter):
    """Records that stand, unless somebody asks for the others."""

    title = gettext_lazy("merged")
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[Any]:
        return [("yes", gettext_lazy("Merged into another one"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(merged_into__isnull=self.value() != "yes")

    def choices(self, changelist: Any) -> Iterator[Any]:
        standing, *others = super().choices(changelist)
        yield {**standing, "display": _("Standing")}
        yield from others


class ApartSelect(AutocompleteSelect):
    """An autocomplete field that offers neither one record nor what is below it."""

    def __init__(self, field: Any, site: Any, apart: Any, **kwargs: Any) -> None:
        super().__init__(field, site, **kwargs)
        self.apart = apart

    def get_url(self) -> str:
        url = super().get_url()
        return f"{url}?{APART}={self.apart}" if self.apart else url

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """What is no number cannot be looked up, and the field refuses it anyway."""
        return super().optgroups(name, [v for v in value if _is_number(str(v))], attr)


class MergeableAdmin(FoundByWords, NamedAdmin):
    """A merged record is looked at only; choices offer those that stand."""

    change_form_template = "admin/desk/record.html"
    list_filter: ClassVar[tuple[Any, ...]] = (MergedFilter,)
    list_per_page = 50
    actions = ("merge_two",)

    def get_queryset(self, request: HttpRequest) -> Any:
        links = merging.LINKS[self.model]
        count = count_of_items(links.working._default_manager, links.column)
        records = super().get_queryset(request).select_related("merged_into")
        return records.annotate(named_in=count)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> Any:
        match = request.resolver_match
        if match and match.url_name == "autocomplete":
            queryset = queryset.filter(merged_into__isnull=True)
            queryset = queryset.exclude(pk__in=self._apart(request))
        return super().get_search_results(request, queryset, search_term)

    def _apart(self, request: HttpRequest) -> set[int]:
        number = request.GET.get(APART, "")
        if not _is_number(number):
            return set()
        return self.never_offered(self.model(pk=int(number)))

    def never_offered(self, record: Any) -> set[int]:
        """The ids that a field of `record`'s form must not offer."""
        return {record.pk}

    def holding(self, text: str) -> Q:
        """Those that stand are found by the names of what was merged into them, too."""
        held = super().holding(text)
        merged = self.model._default_manager.filter(held, merged_into__isnull=False)
        return held | Q(pk__in=merged.values("merged_into")) if held else held

    @admin.display(description=gettext_lazy("items"), ordering="named_in")
    def items(self, record: Any) -> int:
        return record.named_in or 0

    # Permissions

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        merged = obj is not None and obj.merged_into_id
        return not merged and super().has_change_permission(request, obj)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return merging.may_merge(person(request), self.model)

    # Pages

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(MergeView.as_view(record_admin=self))
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        return [path("<int:number>/merge/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context["original"]
        if record and record.merged_into:
            into = record.merged_into
            context |= {"into": called(into), "into_address": record_address(into)}
        elif record and self.has_merge_permission(request):
            context["merge"] = record_address(record, "merge")
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description=gettext_lazy("Merge two"), permissions=["merge"])
    def merge_two(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        chosen = list(queryset.order_by("pk")[:3])
        if len(chosen) != 2:
            messages.error(request, _("Choose exactly two to merge."))
            return None
        address = record_address(chosen[0], "merge")
        return HttpResponseRedirect(f"{address}?other={chosen[1].pk}")


class OtherForm(forms.Form):
    """Which record is the same as this one."""

    other: Any = forms.ModelChoiceField(
        queryset=None,
        label=gettext_lazy("The other one"),
        error_messages={
            "invalid_choice": gettext_lazy(
                "This one is not there, or was merged already. Choose another one."
            )
        },
    )

    def __init__(self, record: Mergeable, site: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        model: Any = type(record)
        source = model._meta.get_field("merged_into")
        field: Any = self.fields["other"]
        field.queryset = model._default_manager.standing()
        field.widget = ApartSelect(source, site, record.pk)
        field.widget.choices = field.choices

    def clean_other(self) -> Mergeable:
        other = self.cleaned_data["other"]
        if other.pk == self.record.pk:
            raise forms.ValidationError(
                _("A record cannot be merged into itself. Choose another one.")
            )
        return other


class StaysForm(forms.Form):
    """Which of two records stays."""

    stays = forms.TypedChoiceField(
        label=gettext_lazy("Which one stays?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, pair: list[Mergeable], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["stays"]
        field.choices = [(record.pk, called(record)) for record in pair]


class MergeView(TemplateView):
    """Choose the other record; look at both; say which one stays."""

    template_name = "admin/desk/merge.html"
    record_admin: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.record_admin.has_merge_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def record(self) -> Mergeable:
        standing = self.record_admin.model._default_manager.standing()
        return get_object_or_404(standing, pk=self.kwargs["number"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        choosing = self._choosing(request.GET if "other" in request.GET else None)
        if not choosing.is_valid():
            return self._answer(choosing=choosing)
        pair = [self.record, choosing.cleaned_data["other"]]
        return self._compare(pair, StaysForm(pair, initial={"stays": pair[0].pk}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        choosing = self._choosing(request.POST)
        if not choosing.is_valid():
            return self._answer(choosing=choosing)
        pair = [self.record, choosing.cleaned_data["other"]]
        form = StaysForm(pair, request.POST)
        if not form.is_valid():
            return self._compare(pair, form)
        (into,) = [one for one in pair if one.pk == form.cleaned_data["stays"]]
        (goes,) = [one for one in pair if one is not into]
        try:
            self._merge(goes, into)
        except Refused as refusal:
            form.add_error("stays", str(refusal))
            return self._compare(pair, form)
        messages.success(request, _("The two are one now."))
        return HttpResponseRedirect(record_address(into))

    def _merge(self, goes: Mergeable, into: Mergeable) -> None:
        names = {"goes": str(goes), "into": str(into)}
        with transaction.atomic():
            gone = _("“%(goes)s” was merged into “%(into)s”.") % names
            for record in (goes, into):
                self.record_admin.log_change(self.request, record, gone)
            merging.merge(goes, into, by=person(self.request))

    def _choosing(self, data: Any) -> OtherForm:
        return OtherForm(self.record, self.record_admin.admin_site, data)

    def _compare(self, pair: list[Mergeable], form: StaysForm) -> HttpResponse:
        cards = [(called(record), _names(record), _moves(record)) for record in pair]
        return self._answer(form=form, cards=cards, other=pair[1])

    def _answer(self, **context: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**context))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **self.record_admin.admin_site.each_context(self.request),
            opts=self.record_admin.opts,
            original=self.record,
            back=record_address(self.record),
            title=_("Merge with another one"),
            subtitle=called(self.record),
            media=self._choosing(None).media,
            **kwargs,
        )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


def _names(record: Mergeable) -> list[Any]:
    found = ((code, record.name_in(code)) for code in sides.in_reading_order())
    return [sides.marked(name, code) for code, name in found if name]


def _moves(record: Mergeable) -> list[str]:
    """What goes to the other one if this one goes, in counted words."""
    moving = merging.what_moves(record)
    counted = (
        (moving.items, ngettext("%(count)s item", "%(count)s items", moving.items)),
        (
            moving.editions,
            ngettext("%(count)s edition", "%(count)s editions", moving.editions),
        ),
        (
            moving.below,
            ngettext(
                "%(count)s record below it", "%(count)s records below it", moving.below
            ),
        ),
        (
            moving.affiliations,
            ngettext(
                "%(count)s affiliation",
                "%(count)s affiliations",
                moving.affiliations,
            ),
        ),
    )
    return [words % {"count": count} for count, words in counted if count]
