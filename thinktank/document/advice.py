"""What an editor would mend in a whole text: its language, and its structure.

Advice keeps nothing from being stored. It is given on passages, which are made of a
Document here and can be made of any other form of a text.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, repeat

from thinktank.language import checks
from thinktank.language.numbers import Digits

from .advice_sentences import fix_label
from .model import (
    Block,
    Blocks,
    Document,
    Figure,
    Inlines,
    List,
    Panel,
    Quote,
    Subheading,
    Table,
    Text,
)
from .sentences import sentence

CALL = "\ufffc"
"""Stands for the call of a note: one character."""
HEADINGS = ("heading", "title", "subheading")
APART = ("note", "headline", "kicker", "summary")
"""Roles of texts that do not stand in the body itself."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a work, in reading order, with the role that `checks` knows.

    `foreign` are the stretches that somebody marked as another language: nothing is
    said of what stands inside them. `image` is the number of a figure's picture and
    `alt` the text that overrides the library's. A passage "break" has no words: with
    it an unheaded conclusion begins. Notes come last, or wherever they are called.
    """

    role: str
    text: str
    place: str = ""
    foreign: tuple[Span, ...] = ()
    image: int | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """Characters `start` to `end` of the passage `index`, and what is odd there.

    `fix` is what to put in their place, or None where only a person can tell.
    """

    index: int
    start: int
    end: int
    code: str
    values: Mapping[str, str | int] = field(default_factory=dict, hash=False)
    fix: str | None = None

    def message(self, interface: str) -> str:
        """A whole sentence in a language of the interface."""
        return sentence(self.code, interface, self.values)

    def fix_label(self, interface: str) -> str:
        """What the fix does, for its button; empty where there is none."""
        return fix_label(self.code, interface, self.fix)


def advise(
    passages: Sequence[Passage],
    language: str,
    described: Container[int] = (),
    digits: Digits | None = None,
) -> Iterator[Advice]:
    """Advice in the order of the passages.

    `described` holds the numbers of pictures whose text in the library serves in
    `language`. `digits` is the set to keep; without it, the work's most frequent one.
    """
    kept = digits or checks.kept_digits((each.text for each in passages), language)
    following = _following(passages)
    for index, passage in enumerate(passages):
        yield from _of_language(index, passage, language, kept)
        if code := _heading_code(passage, following[index]):
            yield Advice(index, 0, len(passage.text), code)
        if _lacks_alt(passage, described):
            yield Advice(index, 0, len(passage.text), "no-alt")


def _of_language(
    index: int, passage: Passage, language: str, kept: Digits
) -> Iterator[Advice]:
    for found in checks.findings(passage.text, language, passage.role, kept):
        if not _is_foreign(found, passage.foreign):
            values = _values(found, passage.text)
            yield Advice(index, found.start, found.end, found.code, values, found.fix)


def _is_foreign(found: checks.Finding, foreign: Sequence[Span]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in foreign)


def _values(found: checks.Finding, text: str) -> dict[str, str | int]:
    """What the sentence of the code names."""
    if found.code == "long-paragraph":
        return {"limit": checks.MOST_WORDS}
    if found.code == "other-language":
        return {}
    return {"found": text[found.start : found.end].strip(), "fix": found.fix or ""}


# Structure


def _following(passages: Sequence[Passage]) -> list[Passage | None]:
    """For each passage the next that has something to read, notes apart."""
    following: list[Passage | None] = []
    after: Passage | None = None
    for passage in reversed(passages):
        following.append(after)
        if _counts(passage):
            after = passage
    return following[::-1]


def _counts(passage: Passage) -> bool:
    if passage.role in APART:
        return False
    shown = passage.text.strip() or passage.image is not None
    return bool(shown) or passage.role == "break"


def _heading_code(passage: Passage, after: Passage | None) -> str:
    """A section may open with a point, and a point may be its title alone."""
    role, next_role = passage.role, after.role if after else "break"
    if role not in HEADINGS or not passage.text.strip():
        return ""
    if role == "subheading" and next_role in (*HEADINGS, "break"):
        return "empty-subheading"
    if role == "heading" and next_role in ("heading", "break"):
        return "empty-heading"
    is_pair = role != "subheading" and next_role == "subheading"
    return "heading-after-heading" if is_pair else ""


def _lacks_alt(passage: Passage, described: Container[int]) -> bool:
    image = passage.image
    return image is not None and not passage.alt.strip() and image not in described


# Passages of a Document


def passages(document: Document) -> list[Passage]:
    """The texts of a document in reading order, its notes last."""
    found = _of_blocks(document.lead, "lead")
    for s, section in enumerate(document.sections):
        place = f"sections[{s}]"
        role = "heading" if section.heading else "break"
        found.append(_passage(role, section.heading, f"{place}.heading"))
        found += _of_blocks(section.blocks, f"{place}.blocks")
        for p, point in enumerate(section.points):
            at = f"{place}.points[{p}]"
            found.append(_passage("title", point.title, f"{at}.title"))
            found += _of_blocks(point.blocks, f"{at}.blocks")
    notes = document.notes.items()
    return found + [_passage("note", note, f"notes.{id}") for id, note in notes]


def _of_blocks(blocks: Blocks, place: str) -> list[Passage]:
    return [
        passage
        for index, block in enumerate(blocks)
        for passage in _of_block(block, f"{place}[{index}]")
    ]


def _of_block(block: Block, place: str) -> Iterator[Passage]:
    if isinstance(block, Figure):
        caption = _passage("caption", block.caption, place)
        yield replace(caption, image=block.image, alt=block.alt)
        return
    roles = _roles(block)
    for role, text in zip(roles, block.texts(), strict=False):
        yield _passage(role, text, place)


def _roles(block: Block) -> Iterator[str]:
    """The role of each text of a block, in the order of `texts()`."""
    match block:
        case Quote():
            return chain(repeat("quote", len(block.paragraphs)), ["attribution"])
        case Table():
            return chain(["caption"], repeat("cell"))
        case List() | Panel():
            return repeat("item")
        case Subheading():
            return repeat("subheading")
    return repeat("paragraph")


def _passage(role: str, inlines: Inlines, place: str) -> Passage:
    texts = [part.text if isinstance(part, Text) else CALL for part in inlines]
    ends = list(accumulate(map(len, texts)))
    foreign = tuple(
        (end - len(text), end)
        for part, text, end in zip(inlines, texts, ends, strict=True)
        if isinstance(part, Text) and any(m.type == "foreign" for m in part.marks)
    )
    return Passage(role, "".join(texts), place, foreign)
