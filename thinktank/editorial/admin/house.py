"""The house settings: one form, which shows what each choice does to a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from thinktank.editorial import journal, publishing
from thinktank.editorial.recently import ask_first
from thinktank.house.models import House
from thinktank.language.dates import format_date, hijri_line
from thinktank.language.scripts import script_for
from thinktank.language.style import DEFAULT
from thinktank.language.titles import work_title

from . import conflicts, parts, sides
from .bilingual import BilingualAdmin
from .conflicts import Conflict
from .staff import person

THE_ROW = "1"
DAY = date(2024, 4, 12)
CENTRE = ("name", "description", "about", "rights", "postal_address")
STYLE = ("months", "digits", "comma", "titles", "hijri")
OFTEN_USED = (
    "Asia/Dubai",
    "Asia/Muscat",
    "Asia/Riyadh",
    "Asia/Qatar",
    "Asia/Kuwait",
    "Asia/Bahrain",
    "Asia/Aden",
    "Asia/Baghdad",
    "Asia/Amman",
    "Asia/Damascus",
    "Asia/Beirut",
    "Asia/Hebron",
    "Africa/Cairo",
    "Africa/Khartoum",
    "Africa/Tripoli",
    "Africa/Tunis",
    "Africa/Algiers",
    "Africa/Casablanca",
    "Africa/Nouakchott",
    "Europe/London",
    "Europe/Paris",
    "UTC",
)


class HouseForm(forms.ModelForm):
    """Each choice of style stands beside an example of it.

    `seen` is a digest of the settings that the page showed, and comes back with it. A
    save over other settings than those is refused once, with `conflicts` in view.
    """

    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        widget=forms.Select(attrs={"dir": "ltr"}),
        help_text=gettext_lazy(
            "For schedules, for all times at the desk, and for the day under which "
            "something appears. Events have a zone of their own."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        stored = model_to_dict(self.instance)
        self.standing = {name: stored[name] for name in self.fields if name in stored}
        now = parts.digest(self.standing)
        self.stale = self.is_bound and self.data.get("seen") != now
        self.seen = now
        # Whoever may only look gets a form without fields.
        fields: dict[str, Any] = self.fields
        for name in fields.keys() & {*STYLE}:
            _show_examples(name, fields[name])
        for column in fields.keys() & {*sides.columns("name")}:
            fields[column].required = True
        if "time_zone" in fields:
            fields["time_zone"].choices = list(_zones(self.instance.time_zone))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.stale and not self.errors:
            conflict = Conflict(
                _("The settings were not saved"),
                _("Somebody saved other settings after you opened this page."),
                list(conflicts.of_facts(self, self.standing)),
            )
            self.conflicts.append(conflict)
            raise ValidationError(_("Nothing has been saved yet."), code="stale")
        return cleaned


@admin.register(House)
class HouseAdmin(BilingualAdmin):
    """There is one row, so its form stands where other records have their list."""

    form = HouseForm
    change_form_template = "admin/desk/house.html"
    codes = ("email", "telephone", "profiles")
    autocomplete_fields = ("logo", "logo_dark")
    formfield_overrides: ClassVar[dict[Any, Any]] = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 34})}
    }
    radio_fields: ClassVar[dict[str, Any]] = {
        "months": admin.VERTICAL,
        "digits": admin.VERTICAL,
        "titles": admin.VERTICAL,
    }

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        centre = [sides.columns(field) for field in CENTRE]
        reached = ["logo", "logo_dark", ("email", "telephone"), "profiles"]
        return [
            (_("The centre"), {"fields": [*centre, *reached]}),
            (
                _("How dates and titles are written"),
                {"fields": STYLE, "description": _style_rule()},
            ),
            (
                _("Clock and reading"),
                {
                    "fields": ["time_zone", sides.columns("reading_speed")],
                    "description": _reading_rule(),
                },
            ),
        ]

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> House | None:
        """The row, or the initial settings as long as none were saved."""
        if object_id != THE_ROW:
            return None
        return House.objects.first() or House.initial()

    def changelist_view(self, request: HttpRequest, *args: Any) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return redirect("admin:house_house_change", THE_ROW)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        held = ask_first(request) if self.has_change_permission(request) else None
        if held:
            return held
        shown = {"title": _("House settings"), "subtitle": None}
        context = shown | {"show_save_and_continue": False} | (extra_context or {})
        # What is compared and what is stored happen under one lock.
        with transaction.atomic():
            House.objects.select_for_update().first()
            return super().changeform_view(request, object_id, form_url, context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if form.changed_data:
            changed = sorted(form.changed_data)
            journal.record(journal.Verb.SETTINGS, by=person(request), fields=changed)
        publishing.reference_changed(obj)


def _show_examples(name: str, field: Any) -> None:
    """Beside each choice, or below a box, how a tick or a choice looks."""
    if hasattr(field, "choices"):
        field.choices = [
            (code, _labelled(label, _example(name, code)))
            for code, label in field.choices
        ]
    else:
        field.help_text = _labelled(_("For example"), _example(name, True))


def _style_rule() -> str:
    return _(
        "This concerns what the system writes itself: dates and titles, on the site "
        "and at this desk, and numbers on the site. What authors wrote is never "
        "changed. Digits and names of months are a choice in Arabic only; English "
        "pages write “12 April 2024”."
    )


def _reading_rule() -> str:
    return _(
        "The reading speed gives the minutes shown beside a text. Left empty, it is "
        "150 words a minute in Arabic and 220 in English, as most readers manage."
    )


def _labelled(words: str, example: SafeString) -> SafeString:
    """The example after what it is one of; signs need no words beside them."""
    if not any(map(str.isalpha, words)):
        return example
    return format_html("{}: {}", words, example)


def _example(name: str, choice: Any) -> SafeString:
    """How a choice looks, in the language whose press has the choice."""
    language = next(c for c in sides.codes() if script_for(c) == "arabic")
    style = replace(DEFAULT, **{name: choice})
    words = format_date(DAY, language, style=style)
    if name == "titles":
        with override(language):
            words = work_title(_("Title of a work"), language, style)
    elif name == "hijri":
        words = f"{words} / {hijri_line(DAY, language, style=style)}"
    return format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', *sides.attributes(language).values(), words
    )


def _zones(chosen: str) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    """All zones this machine knows, those of the region first."""
    others = sorted((available_timezones() | {chosen}) - set(OFTEN_USED))
    yield _("Often used"), [(zone, zone) for zone in OFTEN_USED]
    yield _("All others"), [(zone, zone) for zone in others]
