"""Word files of several producers, whole: each yields what its JSON says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.document.docx.fixtures import FILES, FOLDER, expected, yields
from tests.document.docx.handmade import MAKERS
from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.readers import docx
from thinktank.document.readers.manuscript import recognise

PRODUCERS = {
    "hand": "thinktank tests",
    "libreoffice": "LibreOffice/",
    "pandoc": "Microsoft Word 12.0.0",  # what pandoc's own template says
    "python-docx": "Microsoft Macintosh Word",  # and that of python-docx
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestFiles:
    def test_it_yields_what_was_agreed(self, path: Path) -> None:
        assert yields(path) == expected(path)

    def test_it_says_who_made_it(self, path: Path) -> None:
        producer = next(maker for maker in PRODUCERS if path.stem.startswith(maker))
        assert expected(path)["application"].startswith(PRODUCERS[producer])

    def test_its_text_can_be_stored(self, path: Path) -> None:
        source = docx.read(path.read_bytes())
        language = expected(path)["language"]
        assert check(to_json(recognise(source, language).document)) == []


class TestTheSet:
    def test_it_has_every_producer_and_both_languages(self) -> None:
        assert len(FILES) >= 16
        assert {expected(path)["language"] for path in FILES} == {"ar", "en"}
        for producer in PRODUCERS:
            assert any(path.stem.startswith(producer) for path in FILES)

    @pytest.mark.parametrize("name", MAKERS)
    def test_files_made_by_hand_are_as_they_are_made(self, name: str) -> None:
        assert (FOLDER / f"{name}.docx").read_bytes() == MAKERS[name]()
