"""The XML of a Word file: names, safe parsing piece by piece, small look-ups."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeAlias

from lxml import etree

from ..manuscript.refusal import NotAManuscript
from .limits import MOST_PIECES
from .package import Stream

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

_MAIN = "http://schemas.openxmlformats.org/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
SPACES = {
    "w": f"{_MAIN}wordprocessingml/2006/main",
    "r": f"{_MAIN}officeDocument/2006/relationships",
    "m": f"{_MAIN}officeDocument/2006/math",
    "a": f"{_MAIN}drawingml/2006/main",
    "c": f"{_MAIN}drawingml/2006/chart",
    "cx": f"{_MICROSOFT}drawing/2014/chartex",
    "dgm": f"{_MAIN}drawingml/2006/diagram",
    "wp": f"{_MAIN}drawingml/2006/wordprocessingDrawing",
    "mc": f"{_MAIN}markup-compatibility/2006",
    "rel": f"{_MAIN}package/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
STRICT = "{http://purl.oclc.org/ooxml/"
"""How names begin in the strict variant of the format, which Word rarely writes."""

_RESOURCE_LIMIT = 114  # XML_ERR_RESOURCE_LIMIT: too deep, or one text too long


@cache
def q(name: str) -> str:
    """The full name of an element or attribute: "w:p"."""
    prefix, local = name.split(":")
    return f"{{{SPACES[prefix]}}}{local}"


VALUE = q("w:val")


def tree(stream: Stream) -> Element:
    """The root of a small part, whole. Raises NotAManuscript as `children` does."""
    with _refusing():
        (last,) = deque(_elements(stream, ""), maxlen=1)  # the root ends last
    return last


def children(stream: Stream, parent: str, root: str = "") -> Iterator[Element]:
    """The children of the first `parent`, each forgotten when the next is asked for.

    Raises NotAManuscript for what is no sound XML, declares a document type, or has
    another `root` ("not-word").
    """
    name, pieces = q(parent), 0
    with _refusing():
        for element in _elements(stream, root and q(root)):
            above = element.getparent()
            if above is None or above.tag != name:
                continue
            pieces += 1
            if pieces > MOST_PIECES:
                raise NotAManuscript("too-much-inside")
            yield element
            _forget(element, above)
            stream.weight = 0


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except etree.XMLSyntaxError as error:
        deep = error.code == _RESOURCE_LIMIT
        raise NotAManuscript("too-much-inside" if deep else "broken-xml") from error


def _elements(stream: Stream, root: str) -> Iterator[Element]:
    parsed = etree.iterparse(
        stream,
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for number, (_event, element) in enumerate(parsed):
        if number == 0:
            _check(element.getroottree(), root)
        yield element


def _check(tree: Any, root: str) -> None:
    if tree.docinfo.internalDTD is not None:
        raise NotAManuscript("entities")
    found = tree.getroot().tag
    if root and found != root:
        is_strict = found.startswith(STRICT) and found.endswith("}document")
        raise NotAManuscript("strict-form" if is_strict else "not-word")


def _forget(element: Element, above: Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        del above[0]


def value(parent: Element | None, name: str) -> str:
    """`w:val` of a child; "" where there is none."""
    child = None if parent is None else parent.find(q(name))
    found: str = "" if child is None else child.get(VALUE, "")
    return found


def number(parent: Element | None, name: str) -> int | None:
    """`w:val` of a child as a whole number."""
    return whole(value(parent, name))


def whole(text: str) -> int | None:
    """A number of at most nine digits; None for anything else."""
    digits = text.strip().removeprefix("-")
    sound = digits.isascii() and digits.isdigit() and len(digits) < 10
    return int(text) if sound else None


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a child switches something on or off; None where it says nothing."""
    child = None if parent is None else parent.find(q(name))
    return None if child is None else is_on(child)


def is_on(element: Element) -> bool:
    """Whether a switch is on: it is, unless it says otherwise."""
    return element.get(VALUE, "1") not in ("0", "false", "off", "none")


def chosen(element: Element) -> Iterable[Element]:
    """The one alternative of mc:AlternateContent that is read: what we understand,
    else what its maker gives to those who do not."""
    for choice in element.findall(q("mc:Choice")):
        needed = choice.get("Requires", "").split()
        if all(_understood(choice.nsmap.get(prefix, "")) for prefix in needed):
            return tuple(choice)
    fallback = element.find(q("mc:Fallback"))
    if fallback is None:
        fallback = element.find(q("mc:Choice"))
    return () if fallback is None else tuple(fallback)


def _understood(space: str) -> bool:
    return space.startswith((_MICROSOFT, _MAIN)) or space in SPACES.values()


_TEXTS = frozenset(map(q, ("w:t", "w:delText", "m:t", "a:t")))
_GAPS = frozenset(map(q, ("w:p", "a:p", "w:tab", "w:br", "w:cr", "w:tc")))
_ALTERNATES = q("mc:AlternateContent")
_PROPERTIES = q("wp:docPr")


def words_of(element: Element) -> str:
    """The bare words of an element, whatever became of them; for notices."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    tag = element.tag
    if tag in _TEXTS:
        yield element.text or ""
    elif tag == _PROPERTIES:
        yield f" {element.get('descr') or element.get('title') or ''} "
    if tag in _GAPS:
        yield " "
    for child in chosen(element) if tag == _ALTERNATES else element:
        yield from _pieces(child)
    if tag in _GAPS:
        yield " "
