"""From clipboard markup to a tree of elements, within bounds."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from thinktank.document.readers.manuscript import NotAManuscript

Element = Any
"""An element of lxml, which brings no types of its own."""

LARGEST = 20
"""Millions of characters of markup."""
MOST_ELEMENTS = 200_000
LONGEST = 2_000_000
"""Characters of text."""

MOST_ATTRIBUTES = 1_000
"""Of one element. The parser compares each with all others, a million for hours."""

_QUOTED = r"""\"[^"]*"|'[^']*'"""
_TAG = re.compile(rf"""<[a-z](?:[^"'>]++|{_QUOTED})*+""", re.IGNORECASE)
_VALUE = re.compile(_QUOTED)
_GAP = re.compile(r"[\s/\0]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENDS = re.compile(r"</(?:body|html)\b[^<>]*>", re.IGNORECASE)
"""The parser forgets what stands behind them."""
_HEADER = re.compile(r"\s*Version:[\d.]+\s+StartHTML:[^<]*", re.IGNORECASE)
"""What Windows writes before the markup (CF_HTML)."""
_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
_TEXT = re.compile(r"(^|>)[^<]+")
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"


def parsed(markup: str) -> Element:
    """The root of the tree, without comments.

    Raises NotAManuscript: "empty", "paste-too-large", "too-long", or "too-intricate"
    for more elements, or elements in elements, than any text has.
    """
    if len(markup) > LARGEST * 10**6:
        raise NotAManuscript("paste-too-large", {"limit": LARGEST})
    # Before the parser, which would hold them all: in 10 MB, 650 MB of them.
    for number, tag in enumerate(_TAG.finditer(markup)):
        if number >= MOST_ELEMENTS or _is_overloaded(tag):
            raise NotAManuscript("too-intricate")
    root = _tree(_ENDS.sub("", _copied(_CONTROLS.sub("", markup))))
    if root is None:
        raise NotAManuscript("empty")
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise NotAManuscript("too-intricate")
    if sum(map(len, root.itertext())) > LONGEST:
        raise NotAManuscript("too-long", {"limit": LONGEST})
    return root


def _is_overloaded(tag: re.Match[str]) -> bool:
    if len(tag[0]) < MOST_ATTRIBUTES:
        return False
    # Quotes part attributes as gaps do.
    return len(_GAP.findall(_VALUE.sub(" ", tag[0]))) > MOST_ATTRIBUTES


def _tree(markup: str) -> Element | None:
    """Parse what may claim any encoding. Past its limits the parser stops reading
    and gives what it has: that is refused, since the rest would be lost."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup.encode("utf-8"), parser)
    except etree.XMLSyntaxError:  # nothing in it
        root = None
    if any(error.level_name == "FATAL" for error in parser.error_log):
        raise NotAManuscript("too-intricate")
    return root


def _copied(markup: str) -> str:
    """The markup without words that stand outside the fragment that was copied; its
    style sheet and the elements around it stay."""
    header = _HEADER.match(markup)
    markup = markup[header.end() :] if header else markup
    start, end = markup.find(_START), markup.rfind(_END)
    if not 0 <= start < end:
        return markup
    body = _BODY.search(markup, 0, start)
    outer = body.start() if body else start
    before, after = markup[outer:start], markup[end + len(_END) :]
    inner = markup[start + len(_START) : end]
    return markup[:outer] + _bare(before) + inner + _bare(after)


def _bare(tags: str) -> str:
    return _TEXT.sub(r"\1", tags)
