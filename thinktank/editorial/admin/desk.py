"""What the form of an item shows around its fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.forms import BoundField
from django.http import HttpRequest
from django.utils.translation import gettext as _

from thinktank.editorial import snapshots
from thinktank.editorial.copying import may_duplicate
from thinktank.editorial.models import Item, Track
from thinktank.editorial.permissions import may
from thinktank.editorial.states import LanguageState, states
from thinktank.editorial.trash import may_trash

from . import links, sides
from .acts.release import shows_other_facts
from .bundles.beginning import begin_address
from .changelist import headline
from .manuscripts.sending import import_address
from .panel import Panel, Step, panel
from .staff import person


@dataclass(frozen=True, slots=True)
class Side:
    """One language's half of the form. There is no panel before the first save.

    `manuscript` is where one is sent that fills the language, for who may.
    """

    language: str
    fieldset: Any
    panel: Panel | None = None
    preview: str = ""
    manuscript: str = ""
    matches: BoundField | None = None


def context(
    item_admin: Any, request: HttpRequest, page: dict[str, Any]
) -> dict[str, Any]:
    """What the template needs beside the context `page` of the admin itself."""
    item, form = page["original"], page["adminform"].form
    fieldsets = list(page["adminform"])
    changing = item is not None and item_admin.has_change_permission(request, item)
    panels = {}
    if item:
        panels = panels_of(item, person(request), changing, form.tracks.values())
    subtitle = {"subtitle": headline(item)} if item else {}
    halves = zip(sides.in_reading_order(), fieldsets, strict=False)
    return subtitle | {
        "sides": [
            Side(
                language,
                fieldset,
                panels.get(language),
                item_admin.address(item, "preview", language) if item else "",
                import_address(item, language) if changing else "",
                _matches(form, language),
            )
            for language, fieldset in halves
        ],
        "fact_fieldsets": fieldsets[len(sides.codes()) :],
        "fact_step": facts_step(item, person(request), panels) if changing else None,
        "versions": item_admin.address(item, "versions") if item else "",
        "links": links.address(item_admin, request, item),
        "changing": changing,
        "manuscripts": [row for row in item.manuscripts.all() if row.file]
        if item
        else [],
        "duplicate": _duplicating(item_admin, request, item),
        "bundle": begin_address(item, request) if item else "",
        "show_delete": False,
        "trash": _trashing(item_admin, request, item),
    }


def _duplicating(item_admin: Any, request: HttpRequest, item: Item | None) -> str:
    """Where the form of the duplicate is sent; empty for those who may not."""
    if item is None or not may_duplicate(item, person(request)):
        return ""
    address: str = item_admin.address(item, "duplicate")
    return address


def _trashing(item_admin: Any, request: HttpRequest, item: Item | None) -> str:
    """Where one is asked before an item goes into the trash; empty for the others."""
    if item is None or not may_trash(person(request), type(item)):
        return ""
    address: str = item_admin.address(item, "delete")
    return address


def _matches(form: Any, language: str) -> BoundField | None:
    name = f"matches_{language}"
    return form[name] if name in form.fields else None


def panels_of(
    item: Item, user: User, changing: bool, tracks: Iterable[Track] | None = None
) -> dict[str, Panel]:
    """The panel of each language; whoever only looks gets one without steps.

    `tracks` are those of the item, where they have been read already.
    """
    found = states([item], tracks)[item.pk]
    if not changing:
        return {state.language: Panel(state) for state in found}
    return {state.language: panel(state, user) for state in found}


def facts_step(item: Item, user: User, panels: dict[str, Panel]) -> Step | None:
    """Publishing the facts alone, where readers see others and the person may."""
    live = [found.state for found in panels.values() if found.state.live]
    if not live or not all(may(user, "publish", state.language) for state in live):
        return None
    return _publishing_facts(item, live)


def _publishing_facts(item: Item, live: Iterable[LanguageState]) -> Step | None:
    facts = snapshots.facts(item)
    if not any(shows_other_facts(state, facts) for state in live):
        return None
    return Step("publish-facts", "", _("Publish the facts…"))


def chosen_step(request: HttpRequest, item: Item) -> Step | None:
    """The step whose button sent the form, among those the person may take."""
    chosen = request.POST.get("_then")
    if not chosen:
        return None
    panels = panels_of(item, person(request), changing=True)
    steps = [step for found in panels.values() for step in found.all_steps()]
    facts = facts_step(item, person(request), panels)
    return next((s for s in [*steps, facts] if s and s.value == chosen), None)
