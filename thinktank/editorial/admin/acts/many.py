"""Acts on many items at once: a page that lists what will happen, and does it.

The list sends the numbers of what was ticked to the page of an act. It says for each
item and language what will be done, or why it cannot be, and then does the rest, each
item in a transaction of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView

from thinktank.editorial import saving
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import Refused, may_change
from thinktank.editorial.states import LanguageState, states

from .. import sides
from ..changelist import headline
from ..chosen import NUMBER
from ..staff import person

MOST = 200
"""Items at once: each takes its lock, and people must be able to read the list."""
TOLD = 12
"""What was not done is told one by one, up to so many."""
SEPARATOR = "-"


class ManyForm(forms.Form):
    """`seen` is what the person was looking at, by item."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class LanguagesForm(ManyForm):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("In which languages"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        order = sides.in_reading_order()
        choices = [(code, sides.name(code)) for code in order]
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]  # the stubs know no field but a plain one


@dataclass(frozen=True, slots=True)
class Cell:
    """One language of an item: why nothing can be done there, empty where it can."""

    language: str
    obstacle: str


@dataclass(frozen=True, slots=True)
class ManyRow:
    headline: SafeString
    address: str
    cells: list[Cell]


class ManyView(FormView):
    """One act on many items: GET lists what will happen, POST does it."""

    template_name = "admin/desk/many.html"
    form_class: type[forms.Form] = LanguagesForm
    item_admin: Any = None
    destructive = False
    name = ""

    # What subclasses say and do

    @classmethod
    def is_offered(cls, user: Any) -> bool:
        """Whether somebody who may change such items may do this to some."""
        return True

    def title(self) -> str:
        raise NotImplementedError

    def button(self) -> str:
        raise NotImplementedError

    def consequences(self) -> Iterator[str]:
        """Sentences about all of it."""
        raise NotImplementedError

    def what_happens(self, language: str) -> str:
        """In a word, to one text: "is withdrawn"."""
        raise NotImplementedError

    def obstacle(self, state: LanguageState) -> str:
        """Why it cannot be done to a text; empty where it can."""
        return ""

    def act(self, item: Item, language: str, values: dict[str, Any]) -> None:
        """Do it to one text; may raise Refused."""
        raise NotImplementedError

    # The page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        allowed = self.item_admin.has_change_permission(request)
        if not (allowed and self.is_offered(person(request))):
            raise PermissionDenied
        if not self.items:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def items(self) -> list[Item]:
        """Those the address names, of this kind, in its order."""
        numbers = self.request.GET.get("items", "").split(SEPARATOR)[:MOST]
        keys = [int(number) for number in numbers if NUMBER.fullmatch(number)]
        rows = self.item_admin.get_queryset(self.request).filter(pk__in=keys)
        found = {item.pk: item for item in rows.prefetch_related("tracks")}
        return [found[key] for key in dict.fromkeys(keys) if key in found]

    @cached_property
    def states(self) -> dict[int, list[LanguageState]]:
        return states(self.items)

    def languages(self, values: dict[str, Any]) -> list[str]:
        chosen: list[str] = values["languages"]
        return chosen

    def rows(self) -> list[ManyRow]:
        return [self._row(item) for item in self.items]

    def _row(self, item: Item) -> ManyRow:
        known = {state.language: state for state in self.states[item.pk]}
        cells = [
            Cell(code, self.why_not(item, known[code]))
            for code in sides.in_reading_order()
        ]
        return ManyRow(headline(item), self.item_admin.address(item), cells)

    def why_not(self, item: Item, state: LanguageState) -> str:
        if not may_change(person(self.request), item):
            return _("You may not change this item.")
        return self.obstacle(state)

    def get_initial(self) -> dict[str, Any]:
        seen = (_seen(item, self.states[item.pk]) for item in self.items)
        return {"seen": SEPARATOR.join(seen), "languages": sides.codes()}

    def back(self) -> str:
        """The list as it was narrowed."""
        opts = self.item_admin.opts
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        query = self.request.GET.get("list", "")
        return f"{address}?{query}" if query else address

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **self.item_admin.admin_site.each_context(self.request),
            opts=self.item_admin.opts,
            title=self.title(),
            back=self.back(),
            rows=self.rows(),
            columns=self.columns(),
            **kwargs,
        )

    def columns(self) -> list[tuple[str, str]]:
        """A heading for each cell of a row, and what happens where nothing hinders."""
        order = sides.in_reading_order()
        return [(sides.name(code), self.what_happens(code)) for code in order]

    # Doing it

    def form_valid(self, form: forms.Form) -> HttpResponse:
        seen = form.cleaned_data["seen"].split(SEPARATOR)
        done, refused = 0, []
        for item in self.items:
            count, reasons = self._do(item, form.cleaned_data, seen)
            done += count
            refused += reasons
        self._tell(done, refused)
        return HttpResponseRedirect(self.back())

    def _do(
        self, item: Item, values: dict[str, Any], seen: list[str]
    ) -> tuple[int, list[str]]:
        """How many texts of an item it was done to, and why not to the others."""
        try:
            with transaction.atomic():
                current = saving.lock(item)
                known = states([current])[item.pk]
                if _seen(current, known) not in seen:
                    raise Refused(_("somebody saved it meanwhile."))
                wanted = [s for s in known if s.language in self.languages(values)]
                return self._do_each(current, wanted, values)
        except Refused as refusal:
            return 0, [f"{item}: {refusal}"]

    def _do_each(
        self, item: Item, wanted: Iterable[LanguageState], values: dict[str, Any]
    ) -> tuple[int, list[str]]:
        done, refused = 0, []
        for state in wanted:
            if self.why_not(item, state):
                continue  # as the page said
            try:
                with transaction.atomic():
                    self.act(item, state.language, values)
                done += 1
            except Refused as refusal:
                language = sides.name(state.language)
                refused.append(f"{item} ({language}): {refusal}")
        return done, refused

    def _tell(self, done: int, refused: list[str]) -> None:
        if done:
            sentence = ngettext("Done to %(n)s text.", "Done to %(n)s texts.", done)
            messages.success(self.request, sentence % {"n": done})
        else:
            messages.warning(self.request, _("Nothing was done."))
        for reason in refused[:TOLD]:
            messages.warning(self.request, reason)
        if len(refused) > TOLD:
            rest = len(refused) - TOLD
            sentence = ngettext("And %(n)s more.", "And %(n)s more.", rest)
            messages.warning(self.request, sentence % {"n": rest})


