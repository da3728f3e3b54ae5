"""Reading the sample files; `sample/README.md` tells what each field means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings

SAMPLE = Path(__file__).with_name("sample")
LANGUAGES = [code for code, _label in settings.LANGUAGES]

Row = dict[str, Any]


def whole(file: str) -> Any:
    """The data of a file, which is named without its ending."""
    return json.loads((SAMPLE / f"{file}.json").read_text(encoding="utf-8"))


def rows(file: str, name: str = "") -> list[Row]:
    """The rows of a file, under `name` where that is not the name of the file."""
    found: list[Row] = whole(file)[name or file]
    return found


def languages(row: Row) -> list[str]:
    """The languages in which a row has texts, in the order of the site."""
    wanted = row.get("languages", LANGUAGES)
    return [code for code in LANGUAGES if code in wanted]


def source(group: str, row: Row, language: str) -> str:
    """The text of a row in one language, as it was typed."""
    ending = ".text.txt" if row.get("form") == "text" else ".txt"
    file = SAMPLE / group / row["folder"] / f"{language}{ending}"
    return file.read_text(encoding="utf-8")


def translated(row: Row, *fields: str) -> dict[str, str]:
    """Values of translated fields by the name of their column: "name_ar", …"""
    columns = [f"{field}_{code}" for field in fields for code in LANGUAGES]
    return {column: row[column] for column in columns if column in row}
