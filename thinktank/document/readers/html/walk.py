"""From the tree to passages, element by element and without recursion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from thinktank.document.addresses import is_address
from thinktank.document.ids import new_id
from thinktank.document.model import Inlines, Mark, NoteRef, plain
from thinktank.document.normalform import normal_inlines
from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.document.readers.manuscript.sheet import Sheet
from thinktank.document.readers.manuscript.source import Listed, Style
from thinktank.document.readers.manuscript.wording import (
    joined,
    without,
    without_breaks,
)

from .left_out import Remark, is_code, is_speck, left_out, says_something, words_of
from .listing import Numbering, numbering, word_list, written
from .looks import Look, Looks, is_inserted, is_list_label, keeps_spaces, style_of
from .markup import LONGEST, Element
from .notes import Notes
from .tables import is_layout, table_of
from .words import Marks, Words, destination, marked, says_words

_SECTIONS = ("body", "main", "article", "section", "header", "footer", "nav", "aside")
_GROUPS = (
    "address",
    "center",
    "details",
    "dialog",
    "div",
    "fieldset",
    "form",
    "search",
)
_PARTS = ("p", "pre", "hr", "blockquote", "figure", "figcaption", "summary", "legend")
_ITEMS = ("li", "dl", "dt", "dd")
_CELLS = ("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
_HEADINGS = ("hgroup", "h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "menu", "dir")
_BLOCKS = {*_SECTIONS, *_GROUPS, *_PARTS, *_ITEMS, *_CELLS, *_HEADINGS, *_LISTS}
"""Elements that begin a passage, and end one."""
_BARE: tuple[Style, ...] = ("title", "subtitle", "heading")
"""They are bold by nature: the mark says nothing in them."""
_LONGEST_ADDRESS = 300

Write = Callable[..., None]


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands on to those inside it."""

    marks: Marks = ()
    style: Style = ""
    level: int = 0
    keeps_spaces: bool = False
    is_block: bool = False


class Paper:
    """What is written, and what is known of the whole paste."""

    def __init__(self, looks: Looks, notes: Notes) -> None:
        self.sheet = Sheet()
        self.looks = looks
        self.notes = notes
        self.insertions = 0
        self.called: dict[Element, Inlines] = {}
        self._seen = Counter[str]()
        self._length = 0

    def remark(self, code: str, **values: str | int) -> None:
        """Note something about the passage that is being written."""
        self.sheet.remark(code, ahead=True, **values)

    def note(self, call: Element) -> NoteRef | None:
        """The note that a link calls; each call gets a note of its own."""
        block = self.notes.calls[call]
        is_copy = block in self.called
        if not is_copy:
            self.called[block] = self.words_of(block, in_note=True)
        words = self.called[block]
        if not says_words(words):
            return None
        if is_copy:
            self.remark("note-copied", text=plain(words))
        return NoteRef(self._noted(words))

    def _noted(self, words: Inlines) -> str:
        """The identifier of a note; equal ones are counted, so that none is tried
        again and again, and all together are no longer than a text."""
        text = plain(words)
        self._seen[text] += 1
        self._length += len(text)
        if self._length > LONGEST:
            raise NotAManuscript("too-long", {"limit": LONGEST})
        id = new_id("n", self.sheet.notes, f"{self._seen[text]} {text}")
        self.sheet.notes[id] = words
        return id

    def words_of(self, element: Element, *, in_note: bool = False) -> Inlines:
        """The words of a cell or a note, whose paragraphs become one."""
        found: list[Inlines] = []

        def write(words: Inlines, **_about: Any) -> None:
            found.append(words)

        Walk(self, write, flat=True, in_note=in_note).go(element)
        return normal_inlines(without_breaks(joined(found)))


