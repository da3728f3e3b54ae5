"""Notes of a paste: which links call one, and where its words stand.

Word, Writer, Google Docs, pandoc and web pages all write a call as a short link to a
place further on, and nearly all lead back from there to the call.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote

from thinktank.document.readers.manuscript.words import NOTES_HEADINGS
from thinktank.language.folding import fold

from .looks import Looks
from .markup import Element

INLINE_HOLDERS = {"a", "sup", "span", "b", "strong", "i", "em", "font", "cite", "small"}
_HOLDERS = {"div", "li", "dd", "aside"}
"""What may hold the paragraphs of one note."""
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

_CALL = re.compile(r"[\[(]?\s*(?:(?:\w{1,8}\s)?\w{1,4}|[*†‡§¶]{1,4})\s*[\])]?")
_PLACE = re.compile(
    r"_?(?:ftn|edn)\d+|sd(?:foot|end)note\d+(?:sym)?|ftnt\d+|cite_note-.+"
    r"|(?:user-content-)?fn[:-]?\d+"
)
"""What programmes call the place of a note, and nothing else."""
_ROLES = {"doc-footnote", "doc-endnote"}
_FEW = 5
"""Elements in and beside a call that may bear its name."""
_FURTHEST = 20
"""Elements before the first note among which its heading is looked for."""


@dataclass(slots=True)
class Notes:
    """`calls` leads from links to the elements that hold their notes; `uncalled` hold
    notes, too. `unread` is all that is none of the text: notes, their heading, and
    the numbers in them."""

    calls: dict[Element, Element] = field(default_factory=dict)
    uncalled: list[Element] = field(default_factory=list)
    heading: Element | None = None
    unread: frozenset[Element] = frozenset()

    @property
    def blocks(self) -> list[Element]:
        """The elements that hold notes, in the order in which they are called."""
        return [*dict.fromkeys(self.calls.values()), *self.uncalled]


def notes_of(root: Element, looks: Looks) -> Notes:
    """The notes that are called. Where none is, nothing counts as a note."""
    elements = list(root.iter())
    links = [_Link(each) for each in elements if each.tag == "a" and _goes_within(each)]
    found = Notes()
    if not links:
        return found
    places = _Places(elements, links)
    for link in links:
        block = places.note_of(link)
        if block is not None:
            found.calls[link.element] = block
    if found.calls:
        found.uncalled = _uncalled(elements, looks, found)
        held = set(found.blocks)
        first = next(each for each in elements if each in held)
        found.heading = _heading(first)
        found.unread = frozenset([*found.blocks, *_numbers(found)])
        if found.heading is not None:
            found.unread |= {found.heading}
    return found


def _goes_within(anchor: Element) -> bool:
    return bool(_place_of(anchor))


def _place_of(anchor: Element) -> str:
    """The place that a link names, in this text or elsewhere: what browsers copy has
    whole addresses, with that of the page before the place."""
    address: str = anchor.get("href", "")
    return unquote(address.strip().partition("#")[2])


class _Link:
    """A link to a place, which may be in the same text."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.place = _place_of(element)
        self.is_short = bool(_CALL.fullmatch("".join(element.itertext()).strip()))


