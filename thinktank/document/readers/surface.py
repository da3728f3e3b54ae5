"""Reading what the writing surface sends (see `surfaceform`) as a Document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ..ids import identify
from ..model import (
    Block,
    Document,
    Embed,
    Figure,
    Inline,
    Inlines,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    Text,
)
from ..normalform import normal_block, normal_inlines, normal_title
from ..reading import Problem, Reading
from ..rules import rule_problems
from ..surfaceform import form_problems

Node = dict[str, Any]


def loads(source: str) -> object:
    """The data of a JSON text; None for what is no JSON, or nested beyond sense."""
    try:
        return json.loads(source)
    except (ValueError, RecursionError):
        return None


def read(data: object, language: str, like: Document | None = None) -> Reading:
    """The Document that a surface sent as `data`, and problems with their blocks.

    `line` of a problem is the number of its block, from 1, or 0 for the whole text.
    What is empty is left out. Parts without an identifier get that of `like`, an
    earlier state of the text, where their words are the same or near; the second of
    two equal identifiers is replaced. Never raises; data that no surface sends gives
    an empty Document and says why.
    """
    if problems := form_problems(data):
        return Reading(Document(language), tuple(map(_at_block, problems)))
    assert isinstance(data, dict)
    reader = _Reader(language)
    document = identify(reader.document(data.get("content", [])), like)
    found = [*reader.problems, *map(reader.placed, rule_problems(document))]
    return Reading(document, tuple(_one_for_each_block(found)))


def _at_block(problem: Problem) -> Problem:
    index = problem.place.partition("[")[2].partition("]")[0]
    return replace(problem, place="", line=int(index) + 1 if index else 0)


def _one_for_each_block(problems: list[Problem]) -> Iterator[Problem]:
    """The first of several alike: a misplaced heading breaks two rules at once."""
    seen: set[tuple[str, int]] = set()
    for problem in problems:
        if (problem.code, problem.line) not in seen:
            seen.add((problem.code, problem.line))
            yield problem


@dataclass(slots=True)
class _Part:
    """A section or point in the making; `number` is that of its block."""

    number: int = 0
    id: str = ""
    title: Inlines = ()
    needs_title: bool = False
    blocks: list[tuple[int, Block]] = field(default_factory=list)
    points: list[_Part] = field(default_factory=list)

    def holds_nothing(self) -> bool:
        return not (self.title or self.blocks or self.points)


class _Reader:
    """Goes along the blocks once, and remembers where each part came from."""

    def __init__(self, language: str) -> None:
        self.problems: list[Problem] = []
        self._language = language
        self._lead = self._part = _Part()
        self._sections: list[_Part] = []
        self._notes: dict[str, Inlines] = {}
        self._numbers: dict[str, int] = {}

    def document(self, content: list[Node]) -> Document:
        for number, node in enumerate(content, start=1):
            self._take(node, number)
        return Document(
            self._language,
            self._blocks(self._lead, "lead"),
            tuple(self._tree()),
            self._notes,
        )

    def placed(self, problem: Problem) -> Problem:
        """The problem at the block whose part of the Document it names."""
        place = problem.place
        while place and place not in self._numbers:
            place = place.rpartition(".")[0]
        return replace(problem, place="", line=self._numbers.get(place, 0))

    # Along the blocks

    def _take(self, node: Node, number: int) -> None:
        match node["type"]:
            case "section" | "conclusion":
                self._begin_section(node, number)
            case "point":
                self._begin_point(node, number)
            case kind:
                block = normal_block(_MAKERS[kind](node, self._inlines))
                if block:
                    self._part.blocks.append((number, block))

    def _begin_section(self, node: Node, number: int) -> None:
        headed = node["type"] == "section"
        self._part = _Part(number, _id(node), self._title(node), headed)
        self._sections.append(self._part)

    def _begin_point(self, node: Node, number: int) -> None:
        title = normal_title(self._title(node))
        if self._sections:
            self._part = _Part(number, _id(node), title)
            self._sections[-1].points.append(self._part)
        else:
            self._report("loose-point", number)
            self._lead.blocks.append((number, Paragraph(title)))

    def _title(self, node: Node) -> Inlines:
        return normal_inlines(self._inlines(node))

    def _report(self, code: str, number: int) -> None:
        self.problems.append(Problem(code, line=number))

    # From parts to the Document

    def _tree(self) -> Iterator[Section]:
        index = 0
        for part in self._sections:
            part.points = [point for point in part.points if not point.holds_nothing()]
            if not part.holds_nothing():
                yield self._section(part, f"sections[{index}]")
                index += 1

    def _section(self, part: _Part, place: str) -> Section:
        if part.needs_title and not part.title:
            self._report("unheaded-section", part.number)
        self._numbers |= {place: part.number, f"{place}.heading": part.number}
        blocks = self._blocks(part, f"{place}.blocks")
        points = tuple(
            self._point(point, f"{place}.points[{index}]")
            for index, point in enumerate(part.points)
        )
        return Section(part.id, part.title, blocks, points)

    def _point(self, part: _Part, place: str) -> Point:
        self._numbers |= {place: part.number, f"{place}.title": part.number}
        return Point(part.id, part.title, self._blocks(part, f"{place}.blocks"))

    def _blocks(self, part: _Part, place: str) -> tuple[Block, ...]:
        for index, (number, _block) in enumerate(part.blocks):
            self._numbers[f"{place}[{index}]"] = number
        return tuple(block for _number, block in part.blocks)

    # Texts

    def _inlines(self, node: Node) -> Inlines:
        return tuple(self._parts(node.get("content", [])))

    def _parts(self, nodes: list[Node]) -> Iterator[Inline]:
        for node in nodes:
            if node["type"] == "text":
                yield _text(node)
            elif call := self._call(node["attrs"]):
                yield call

    def _call(self, note: Node) -> NoteRef | None:
        """The call of a note; a note without words is none."""
        words = normal_inlines(map(_text, note["content"]))
        if not words:
            return None
        label = note.get("id") or ""
        if not label or label in self._notes:
            label = f"new {len(self._notes)}"
        self._notes[label] = words
        return NoteRef(label)


def _id(node: Node) -> str:
    return node.get("attrs", {}).get("id") or ""


def _text(node: Node) -> Text:
    return Text(node["text"], tuple(map(_mark, node.get("marks", ()))))


def _mark(node: Node) -> Mark:
    attributes = {key: value for key, value in node.get("attrs", {}).items() if value}
    return Mark(node["type"], **attributes)


Words = Callable[[Node], Inlines]


def _paragraph(node: Node, words: Words) -> Paragraph:
    return Paragraph(words(node), node.get("attrs", {}).get("dir") or "")


def _subheading(node: Node, words: Words) -> Subheading:
    return Subheading(words(node))


def _quote(node: Node, words: Words) -> Quote:
    said = [part for part in node["content"] if part["type"] == "paragraph"]
    by = [part for part in node["content"] if part["type"] == "attribution"]
    attribution = words(by[-1]) if by else ()
    return Quote((*map(words, said), *map(words, by[:-1])), attribution)


def _list(node: Node, words: Words) -> List:
    ordered = node.get("attrs", {}).get("ordered", False)
    return List(tuple(map(words, node["content"])), ordered)


def _panel(node: Node, words: Words) -> Panel:
    return Panel(node["attrs"]["kind"], tuple(map(words, node["content"])))


def _figure(node: Node, words: Words) -> Figure:
    attributes = node["attrs"]
    return Figure(attributes["image"], words(node), attributes.get("alt") or "")


def _embed(node: Node, words: Words) -> Embed:
    return Embed(node["attrs"]["url"], words(node))


def _table(node: Node, words: Words) -> Table:
    parts = node["content"]
    rows = [row for part in parts if part["type"] == "table" for row in part["content"]]
    captions = [words(part) for part in parts if part["type"] == "tableCaption"]
    head, body = rows[:1], rows[1:]
    if not (body and all(cell["type"] == "tableHeader" for cell in head[0]["content"])):
        head, body = [], rows
    cells = [tuple(map(words, row["content"])) for row in (*head, *body)]
    caption = next(filter(None, captions), ())
    return Table(tuple(cells[len(head) :]), cells[0] if head else (), caption)


_MAKERS: dict[str, Callable[[Node, Words], Block]] = {
    "paragraph": _paragraph,
    "subheading": _subheading,
    "quote": _quote,
    "list": _list,
    "panel": _panel,
    "figure": _figure,
    "embed": _embed,
    "tableBlock": _table,
}