class Walk:
    """Writes the passages of an element; `flat` where there is room for words only."""

    def __init__(
        self, paper: Paper, write: Write, flat: bool = False, in_note: bool = False
    ) -> None:
        self._paper = paper
        self._write = write
        self._flat = flat
        self._in_note = in_note
        self._words = Words()
        self._states = [_State()]
        self._lists: list[Numbering] = []
        self._item: Listed | None = None
        self._unread = paper.notes.unread
        self._signs: set[Element] = set()

    def go(self, root: Element) -> None:
        """Walk through an element, up to its end tag."""
        self._unread = self._unread - {root}
        steps = etree.iterwalk(root, events=("start", "end"))
        done: Element = None
        for event, element in steps:
            if event == "start" and self._is_done(element, is_root=element is root):
                done = element
                steps.skip_subtree()
            elif event == "start":
                self._enter(element)
            else:
                self._end(element, was_entered=element is not done)
                self._add("" if element is root else element.tail)
        self._flush()

    # One element

    def _is_done(self, element: Element, *, is_root: bool) -> bool:
        """Deal with an element whose inside is not walked through; False for others."""
        if element in self._unread or element in self._signs or is_code(element):
            return True
        notes = self._paper.notes
        if not self._in_note and element in notes.calls:
            return self._call(element)
        if is_list_label(element):
            self._item = written(words_of(element), max(len(self._lists) - 1, 0), {})
            return True
        look = self._paper.looks.of(element)
        if remark := left_out(element, look):
            return self._set_aside(element, remark)
        return (
            element.tag == "table"
            and not (is_root or self._flat)
            and self._show(element)
        )

    def _enter(self, element: Element) -> None:
        look = self._paper.looks.of(element)
        is_block = element.tag in _BLOCKS or look.get("display") == "block"
        if is_block:
            self._flush()
        self._states.append(self._state(element, look, is_block))
        self._open(element, look)
        self._add(element.text)

    def _end(self, element: Element, *, was_entered: bool) -> None:
        if not was_entered:
            return
        if self._states[-1].is_block:
            self._flush()
        if element.tag in _LISTS:
            self._lists.pop()
        elif element.tag == "li":
            self._item = None
        elif element.tag == "q":
            self._add("”")
        self._states.pop()

    def _state(self, element: Element, look: Look, is_block: bool) -> _State:
        state = self._states[-1]
        style, level = self._style(element, look) if is_block else ("", 0)
        if style:
            state = replace(state, style=style, level=level)
        keeps = keeps_spaces(element, look)
        return replace(
            state,
            marks=marked(self._linked(element, state.marks), element, look),
            keeps_spaces=state.keeps_spaces if keeps is None else keeps,
            is_block=is_block,
        )

    def _style(self, element: Element, look: Look) -> tuple[Style, int]:
        match element.tag:
            case "blockquote":
                return "quote", 0
            case "figcaption" | "caption":
                return "caption", 0
            case "footer" if self._states[-1].style == "quote":
                return "attribution", 0
            case _:
                return style_of(element, look)

    def _linked(self, element: Element, marks: Marks) -> Marks:
        """The marks with the link that an element is, when it leads somewhere."""
        address = element.get("href", "").strip() if element.tag == "a" else ""
        if not address or address.startswith("#"):
            return marks
        others = tuple(mark for mark in marks if mark.type != "link")
        if is_address(found := destination(address)):
            return (*others, Mark("link", href=found))
        self._paper.remark("link-left-out", address=address[:_LONGEST_ADDRESS])
        return others

    def _open(self, element: Element, look: Look) -> None:
        """What an element does by itself, before the words in it."""
        tag = element.tag
        if tag in _LISTS:
            self._lists.append(numbering(element, look, len(self._lists)))
        elif tag == "li":
            self._item = self._numbered(element, look)
        elif tag == "br":
            self._words.break_line()
        elif tag == "hr" and not self._flat:
            self._paper.sheet.rule()
        elif tag == "q":
            self._add("“")
        elif tag == "math":
            self._tell(("formula-as-text", {"text": words_of(element)}))
        elif listed := word_list(look):
            self._write_sign(element, *listed)
        self._paper.insertions += is_inserted(element)

    def _numbered(self, item: Element, look: Look) -> Listed:
        if not self._lists:
            return Listed("bullet")
        return self._lists[-1].next(item, look)

    def _write_sign(self, paragraph: Element, rule: str, level: int) -> None:
        """Word writes the number or bullet of an item out, in a part of its own."""
        looks = self._paper.looks
        for part in paragraph.iter("span", "font"):
            if looks.of(part).get("mso-list") == "ignore":
                self._signs.add(part)
                self._item = written(words_of(part), level, looks.rule(rule))
                return

    # What becomes of elements that are not walked through

    def _call(self, link: Element) -> bool:
        note = self._paper.note(link)
        if note:
            self._words.call(note)
        return note is not None

    def _set_aside(self, element: Element, remark: Remark) -> bool:
        if element.tag != "img" or not is_speck(element):
            self._tell(remark)
        return True

    def _tell(self, remark: Remark) -> None:
        code, values = remark
        if says_something(remark):
            self._paper.remark(code, **values)

    def _show(self, element: Element) -> bool:
        """Whether an element was a table of cells, and not one that arranges blocks."""
        if is_layout(element):
            return False
        self._flush()
        found = table_of(element, self._paper.words_of)
        if found:
            table, is_merged = found
            self._paper.sheet.show(table)
            if is_merged:
                self._paper.sheet.remark("merged-cells")
        return found is not None

    # Words

    def _add(self, text: str | None) -> None:
        if text:
            state = self._states[-1]
            self._words.add(text, state.marks, keep_spaces=state.keeps_spaces)

    def _flush(self) -> None:
        """Write the paragraph that ends here."""
        words, state = self._words.take(), self._states[-1]
        if state.style in _BARE:
            words = without(words, "strong")
        if says_words(words):
            about = {"style": state.style, "level": state.level, "listed": self._item}
            self._item = None
            self._write(words, **about)
        elif words:
            self._write(words)
