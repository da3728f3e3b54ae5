"""Reading a Word file from beginning to end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import chain
from typing import BinaryIO

from thinktank.document.model import Inlines, NoteRef, plain

from ..manuscript.refusal import NotAManuscript
from ..manuscript.source import Passage, Source
from .blocks import BlockReader, read_blocks
from .context import Context
from .drawings import is_picture_name
from .fields import Fields
from .formats import is_shown, opened
from .limits import LARGEST_PICTURE
from .notes import Notes
from .numbering import Numbering
from .package import Package
from .paper import Page, Scrap
from .relations import Relations, of_kind, relations
from .styles import Styles
from .xml import Element, children, q, words_of

_USUAL = "word/document.xml"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(file: bytes | BinaryIO) -> Source:
    """What a Word file says, passage by passage, and what it says beyond a text.

    Raises NotAManuscript, with a sentence that says what to do, for all that cannot be
    read: other formats, protected, damaged or dangerous files, and what is too large.
    """
    try:
        return _read(opened(file))
    except RecursionError as error:  # boxes in boxes in boxes
        raise NotAManuscript("too-much-inside") from error


def picture(file: bytes | BinaryIO, name: str) -> bytes:
    """The bytes of a picture that `Source.pictures` names.

    Raises NotAManuscript ("no-picture") for any other part.
    """
    package = opened(file)
    if not is_picture_name(name) or not package.name(name):
        raise NotAManuscript("no-picture")
    data = package.open(name, LARGEST_PICTURE).read()
    if not is_shown(data[:16]):
        raise NotAManuscript("no-picture")
    return data


def _read(package: Package) -> Source:
    main = _main(package)
    related = relations(package, main)
    page = Page()
    context = _context(package, related, page)
    reader = BlockReader(context)
    for element in children(package.open(main), "w:body", "w:document"):
        reader.read(element)
        if context.tally.contents and not context.tally.contents_line:
            context.tally.contents_line = page.line + 1
    reader.finish()
    _keep_notes(context, page)
    _close(context, page)
    return page.source()


def _main(package: Package) -> str:
    """The part that holds the text."""
    named = of_kind(relations(package, ""), "officeDocument")
    main = package.name(next(named, _USUAL)) or package.name(_USUAL)
    if not main:
        raise NotAManuscript("not-word")
    return main


def _context(package: Package, related: Relations, page: Page) -> Context:
    def parts(kind: str, name: str) -> Iterator[Element]:
        for part in of_kind(related, kind):
            if package.name(part):
                yield from children(package.open(part), name)

    styles = Styles(parts("styles", "w:styles"))
    numbering = Numbering(parts("numbering", "w:numbering"))
    context = Context(package, related, styles, numbering, page, Notes())
    context.comments = {
        comment.get(q("w:id"), ""): words_of(comment)
        for comment in parts("comments", "w:comments")
    }
    for kind in ("footnote", "endnote"):
        _read_notes(kind, context, page)
    return context


def _read_notes(kind: str, context: Context, page: Page) -> None:
    for part in of_kind(context.relations, f"{kind}s"):
        if not context.package.name(part):
            continue
        inside = replace(
            context,
            relations=relations(context.package, part),
            numbering=deepcopy(context.numbering),
            notes=Notes(),  # a note calls no notes
            bookmarks={},
        )
        for element in children(context.package.open(part), f"w:{kind}s"):
            if element.get(q("w:type")) in _SEPARATORS:
                continue
            scrap = Scrap("note", page)
            inside.fields = Fields()
            read_blocks(element, inside.on(scrap))
            for lost in inside.fields.lost():
                scrap.remark("field-left-out", text=lost)
            context.notes.add((kind, element.get(q("w:id"), "")), scrap)


def _keep_notes(context: Context, page: Page) -> None:
    """The notes that passages call; those called in what was left out are set aside."""
    texts = chain.from_iterable(map(_texts, page.passages))
    calls = {part.id for text in texts for part in text if isinstance(part, NoteRef)}
    for id, words in context.notes.called.items():
        if id in calls:
            page.notes[id] = words
        else:
            page.tell("note-uncalled", text=plain(words))
    context.notes.set_aside(page)


def _texts(passage: Passage) -> Iterator[Inlines]:
    yield passage.words
    if passage.block:
        yield from passage.block.texts()


def _close(context: Context, page: Page) -> None:
    """Say what belongs to the whole file, or to no place in it."""
    tally = context.tally
    for words in filter(None, context.comments.values()):
        page.tell("comment-left-out", text=words)
    for lost in context.fields.lost():
        page.tell("field-left-out", text=lost)
    if _letters(tally.moved) - _letters(tally.arrived):
        page.tell("deletion-accepted", text=" … ".join(tally.moved))
    if tally.changes:
        page.tell("changes-accepted", count=tally.changes)
    if contents := " / ".join(filter(None, tally.contents)):
        page.tell("contents-left-out", text=contents, line=tally.contents_line)
    if furniture := " / ".join(dict.fromkeys(_furniture(context))):
        page.tell("headers-left-out", text=furniture)


def _letters(texts: list[str]) -> Counter[str]:
    return Counter(filter(str.isalnum, "".join(texts)))


def _furniture(context: Context) -> Iterator[str]:
    """The words at the head and the foot of pages."""
    for kind, root in (("header", "w:hdr"), ("footer", "w:ftr")):
        for part in of_kind(context.relations, kind):
            if context.package.name(part):
                paragraphs = children(context.package.open(part), root)
                yield from filter(None, map(words_of, paragraphs))
