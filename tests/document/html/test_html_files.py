"""What programmes put on the clipboard, read whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.document.html.source_form import form
from thinktank.document.readers import html

FOLDER = Path(__file__).parents[2] / "data" / "clipboard"
NAMES = sorted(path.stem for path in FOLDER.glob("*.htm"))


@pytest.mark.parametrize("name", NAMES)
def test_it_yields_what_stands_beside_it(name: str) -> None:
    markup = (FOLDER / f"{name}.htm").read_bytes().decode()
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert form(html.read(markup)) == expected


def test_there_is_a_sample_of_every_programme() -> None:
    programmes = {name.partition("-")[0] for name in NAMES}
    assert programmes == {
        *("chromium", "docs", "outlook", "page", "pages", "pandoc", "word", "writer"),
    }
