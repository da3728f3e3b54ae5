"""The pages that visitors see: one of each kind, by a name for messages."""

from __future__ import annotations

from collections.abc import Iterator

from tests.browser.sample import FULL, GONE, ONLY, SAMPLE
from tests.browser.visitor import Visitor

OTHER = {"ar": "en", "en": "ar"}
DIRECTIONS = {"ar": "rtl", "en": "ltr"}


def paths(language: str) -> dict[str, str]:
    """Where each page is in `language`; the last three answer 404, 404 and 410."""
    return {
        "home": f"/{language}/",
        "list": f"/{language}/publications/",
        "list of one type": f"/{language}/publications/?type=analysis",
        "topic": f"/{language}/topics/1/",
        "person": f"/{language}/people/1/",
        "sample item": f"/a/{SAMPLE}/{language}",
        "item with every block": f"/a/{FULL}/{language}",
        "nothing": f"/{language}/nothing/",
        "other language only": f"/a/{ONLY[OTHER[language]]}/{language}",
        "withdrawn": f"/a/{GONE}/{language}",
    }


def each_page(visitor: Visitor, language: str) -> Iterator[str]:
    """Open one page after the other and give its name."""
    for name, path in paths(language).items():
        visitor.open(path)
        yield name
