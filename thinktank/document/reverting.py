"""Two Documents compared, of which chosen differences can be taken back.

Both are laid out as lines side by side. Each line of the result comes from the old or
from the new text, and the lines then make a Document again. A part that moved is one
difference in two places; a note follows the text that calls it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from .checks import check
from .diff import BlockChange, change_of
from .jsonform import to_json
from .lines import HEADS, Line, Pairing, aligned
from .model import Block, Document, Inlines, Point, Section
from .reading import Problem


class Unsound(Exception):
    """What was chosen makes no sound text; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the old text beside one of the new, and what became of it.

    `key` names the difference that can be taken back: 0 where there is none, shared
    by both places of what `moved`. `section` is the id of the section around it.
    """

    old: Line | None
    new: Line | None
    change: BlockChange | None
    key: int = 0
    moved: bool = False
    section: str = ""

    @property
    def line(self) -> Line:
        line = self.new or self.old
        assert line is not None
        return line


class Comparison:
    """How `new` differs from `old`; the same two always get the same keys."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        around = _sections(old) | _sections(new)
        steps = [_step(pairing, around) for pairing in aligned(old, new)]
        self.steps = list(_with_keys(steps))

    @property
    def keys(self) -> set[int]:
        return {step.key for step in self.steps if step.key}

    def reach(self, anchor: str) -> set[int]:
        """The differences in a section with its points, or in a point."""
        return {
            step.key
            for step in self.steps
            if step.key and anchor and anchor in (step.section, step.line.anchor)
        }

    def restored(self, keys: Collection[int]) -> Document:
        """The new text with these differences taken back.

        All of them give the old text itself. Raises Unsound where what was chosen
        leaves a part without its place, or one part twice.
        """
        chosen = self.keys & set(keys)
        if not chosen:
            return self.new
        if chosen == self.keys:
            return self.old
        document = _built(self.new.language, self._lines(chosen))
        notes = {id: self._note(id, chosen) for id in document.note_calls()}
        document = replace(document, notes=notes)
        if problems := check(to_json(document)):
            raise Unsound(problems)
        return document

    def _lines(self, chosen: set[int]) -> Iterator[Line]:
        for step in self.steps:
            line = step.old if step.key in chosen else step.new
            if line and line.part != "note":
                yield line

    def _note(self, id: str, chosen: set[int]) -> Inlines:
        first, second = self.new.notes, self.old.notes
        if any(step.key in chosen for step in self.steps if _is_note(step, id)):
            first, second = second, first
        return first[id] if id in first else second[id]


def _is_note(step: Step, id: str) -> bool:
    return step.line.part == "note" and step.line.anchor == id


def _sections(document: Document) -> dict[str, str]:
    """The section of each section and point, by id."""
    return {
        id: section.id
        for section in document.sections
        for id in (section.id, *(point.id for point in section.points))
    }


def _step(pairing: Pairing, around: dict[str, str]) -> Step:
    step = Step(*pairing, change_of(*pairing))
    return replace(step, section=around.get(step.line.anchor, ""))


def _with_keys(steps: list[Step]) -> Iterator[Step]:
    goals = _goals(steps)
    origins = {goal: origin for origin, goal in goals.items()}
    for number, step in enumerate(steps):
        moved = number in goals or number in origins
        key = origins.get(number, number) + 1 if _is_choice(step) else 0
        yield replace(step, key=key, moved=moved)


def _is_choice(step: Step) -> bool:
    """A note that only one text has comes and goes with the words that call it."""
    if step.change is None or step.change.kind == "same":
        return False
    if step.line.part != "note":
        return True
    return bool(step.old and step.new and step.old.anchor == step.new.anchor)


def _goals(steps: list[Step]) -> dict[int, int]:
    """Where each line went that was taken out in one place and stands in another."""
    goals: dict[int, int] = {}
    for by_id in (True, False):
        free = _free(steps, goals, by_id)
        for number, step in enumerate(steps):
            if step.new is None and number not in goals:
                places = free.get(_sign(step.line, by_id) or "", [])
                if places:
                    goals[number] = places.pop(0)
    return goals


def _free(
    steps: list[Step], goals: dict[int, int], by_id: bool
) -> dict[object, list[int]]:
    """The places of added lines that came from nowhere yet, by what they are."""
    taken = set(goals.values())
    free: dict[object, list[int]] = {}
    for number, step in enumerate(steps):
        sign = _sign(step.line, by_id)
        if step.old is None and number not in taken and sign:
            free.setdefault(sign, []).append(number)
    return free


def _sign(line: Line, by_id: bool) -> object:
    """What must be the same for a line to be the one that moved; None for notes."""
    if line.part == "note":
        return None
    if by_id:
        return (line.part, line.anchor) if line.part in HEADS else None
    return line if line.text else None


# Building


@dataclass(slots=True)
class _Part:
    """A section or point that is being built."""

    head: Line
    blocks: list[Block] = field(default_factory=list)
    points: list[_Part] = field(default_factory=list)


def _built(language: str, lines: Iterable[Line]) -> Document:
    lead = _Part(Line("heading", (), "", language))
    sections: list[_Part] = []
    last = lead
    for line in lines:
        if line.part in HEADS:
            last = _begin(line, lead, sections)
        else:
            last.blocks.append(_block(line))
    return Document(
        language, tuple(lead.blocks), tuple(_section(part) for part in sections)
    )


def _begin(line: Line, lead: _Part, sections: list[_Part]) -> _Part:
    if not line.anchor:
        return lead
    part = _Part(line)
    if line.part == "heading":
        sections.append(part)
    elif sections:
        sections[-1].points.append(part)
    else:
        raise Unsound([Problem("point-alone", "", {"title": line.text})])
    return part


def _section(part: _Part) -> Section:
    points = (
        Point(p.head.anchor, _words(p.head), tuple(p.blocks)) for p in part.points
    )
    head = part.head
    return Section(head.anchor, _words(head), tuple(part.blocks), tuple(points))


def _words(line: Line) -> Inlines:
    assert isinstance(line.content, tuple)
    return line.content


def _block(line: Line) -> Block:
    assert not isinstance(line.content, tuple)
    return line.content
