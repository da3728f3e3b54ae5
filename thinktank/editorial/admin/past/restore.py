"""Bringing an older text back, whole or in parts: what will change, then doing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _

from thinktank.document.model import Document
from thinktank.document.reverting import Unsound
from thinktank.editorial import refilling, restoring
from thinktank.editorial.models import Item, Revision, Stage, Track
from thinktank.editorial.permissions import Refused
from thinktank.editorial.saving import Stale
from thinktank.editorial.snapshots import Snapshot

from .. import sides
from ..chosen import NUMBER
from ..lookup import kinds_seen_by
from ..staff import person
from . import pages
from .compare import two_of
from .comparison import BODY, FACT, TEXT, WHOLE, Row, Two, of_revisions


class Choice:
    """What a form chose to bring back from `source` into the draft, `tip`."""

    def __init__(self, item: Item, user: User, sent: QueryDict) -> None:
        self.item = item
        self.source, self.tip = two_of(
            item, user, sent.get("from", ""), sent.get("to", "")
        )
        self.whole = bool(sent.get("whole"))
        self.all_facts = bool(sent.get("facts"))
        self.names = " ".join(sent.getlist("part")).split()

    @cached_property
    def two(self) -> Two:
        return of_revisions(type(self.item), self.source, self.tip)

    @cached_property
    def texts(self) -> dict[str, Any]:
        """The texts and the body that are to stand, where there are no `problems`."""
        known, kept = type(self.item).text_fields(), self.source.texts
        if self.whole:  # a field that came later was not kept, and stays
            old = {name: kept[name] for name in known if name in kept}
            return old | {"body": self.source.document}
        chosen = {n.removeprefix(TEXT) for n in self.names if n.startswith(TEXT)}
        found: dict[str, Any] = {n: kept.get(n, "") for n in known if n in chosen}
        if keys := self._keys():
            found["body"] = self.two.bodies.restored(keys)
        return found

    def problems(self) -> list[str]:
        """Why what was chosen cannot stand, in sentences."""
        try:
            self.two.bodies.restored(self._keys())
        except Unsound as refusal:
            return [each.message(sides.interface()) for each in refusal.problems]
        return []

    def _keys(self) -> set[int]:
        """The differences of the body that were ticked, or stand in a ticked part."""
        found: set[int] = set()
        for name in self.names:
            if name.startswith(WHOLE):
                found |= self.two.bodies.reach(name.removeprefix(WHOLE))
            elif name.startswith(BODY) and NUMBER.fullmatch(key := name[len(BODY) :]):
                found.add(int(key))
        return found & self.two.bodies.keys

    @cached_property
    def differing_facts(self) -> list[str]:
        return refilling.differing(self.source.facts, self.tip.facts)

    @cached_property
    def facts(self) -> list[str]:
        """The names of the facts that are to stand as they were."""
        if self.all_facts:
            return self.differing_facts
        return [name for name in self.differing_facts if f"{FACT}{name}" in self.names]

    @cached_property
    def result(self) -> Two:
        """From the draft to what it will be."""
        texts = {name: words for name, words in self.texts.items() if name != "body"}
        body: Document = self.texts.get("body", self.tip.document)
        old = Snapshot(self.tip.texts, self.tip.document, self.tip.facts)
        facts = _with(self.tip.facts, self.source.facts, self.facts)
        new = replace(old, texts=self.tip.texts | texts, document=body, facts=facts)
        return Two(type(self.item), self.tip.language, old, new)

    def facts_beside(self, kinds_seen: list[str]) -> list[Row]:
        """What the facts would change, where a whole text is asked for."""
        if not self.whole:
            return []
        back = of_revisions(type(self.item), self.tip, self.source)
        return back.facts(kinds_seen)


def _with(
    facts: dict[str, Any], source: dict[str, Any], names: list[str]
) -> dict[str, Any]:
    """Facts with some of another Revision, for looking at alone."""
    own = {n.removeprefix(refilling.OWN) for n in names if n.startswith(refilling.OWN)}
    links = {n.removeprefix(refilling.LINKS) for n in names}
    return {
        **facts,
        **{name: source[name] for name in names if name in source},
        "own": facts["own"] | {key: source["own"].get(key) for key in own},
        "links": [link for link in facts["links"] if link[0] not in links]
        + [link for link in source["links"] if link[0] in links],
    }


def restore(item_admin: Any, request: HttpRequest, item: Item) -> HttpResponse:
    """What was chosen is shown first, and done when that is confirmed."""
    choice = Choice(item, person(request), request.POST)
    comparison = _comparison(item_admin, item, choice.source, choice.tip)
    if problems := choice.problems():
        intro = _("What you chose does not make a text by itself.")
        return _back(request, comparison, intro, *problems)
    if not (choice.texts or choice.facts):
        return _back(request, comparison, _("Choose what should be restored."))
    if not request.POST.get("confirmed"):
        return _confirmation(item_admin, request, choice, comparison)
    return _done(item_admin, request, choice, comparison)


def _confirmation(
    item_admin: Any, request: HttpRequest, choice: Choice, comparison: str
) -> HttpResponse:
    item, language = choice.item, choice.tip.language
    context = pages.frame(item_admin, request, item) | {
        "title": _("Restore from revision %(number)s in %(language)s")
        % {"number": choice.source.number, "language": sides.name(language)},
        "choice": choice,
        "compared": choice.result.compared(kinds_seen_by(request)),
        "consequences": list(_consequences(choice)),
        "comparison": comparison,
        "parts": " ".join(choice.names),
        "facts": choice.facts_beside(kinds_seen_by(request)),
    }
    return TemplateResponse(request, "admin/desk/restore.html", context)


def _consequences(choice: Choice) -> Iterator[str]:
    values = {
        "number": choice.source.number,
        "language": sides.name(choice.tip.language),
    }
    yield _("What you see below becomes a new draft in %(language)s.") % values
    yield _("What readers see stays as it is until somebody publishes the draft.")
    yield _("Today’s draft stays in the history, so this can be undone the same way.")
    if choice.facts:
        yield _("The shared facts belong to both languages, and change for both.")
    tracks = Track.objects.filter(item_id=choice.item.pk, language=choice.tip.language)
    if choice.texts and tracks.exclude(stage=Stage.WRITING).exists():
        yield _("The draft must be reviewed again: its words are other words then.")


def _done(
    item_admin: Any, request: HttpRequest, choice: Choice, comparison: str
) -> HttpResponse:
    try:
        made = restoring.restore(
            choice.item,
            choice.source,
            choice.texts,
            choice.facts,
            by=person(request),
            tip=choice.tip.pk,
        )
    except Stale:
        return _back(
            request,
            _comparison(item_admin, choice.item, choice.source, _newest(choice)),
            _(
                "Nothing was restored: somebody saved meanwhile. This is how the "
                "newest draft differs; choose again."
            ),
        )
    except Refused as refusal:
        return _back(request, comparison, str(refusal))
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            _("Restored from revision %(number)s as a new draft.")
            % {"number": choice.source.number},
            _comparison(item_admin, choice.item, choice.tip, made),
            _("What changed"),
        ),
    )
    return HttpResponseRedirect(item_admin.address(choice.item))


def _newest(choice: Choice) -> Revision:
    tracks = choice.item.tracks.filter(language=choice.tip.language)
    tip = tracks.select_related("tip").get().tip
    return tip or choice.tip


def _comparison(item_admin: Any, item: Item, old: Revision, new: Revision) -> str:
    address = item_admin.address(item, "compare")
    return f"{address}?from={old.pk}&to={new.pk}"


def _back(request: HttpRequest, address: str, *sentences: str) -> HttpResponse:
    for sentence in sentences:
        messages.error(request, sentence)
    return HttpResponseRedirect(address)
