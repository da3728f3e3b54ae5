"""The sample files as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from thinktank.document.model import Document
from thinktank.document.readers import manuscript, text

SAMPLE = Path(__file__).resolve().parents[2] / "thinktank" / "demo" / "sample"
LANGUAGES = ("ar", "en")
Row = dict[str, Any]


def load(file: str) -> Any:
    return json.loads((SAMPLE / f"{file}.json").read_text(encoding="utf-8"))


PEOPLE: list[Row] = load("people")["people"]
REFERENCE: dict[str, list[Row]] = load("reference")
PUBLICATIONS: list[Row] = load("publications")["publications"]
NEWS: list[Row] = load("news")["news"]
EVENTS: list[Row] = load("events")["events"]
PAGES: list[Row] = load("pages")["pages"]
HOME: Row = load("home")

GROUPS = {"publications": PUBLICATIONS, "news": NEWS, "events": EVENTS, "pages": PAGES}


def rows() -> Iterator[tuple[str, Row]]:
    """Every row that has a body, with the name of its group."""
    for group, found in GROUPS.items():
        yield from ((group, row) for row in found)


def languages(row: Row) -> list[str]:
    return row.get("languages", list(LANGUAGES))


def path(group: str, row: Row, language: str) -> Path:
    end = ".text.txt" if row.get("form") == "text" else ".txt"
    return SAMPLE / group / row["folder"] / f"{language}{end}"


def source(group: str, row: Row, language: str) -> str:
    return path(group, row, language).read_text(encoding="utf-8")


def is_manuscript(row: Row) -> bool:
    return row.get("form") == "manuscript"


def document(group: str, row: Row, language: str) -> Document:
    written = source(group, row, language)
    if is_manuscript(row):
        return manuscript.read(written, language).document
    return text.read(written, language).document


def headline(group: str, row: Row, language: str) -> str:
    """Empty where the system writes it."""
    if is_manuscript(row):
        return manuscript.read(source(group, row, language), language).headline
    return row.get(f"headline_{language}", "")


def kicker(group: str, row: Row, language: str) -> str:
    if is_manuscript(row):
        return manuscript.read(source(group, row, language), language).kicker
    return row.get(f"kicker_{language}", "")


def values(data: object, name: str) -> Iterator[Any]:
    """Every value that stands under a name, at any depth."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == name:
                yield value
            yield from values(value, name)
    elif isinstance(data, list):
        for part in data:
            yield from values(part, name)


def short_texts(data: object, language: str) -> Iterator[str]:
    """Every text of a language in a file, lists of texts included."""
    if isinstance(data, list):
        for part in data:
            yield from short_texts(part, language)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == language or key.endswith(f"_{language}"):
                yield from _strings(value)
            else:
                yield from short_texts(value, language)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