class _Places:
    """The elements of a tree by name and by order."""

    def __init__(self, elements: list[Element], links: list[_Link]) -> None:
        self._order = {element: index for index, element in enumerate(elements)}
        self._named: dict[str, Element] = {}
        for element in elements:
            for name in _own_names(element):
                self._named.setdefault(name, element)
        self._weights = self._weighed(
            elements, [link for link in links if link.is_short]
        )
        self._returns: dict[Element, set[str]] = {}

    def note_of(self, link: _Link) -> Element | None:
        """The element that holds the note a link calls; None for all other links."""
        place = self._ahead(link)
        if place is None or not link.is_short:
            return None
        block = self.block_of(place)
        names = _names_around(link.element)
        is_call = names & self._returns_in(block) or _is_raised(link.element)
        if block.tag in _HEADINGS or not (is_call or _PLACE.fullmatch(link.place)):
            return None
        return None if self._is_inside(link.element, block) else block

    def block_of(self, place: Element) -> Element:
        """What holds the note whose number stands at a place, and nothing else."""
        block = place
        while block.tag in INLINE_HOLDERS and block.getparent() is not None:
            block = block.getparent()
        above = block.getparent()
        while above is not None and above.tag in _HOLDERS and self._weights[above] == 1:
            block, above = above, above.getparent()
        return block

    def _ahead(self, link: _Link) -> Element | None:
        place = self._named.get(link.place)
        is_ahead = place is not None and self._order[place] > self._order[link.element]
        return place if is_ahead else None

    def _weighed(self, elements: list[Element], links: list[_Link]) -> Counter[Element]:
        """How many places, calls and headings stand in each element."""
        weights: Counter[Element] = Counter()
        for link in links:
            if (place := self._ahead(link)) is not None:
                weights[link.element] += 1
                weights[place] = 1
        for element in reversed(elements):
            if element.tag == "a" and any(map(_PLACE.fullmatch, _own_names(element))):
                weights[element] = 1
            weights[element] += element.tag in _HEADINGS
            if (parent := element.getparent()) is not None:
                weights[parent] += weights[element]
        return weights

    def _returns_in(self, block: Element) -> set[str]:
        if block not in self._returns:
            links = [_Link(each) for each in block.iter("a") if _goes_within(each)]
            self._returns[block] = {link.place for link in links}
        return self._returns[block]

    def _is_inside(self, element: Element, block: Element) -> bool:
        return any(above is block for above in element.iterancestors())


def _own_names(element: Element) -> set[str]:
    return {name for key in ("id", "name") if (name := element.get(key))}


def _names_around(call: Element) -> set[str]:
    """What a note may call the place it is called from."""
    names = _own_names(call).union(*map(_own_names, islice(call, _FEW)))
    parent = call.getparent()
    if parent is not None and parent.tag in ("sup", "span"):
        names |= _own_names(parent).union(*map(_own_names, islice(parent, _FEW)))
    return names


def _is_raised(call: Element) -> bool:
    near = (*call.iterancestors(), *call)[:2] if call.getparent() is not None else ()
    return any(each.tag == "sup" for each in (*near, *call))


def _numbers(found: Notes) -> list[Element]:
    """The links from notes to their calls, with the numbers that they show."""
    names = {name for call in found.calls for name in _names_around(call)}
    links = [each for block in found.blocks for each in block.iter("a")]
    return [each for each in links if _goes_within(each) and _Link(each).place in names]


def _uncalled(elements: list[Element], looks: Looks, found: Notes) -> list[Element]:
    """Elements that hold notes which no link calls."""
    covered = set(found.calls.values())
    lists = {block.getparent() for block in covered if block.tag == "li"}
    holders = {above for block in covered for above in block.iterancestors()}
    holders |= {above for call in found.calls for above in call.iterancestors()}
    uncalled = []
    for element in elements:
        if element.getparent() in covered:
            covered.add(element)
        elif element in holders or element in covered:
            continue
        elif element.getparent() in lists or _says_note(element, looks):
            covered.add(element)
            uncalled.append(element)
    return uncalled


def _says_note(element: Element, looks: Looks) -> bool:
    return (
        element.get("role") in _ROLES
        or looks.of(element).get("mso-element") in ("footnote", "endnote")
        or (element.tag in _HOLDERS and bool(_PLACE.fullmatch(element.get("id", ""))))
    )


def _heading(note: Element) -> Element | None:
    """The heading that stands over the notes and over nothing else."""
    before = note
    for _step in range(_FURTHEST):
        earlier = before.getprevious()
        before = before.getparent() if earlier is None else earlier
        if before is None or (before.tail or "").strip() and earlier is not None:
            return None
        words = "".join(before.itertext()).strip() if earlier is not None else ""
        if words:
            return before if fold(words.rstrip(":")) in NOTES_HEADINGS else None
    return None
