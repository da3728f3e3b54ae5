"""What the given queries find among the given texts, on the database it is run with.

    DATABASE_URL=… python -m tests.search.asking

Prints, as JSON, the documents that each query finds, in order, and the word by which
one of it was replaced.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import django

FILES = ("dev_queries.json", "own_queries.json")
MORE = (
    '"الأمن البحري"',
    '"حلف الناتو"',
    "المغرب -الناتو",
    "دول -حرب -النفط",
    '-"البحر الأحمر" سفن',
    "سياسة",
    "النفط OR الغاز",
    "NATO",
    "المغربب",
)
"""Phrases, exclusions, many hits, mistakes."""


def answers() -> list[tuple[str, list[str], str]]:
    """Stores the documents, the last one as the newest, and asks everything."""
    from tests.search.indexed import ROWS, shelve
    from thinktank.search import finding
    from thinktank.search.entries import Entry

    given = [json.loads(Path(__file__).with_name(name).read_text()) for name in FILES]
    documents: list[Any] = [doc for each in given for doc in each["documents"]]
    keys = shelve(*(Entry(doc["title"], body=doc["body"]) for doc in documents))
    names = dict(zip(keys, (doc["id"] for doc in documents), strict=True))
    asked = [query["q"] for each in given for query in each["queries"]]
    found = ((said, finding.find(ROWS, said, 0, 50)) for said in (*asked, *MORE))
    return [
        (said, [names[key] for key in hit.keys], hit.instead) for said, hit in found
    ]


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(json.dumps(answers()))