def _seen(item: Item, known: Iterable[LanguageState]) -> str:
    """Where an item stands, in a few letters: they differ when anything was done."""
    said: list[Any] = [item.pk, item.version]
    for state in known:
        track, standing = state.track, state.standing
        said += [track.tip_id, track.stage] if track else [None, None]
        said += [standing and standing.pk, *(edition.pk for edition in state.ahead)]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def lead_to(act: str, item_admin: Any, request: HttpRequest, items: Any) -> Any:
    """From the list to the page of an act on what was ticked."""
    keys = [str(key) for key in items.values_list("pk", flat=True)[: MOST + 1]]
    if len(keys) > MOST:
        sentence = _(
            "At most %(most)s items can be changed at once. Narrow the list, or tick "
            "fewer."
        )
        messages.error(request, sentence % {"most": MOST})
        return None
    opts = item_admin.opts
    page = reverse(f"admin:{opts.app_label}_{opts.model_name}_many", args=[act])
    return HttpResponseRedirect(f"{page}?{_query(request, keys)}")


def _query(request: HttpRequest, keys: list[str]) -> str:
    narrowed = request.GET.urlencode()
    asked = {"items": SEPARATOR.join(keys), "list": narrowed}
    return urlencode({name: value for name, value in asked.items() if value})
