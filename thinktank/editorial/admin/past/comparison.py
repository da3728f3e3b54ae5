"""Two revisions of one language side by side: fields, body and facts, in rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thinktank.document.diff import Piece, words_diff
from thinktank.document.reverting import Comparison, Step
from thinktank.editorial.models import Item, Revision
from thinktank.editorial.snapshots import Snapshot
from thinktank.language.scripts import direction

from .. import differences, sides
from . import facts
from .facts import Fact

BODY, WHOLE, TEXT, FACT = "b:", "w:", "t:", "f:"
"""What the names of differences begin with, in forms."""
_MOVED = {
    "added": _("moved here"),
    "removed": _("moved from here"),
}
_SECTION = pgettext_lazy("part of a text", "section")
_POINT = pgettext_lazy("part of a text", "point")
_LEAD = pgettext_lazy("part of a text", "lead")
_NOTES = pgettext_lazy("part of a text", "notes")


@dataclass(slots=True)
class Row:
    """A difference; or a part whose differences follow, where it has a `title`; or
    what did not change, where it has `same`. `name` can be chosen, if it has one."""

    language: str
    label: str = ""
    name: str = ""
    fate: str = ""
    pieces: tuple[Piece, ...] = ()
    title: str = ""
    is_part: bool = False
    same: list[str] = field(default_factory=list)

    @property
    def direction(self) -> str:
        return direction(self.language)


@dataclass(frozen=True, slots=True)
class Compared:
    """All that differs between two snapshots of one language."""

    texts: list[Row]
    body: list[Row]
    facts: list[Row]

    def __bool__(self) -> bool:
        changes = (row for row in self.body if not row.same)
        return bool(self.texts or self.facts or any(True for _row in changes))


@dataclass(frozen=True)
class Two:
    """An older (or any) snapshot and another one, of an item of this kind."""

    model: type[Item]
    language: str
    old: Snapshot
    new: Snapshot

    @cached_property
    def bodies(self) -> Comparison:
        return Comparison(self.old.document, self.new.document)

    def compared(self, kinds_seen: list[str]) -> Compared:
        return Compared(
            list(self._texts()),
            list(_body(self.bodies, self.language)),
            self.facts(kinds_seen),
        )

    def facts(self, kinds_seen: list[str]) -> list[Row]:
        told = facts.compared(self.model, self.old.facts, self.new.facts, kinds_seen)
        return [_fact(fact) for fact in told]

    def _texts(self) -> Iterator[Row]:
        old, new = self.old.texts, self.new.texts
        for name in dict.fromkeys((*self.model.text_fields(), *new)):
            before, after = old.get(name, ""), new.get(name, "")
            if before != after:
                label = str(capfirst(differences.name_of_field(self.model, name)))
                fate = differences.fate(before, after)
                pieces = tuple(words_diff(before, after))
                yield Row(self.language, label, f"{TEXT}{name}", fate, pieces)


def of_revisions(model: type[Item], old: Revision | Snapshot, new: Revision) -> Two:
    if isinstance(old, Revision):
        old = Snapshot(old.texts, old.document, old.facts)
    after = Snapshot(new.texts, new.document, new.facts)
    return Two(model, new.language, old, after)


def _fact(fact: Fact) -> Row:
    fate = differences.fate(fact.old, fact.new)
    pieces = tuple(words_diff(fact.old, fact.new))
    name = f"{FACT}{fact.name}"
    return Row(sides.interface(), fact.label, name, fate, pieces)


def _body(bodies: Comparison, language: str) -> Iterator[Row]:
    """Parts without differences run together into what did not change."""
    titles = {s.line.anchor: s.line.text for s in bodies.steps if _is_head(s)}
    same = Row(language)
    for anchor, run in groupby(bodies.steps, key=_part_of):
        steps = [step for step in run if step.change]
        if any(_differs(step) for step in steps):
            if same.same:
                yield same
            same = Row(language)
            yield _part(bodies, anchor, steps[0], titles.get(anchor, ""), language)
        for step in steps:
            if _differs(step):
                if same.same:
                    yield same
                same = Row(language)
                yield _difference(step, language)
            else:
                same.same.append(step.line.text)
    if same.same:
        yield same


def _part_of(step: Step) -> str:
    """Notes stand together; everything else by its section or point."""
    return "notes" if step.line.part == "note" else step.line.anchor


def _is_head(step: Step) -> bool:
    return step.line.part in ("heading", "title")


def _differs(step: Step) -> bool:
    return bool(step.change and step.change.kind != "same")


def _part(
    bodies: Comparison, anchor: str, step: Step, title: str, language: str
) -> Row:
    is_note = step.line.part == "note"
    choices = bodies.reach(anchor) if anchor and not is_note else ()
    name = f"{WHOLE}{anchor}" if len(choices) > 1 else ""
    label = str(capfirst(_kind_of_part(step, anchor, title)))
    return Row(language, label, name, title=title, is_part=True)


def _kind_of_part(step: Step, anchor: str, title: str) -> Any:
    if step.line.part == "note":
        return _NOTES
    if not step.section:
        return _LEAD
    if step.section != anchor:
        return _POINT
    return _SECTION if title else differences.PARTS["conclusion"]


def _difference(step: Step, language: str) -> Row:
    assert step.change
    part = step.line.part
    if part == "heading" and not step.line.text:
        part = "conclusion"
    fate = differences.FATES[step.change.kind]
    if step.moved:
        fate = _MOVED[step.change.kind]
    name = f"{BODY}{step.key}" if step.key else ""
    label = str(capfirst(differences.PARTS.get(part, part)))
    return Row(language, label, name, str(fate), step.change.pieces)
