"""The pages that visitors see: one of each kind, by a name for messages."""

from __future__ import annotations

from collections.abc import Iterator

from tests.browser.sample import FULL, GONE, ONLY, SAMPLE
from tests.browser.visitor import Visitor
from tests.demo.sample import EVENTS, NEWS, PAGES, PUBLICATIONS

OTHER = {"ar": "en", "en": "ar"}
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
LOADED = [row["key"] for row in (*PUBLICATIONS, *EVENTS, *NEWS, *PAGES)]
"""The keys of the sample items in the order in which `load_demo` stores them."""

FOUND = {"ar": "المياه", "en": "water"}
MISSPELT = {"ar": "المياح+الجوفية", "en": "desalinaton"}


def paths(language: str) -> dict[str, str]:
    """Where each page is in `language`; the last three answer 404, 404 and 410."""
    return {
        "home": f"/{language}/",
        **_lists(language),
        **_records(language),
        **_items(language),
        "nothing": f"/{language}/nothing/",
        "other language only": f"/a/{ONLY[OTHER[language]]}/{language}",
        "withdrawn": f"/a/{GONE}/{language}",
    }


def _lists(language: str) -> dict[str, str]:
    names = ("news", "events", "people", "topics", "regions", "archive")
    return {
        "list": f"/{language}/publications/",
        "list of one type": f"/{language}/publications/?type=analysis",
        "list without a row": f"/{language}/publications/?type=analysis&year=1999",
        "year": f"/{language}/archive/2026/",
        **{name: f"/{language}/{name}/" for name in names},
        "search": f"/{language}/search/",
        "results": f"/{language}/search/?q={FOUND[language]}",
        "nearest results": f"/{language}/search/?q={MISSPELT[language]}",
    }


def _records(language: str) -> dict[str, str]:
    return {
        "topic": f"/{language}/topics/1/",
        "region": f"/{language}/regions/1/",
        "person": f"/{language}/people/1/",
        "programmes": f"/{language}/programmes/",
        "programme": f"/{language}/programmes/1/",
        "series": f"/{language}/series/1/",
        "periodical": f"/{language}/series/3/",
    }


def _items(language: str) -> dict[str, str]:
    sample = {
        "study": "work-moves-to-night",
        "book": "ledger-of-straits",
        "corrected item": "cost-of-waiting",
        "dossier": "a-longer-summer",
        "issue": "madd-38",
        "article": "the-queue-as-contract",
        "fair": "sahel-book-fair-2026",
        "signing": "signing-ledger-of-straits",
        "panel": "panel-who-drinks-first",
        "event to come": "lecture-desert-farming",
        "news item": "night-work-study",
        "coverage": "agency-on-waiting-costs",
        **{f"{row['key']} page": row["key"] for row in PAGES},
    }
    return {
        "sample item": f"/a/{SAMPLE}/{language}",
        "item with every block": f"/a/{FULL}/{language}",
        **{
            name: f"/a/{LOADED.index(key) + 1}/{language}"
            for name, key in sample.items()
        },
    }


def each_page(visitor: Visitor, language: str) -> Iterator[str]:
    """Open one page after the other and give its name."""
    for name, path in paths(language).items():
        visitor.open(path)
        yield name
