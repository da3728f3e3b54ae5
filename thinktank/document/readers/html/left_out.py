"""What a paste has and a text cannot have, and the notices that keep its words."""

from __future__ import annotations

from thinktank.document.reading import Values

from .looks import Look, is_deleted, is_hidden
from .markup import Element

_CODE = {"script", "style", "template"}
_UNSEEN = {
    *("title", "noscript", "svg", "xml", "annotation", "annotation-xml", "datalist"),
}
_CONTROLS = {"input", "select", "textarea", "button", "label", "optgroup", "option"}
_RECORDINGS = {"iframe", "object", "embed", "video", "audio", "applet", "frame"}
_LONGEST_ADDRESS = 300
_NOTHING = "–"

Remark = tuple[str, Values]


def left_out(element: Element, look: Look) -> Remark | None:
    """The notice for an element that does not come through; None for others."""
    tag = element.tag
    if tag == "img":
        return "picture-left-out", {"text": element.get("alt", "").strip() or _NOTHING}
    if tag in _RECORDINGS:
        return "recording-left-out", {
            "address": _address(element),
            "text": words_of(element) or _NOTHING,
        }
    for code, applies in (
        ("hidden-in-paste", tag in _UNSEEN or is_hidden(element, look)),
        ("control-left-out", tag in _CONTROLS),
        ("deletion-left-out", is_deleted(element, look)),
    ):
        if applies:
            return code, {"text": words_of(element)}
    return None


def is_code(element: Element) -> bool:
    """Whether its words are nothing that anybody saw, or could have copied."""
    if element.tag == "title":
        return bool(element.getparent().tag == "head")
    return element.tag in _CODE


def says_something(remark: Remark) -> bool:
    """Whether there is anything to tell: an empty element is not missed."""
    code, values = remark
    told = "".join(map(str, values.values()))
    return code == "picture-left-out" or any(char.isalnum() for char in told)


def is_speck(image: Element) -> bool:
    """Whether a picture only counts readers: one pixel, or none."""
    return any(
        image.get(side, "").strip() in ("0", "1") for side in ("width", "height")
    )


def words_of(element: Element) -> str:
    """All its words in one line, code apart."""
    words: list[str] = []
    for part in element.iter():
        if not is_code(part):
            words.append(part.text or "")
        if part is not element:
            words.append(part.tail or "")
    return " ".join(" ".join(words).split())


def _address(element: Element) -> str:
    named = (element.get(name) for name in ("src", "data", "href"))
    inner = (each.get("src") for each in element.iter("source", "embed"))
    return next(filter(None, (*named, *inner)), "")[:_LONGEST_ADDRESS]
