"""The history of an item, one revision of it, and its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.document.model import Document
from thinktank.editorial.models import Item, Revision, Track
from thinktank.editorial.naming import name_revision
from thinktank.editorial.permissions import may_suppress
from thinktank.editorial.publishing.chain import Chain
from thinktank.editorial.snapshots import Snapshot

from .. import sides
from ..changelist import headline
from ..chosen import NUMBER as NUMBER
from ..lookup import kinds_seen_by
from ..staff import person
from . import seen
from .briefs import briefs
from .comparison import of_revisions
from .entries import Entry, Past, name_of
from .marks import Mark, Marks
from .told import Told, told

PER_PAGE = 40


class NameForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        required=False,
        max_length=80,
        help_text=gettext_lazy(
            "For example “as sent to the author”. Leave it empty for none."
        ),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the list shows it."""

    entry: Entry
    told: Told
    name: str = ""
    marks: tuple[Mark, ...] = ()
    brief: str = ""


def history(item_admin: Any, request: HttpRequest, item: Item) -> HttpResponse:
    """One language's past as a list, a page of it at a time."""
    language = _language(request, item)
    past = read(item, language, person(request))
    named = bool(request.GET.get("named"))
    entries = past.named() if named else past.entries()
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("p"))
    context = frame(item_admin, request, item) | {
        "title": _("History"),
        "language": language,
        "languages": sides.in_reading_order(),
        "page": page,
        "lines": lines(type(item), past, list(page.object_list)),
        "named": named,
        "compare": item_admin.address(item, "compare"),
        "pair": live_and_draft(past.marks),
    }
    context |= suppressing(past, language, person(request))
    context |= _chosen(context["pair"], page.object_list)
    return TemplateResponse(request, "admin/desk/history.html", context)


def _chosen(pair: tuple[int, int] | None, entries: Iterable[Entry]) -> dict[str, Any]:
    """The revisions to compare, unless somebody chooses others."""
    saves = [entry for entry in entries if entry.revision]
    shown = [entry.revision.pk for entry in saves if entry.revision]
    if pair and {*pair} <= {*shown}:
        return {"from": pair[0], "to": pair[1]}
    if len(shown) == 1:  # several saves that are shown as one
        shown += [revision.pk for revision in saves[0].folded[-1:]]
    return dict(zip(("to", "from"), shown, strict=False))


def _language(request: HttpRequest, item: Item) -> str:
    """The one asked for; else that of the interface, if anything was saved in it."""
    asked = request.GET.get("language")
    if asked in sides.codes():
        return str(asked)
    written = set(item.tracks.values_list("language", flat=True))
    order = sides.in_reading_order()
    return next((code for code in order if code in written), order[0])


def read(item: Item, language: str, user: User) -> Past:
    """All that happened in one language, without the texts."""
    revisions = seen.revisions(item, user).filter(language=language).order_by("-number")
    events = list(seen.events(item, language, user).order_by("-pk"))
    marks = marks_of(item, language)
    seen.silence(marks.editions, language, user)
    return Past(list(revisions), events, marks)


def suppressing(past: Past, language: str, user: User) -> dict[str, bool]:
    """Whether somebody may suppress what is past here, or lift a suppression."""
    if not may_suppress(user, language):
        return {}
    shown = past.marks.editions
    ended = Chain(shown).past(language, past.marks.now)
    return {
        "to_suppress": any(not edition.suppressed_at for edition in ended),
        "suppressed": any(edition.suppressed_at for edition in shown),
    }


def marks_of(item: Item, language: str) -> Marks:
    tips = Track.objects.filter(item_id=item.pk, language=language)
    tip = tips.values_list("tip_id", flat=True).first()
    editions = seen.editions(item, language).order_by("live_from")
    return Marks(tuple(editions), tip, timezone.now())


def live_and_draft(marks: Marks) -> tuple[int, int] | None:
    """The revisions readers see and writers have, by id, where they differ."""
    live = marks.live.revision_id if marks.live else None
    if live is None or marks.tip is None or live == marks.tip:
        return None
    return live, marks.tip


def lines(model: type[Item], past: Past, entries: list[Entry]) -> list[Line]:
    order = [revision.pk for revision in past.revisions]
    before = dict(zip(order, [*order[1:], None], strict=True))
    pairs = {
        entry.revision.pk: before[entry.oldest.pk]
        for entry in entries
        if entry.revision and entry.oldest
    }
    changed = briefs(model, pairs) if pairs else {}
    return [_line(entry, past.marks, changed) for entry in entries]


def _line(entry: Entry, marks: Marks, changed: dict[int, str]) -> Line:
    if entry.revision is None:
        return Line(entry, told(entry, marks.now))
    key = entry.revision.pk
    return Line(
        entry,
        told(entry, marks.now),
        name_of(entry.revision),
        tuple(marks.of(key)),
        changed.get(key, ""),
    )


# One revision


def revision(
    item_admin: Any, request: HttpRequest, item: Item, revision: int
) -> HttpResponse:
    """One revision, as it differs from the one before it in its language."""
    read = whole(item, person(request))
    found = get_object_or_404(read, pk=revision)
    earlier = read.filter(language=found.language, number__lt=found.number)
    before = earlier.order_by("-number").first()
    marks = marks_of(item, found.language)
    nothing = Snapshot({}, Document(found.language), found.facts)
    two = of_revisions(type(item), before or nothing, found)
    context = frame(item_admin, request, item) | {
        "title": title(found),
        "revision": found,
        "name": name_of(found),
        "naming": NameForm(initial={"name": name_of(found)}),
        "naming_address": item_admin.address(item, "name", found.pk),
        "marks": marks.of(found.pk),
        "before": before,
        "compared": two.compared(kinds_seen_by(request)),
        "tip": marks.tip,
        "compare": item_admin.address(item, "compare"),
        "restore": item_admin.address(item, "restore"),
    }
    return TemplateResponse(request, "admin/desk/revision.html", context)


def whole(item: Item, user: User) -> Any:
    """Revisions of the item one may see, with what they hold."""
    return seen.revisions(item, user).defer(None)


def title(revision: Revision) -> str:
    values = {
        "number": revision.number,
        "language": sides.name(revision.language),
    }
    return _("Revision %(number)s in %(language)s") % values


def name(
    item_admin: Any, request: HttpRequest, item: Item, revision: int
) -> HttpResponse:
    """Give a revision a name, another one, or none."""
    found = get_object_or_404(seen.revisions(item, person(request)), pk=revision)
    form = NameForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["name"])))
    elif name_revision(found, form.cleaned_data["name"], by=person(request)):
        messages.success(request, _("The name is saved."))
    return HttpResponseRedirect(item_admin.address(item, "revision", found.pk))


def frame(item_admin: Any, request: HttpRequest, item: Item) -> dict[str, Any]:
    """What every page about an item's past has around it."""
    return {
        **item_admin.admin_site.each_context(request),
        "opts": item_admin.opts,
        "original": item,
        "subtitle": headline(item),
        "back": item_admin.address(item),
        "versions": item_admin.address(item, "versions"),
        "changing": item_admin.has_change_permission(request, item),
    }
