"""Pictures, text boxes, charts, diagrams and other objects in a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..manuscript.refusal import NotAManuscript
from .context import Context
from .formats import is_shown
from .relations import Relation
from .xml import Element, chosen, q, tree, words_of

MEDIA = "word/media/"
"""The folder whose parts may be asked for as pictures."""

_LONGEST_XML = 8 * 2**20
_YES = ("t", "true", "1")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is shown behind a paragraph: a picture by its number, the paragraphs of a
    text box, or a drawn line."""

    kind: Literal["picture", "box", "rule"]
    picture: int = 0
    box: Element | None = None


def drawn(element: Element, context: Context) -> Iterator[Drawn]:
    """What a drawing shows, in its order; what cannot be shown is remarked."""
    alt = _alternative(element)
    if element.tag == q("w:object"):
        _remark_object(element, context)
    parts = list(_parts(element))
    if not parts and element.tag != q("w:object"):
        _remark(context, "drawing-left-out", alt)
    for part in parts:
        yield from _READERS[part.tag](part, alt, context)


def _parts(element: Element) -> Iterator[Element]:
    """The parts that are read, boxes whole, one alternative of several."""
    for child in (
        chosen(element) if element.tag == q("mc:AlternateContent") else element
    ):
        if child.tag in _READERS:
            yield child
        if child.tag not in _WHOLE:
            yield from _parts(child)


def _alternative(element: Element) -> str:
    """What the author wrote of a picture for those who do not see it."""
    for part in element.iter(q("wp:docPr"), q("v:shape"), q("v:rect")):
        found: str = part.get("descr") or part.get("alt") or part.get("title") or ""
        if found.strip():
            return " ".join(found.split())
    return ""


# Pictures


def _blip(part: Element, alt: str, context: Context) -> Iterator[Drawn]:
    return _linked(part.get(q("r:embed")) or part.get(q("r:link")), alt, context)


def _image_data(part: Element, alt: str, context: Context) -> Iterator[Drawn]:
    id = part.get(q("r:id")) or part.get(q("o:relid")) or part.get(q("r:href"))
    if part.getparent().getparent().tag == q("w:object"):
        return iter(())  # a likeness of the object, which is remarked itself
    return _linked(id, alt or part.get(q("o:title"), ""), context)


def _linked(id: str | None, alt: str, context: Context) -> Iterator[Drawn]:
    relation = context.relations.get(id or "")
    if relation and relation.is_outside:
        _remark(context, "picture-outside", alt, address=relation.target)
    elif relation:
        yield from _picture(relation, alt, context)
    elif id or alt:
        _remark(context, "picture-lost", alt)


def _picture(relation: Relation, alt: str, context: Context) -> Iterator[Drawn]:
    name = context.package.name(relation.target)
    if not name or not is_picture_name(name):
        _remark(context, "picture-lost", alt)
    elif not is_shown(context.package.open(name).read(16)):
        _remark(context, "picture-format", alt, name=name.rpartition("/")[2])
    else:
        yield Drawn("picture", context.paper.picture(name, alt))


def is_picture_name(name: str) -> bool:
    """Whether it names a part below the folder of media and nothing else."""
    parts = name.replace("\\", "/").split("/")
    return name.casefold().startswith(MEDIA) and not {"", ".", ".."} & set(parts)


def _remark(context: Context, code: str, text: str, **values: str | int) -> None:
    """Say what was left out; a code of its own says that there were words."""
    if text:
        context.paper.remark(f"{code}-words", ahead=True, text=text, **values)
    else:
        context.paper.remark(code, ahead=True, **values)


# Text boxes and lines


def _box(part: Element, _alt: str, context: Context) -> Iterator[Drawn]:
    if words_of(part):
        context.paper.remark("text-box", ahead=True)
    yield Drawn("box", box=part)


def _text_path(part: Element, _alt: str, context: Context) -> Iterator[Drawn]:
    """Words drawn along a line, and stored as an attribute."""
    if words := part.get("string", "").strip():
        context.paper.remark("drawn-words", ahead=True, text=words)
    return iter(())


def _shape_text(part: Element, _alt: str, context: Context) -> Iterator[Drawn]:
    if words := words_of(part):
        context.paper.remark("drawn-words", ahead=True, text=words)
    return iter(())


def _line(part: Element, _alt: str, _context: Context) -> Iterator[Drawn]:
    if part.get(q("o:hr")) in _YES:
        yield Drawn("rule")


# Charts, diagrams and objects


def _chart(part: Element, alt: str, context: Context) -> Iterator[Drawn]:
    words = _words_of_part(part.get(q("r:id")), _chart_words, context)
    _remark(context, "chart-left-out", _together(alt, words))
    return iter(())


def _diagram(part: Element, alt: str, context: Context) -> Iterator[Drawn]:
    words = _words_of_part(part.get(q("r:dm")), _diagram_words, context)
    _remark(context, "diagram-left-out", _together(alt, words))
    return iter(())


def _remark_object(element: Element, context: Context) -> None:
    embedded = next(element.iter(q("o:OLEObject")), None)
    program = "" if embedded is None else embedded.get("ProgID", "")
    if program.startswith("Equation"):
        context.paper.remark("equation-lost", ahead=True)
    else:
        text = _together(_alternative(element), program)
        _remark(context, "object-left-out", text)


def _together(*texts: str) -> str:
    return "; ".join(filter(None, texts))


def _words_of_part(
    id: str | None, read: Callable[[Element], Iterator[str]], context: Context
) -> str:
    """The words of a part that a drawing refers to; "" where it cannot be read."""
    relation = context.relations.get(id or "")
    if not relation or relation.is_outside or not context.package.name(relation.target):
        return ""
    try:
        stream = context.package.open(relation.target, _LONGEST_XML)
        found = [word.strip() for word in read(tree(stream))]
    except NotAManuscript as refusal:
        if refusal.code in ("entities", "too-much-inside"):
            raise
        return ""
    return _together(*dict.fromkeys(found))


def _chart_words(element: Element) -> Iterator[str]:
    """Titles, and the names of series and categories; the figures stay out."""
    for text in element.iter(q("a:t"), q("c:v"), q("cx:v"), q("cx:pt")):
        if next(text.iterancestors(q("c:numCache"), q("cx:numDim")), None) is None:
            yield text.text or ""


def _diagram_words(element: Element) -> Iterator[str]:
    for text in element.iter(q("dgm:t")):
        yield words_of(text)


_READERS: dict[str, Callable[[Element, str, Context], Iterator[Drawn]]] = {
    q("a:blip"): _blip,
    q("v:imagedata"): _image_data,
    q("w:txbxContent"): _box,
    q("v:textpath"): _text_path,
    q("a:txBody"): _shape_text,
    q("v:rect"): _line,
    q("c:chart"): _chart,
    q("cx:chart"): _chart,
    q("dgm:relIds"): _diagram,
}
_WHOLE = frozenset(map(q, ("w:txbxContent", "a:txBody")))
"""Parts whose insides are read as one."""
