"""Equations as a line of text: readable, though no longer drawn."""

from __future__ import annotations

from collections.abc import Callable

from thinktank.document.model import Inline, Inlines, Mark, Text

from .xml import Element, q

_RAISED = Mark("superscript")


def equation(element: Element) -> Inlines:
    """The words and signs of an equation in reading order, powers raised."""
    read = _READERS.get(element.tag)
    if read:
        return read(element)
    if element.tag in (q("m:t"), q("w:t")):
        return (Text(element.text or ""),) if element.text else ()
    return _all(element)


def typed(words: Inlines) -> str:
    """An equation in bare characters: n^2."""
    texts = (part for part in words if isinstance(part, Text))
    return "".join(f"^{p.text}" if p.marks else p.text for p in texts)


def _all(element: Element) -> Inlines:
    return tuple(part for child in element for part in equation(child))


def _part(element: Element, name: str) -> Inlines:
    child = element.find(q(name))
    return () if child is None else _all(child)


def _grouped(words: Inlines) -> Inlines:
    """In parentheses, unless it is a single number or name."""
    whole = typed(words).replace(".", "").replace(",", "")
    is_single = whole.isalnum()
    return words if is_single else (Text("("), *words, Text(")"))


def _raised(words: Inlines) -> Inlines:
    return tuple(Text(p.text, (_RAISED,)) for p in words if isinstance(p, Text))


def _lowered(words: Inlines) -> Inlines:
    return (Text("_"), *_grouped(words)) if words else ()


def _fraction(element: Element) -> Inlines:
    above, below = _part(element, "m:num"), _part(element, "m:den")
    return (*_grouped(above), Text("/"), *_grouped(below))


def _scripts(element: Element) -> Inlines:
    return (
        *_part(element, "m:e"),
        *_lowered(_part(element, "m:sub")),
        *_raised(_part(element, "m:sup")),
    )


def _root(element: Element) -> Inlines:
    degree = _raised(_part(element, "m:deg"))
    return (*degree, Text("√"), *_grouped(_part(element, "m:e")))


def _sign(element: Element, properties: str, name: str, otherwise: str) -> Inlines:
    found = element.find(f"{q(properties)}/{q(name)}")
    sign: str = otherwise if found is None else found.get(q("m:val"), "")
    return (Text(sign),) if sign else ()


def _many(element: Element) -> Inlines:
    return (
        *_sign(element, "m:naryPr", "m:chr", "∫"),
        *_lowered(_part(element, "m:sub")),
        *_raised(_part(element, "m:sup")),
        Text(" "),
        *_part(element, "m:e"),
    )


def _delimited(element: Element) -> Inlines:
    return (
        *_sign(element, "m:dPr", "m:begChr", "("),
        *_row(element, "m:e", _sign(element, "m:dPr", "m:sepChr", "|")),
        *_sign(element, "m:dPr", "m:endChr", ")"),
    )


def _matrix(element: Element) -> Inlines:
    return _row(element, "m:mr", (Text("; "),))


def _cells(element: Element) -> Inlines:
    return _row(element, "m:e", (Text(" "),))


def _row(element: Element, name: str, between: Inlines) -> Inlines:
    """All parts of one name, with something between them."""
    parts: list[Inline] = []
    for number, part in enumerate(element.iterfind(q(name))):
        parts += between if number else ()
        parts += _READERS.get(part.tag, _all)(part)
    return tuple(parts)


_READERS: dict[str, Callable[[Element], Inlines]] = {
    q("m:f"): _fraction,
    q("m:sSup"): _scripts,
    q("m:sSub"): _scripts,
    q("m:sSubSup"): _scripts,
    q("m:rad"): _root,
    q("m:nary"): _many,
    q("m:d"): _delimited,
    q("m:m"): _matrix,
    q("m:mr"): _cells,
    q("w:del"): lambda _element: (),
}
