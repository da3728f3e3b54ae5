from __future__ import annotations

import re
from pathlib import Path

from django.contrib.staticfiles import finders

from thinktank.public.frame import FONTS

FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts"
SHEET = FOLDER.parent / "css" / "fonts.css"
BUDGET = 180 * 1024
FACE = re.compile(
    r'font-family: "(?P<family>[^"]+)";[^}]*?unicode-range: (?P<ranges>[^;]+);'
)


def is_fetched(family: str, character: str) -> bool:
    """Whether a browser asks for a face when this is all there is to draw."""
    ranges = dict(FACE.findall(SHEET.read_text(encoding="utf-8")))[family]
    limits = [part.strip().removeprefix("U+").split("-") for part in ranges.split(",")]
    pairs = ((int(ends[0], 16), int(ends[-1], 16)) for ends in limits)
    return any(first <= ord(character) <= last for first, last in pairs)


class TestFonts:
    def test_it_weighs_no_more_than_its_budget(self) -> None:
        assert sum(path.stat().st_size for path in FOLDER.glob("*.woff2")) <= BUDGET

    def test_it_comes_with_its_licences(self) -> None:
        faces = {path.stem for path in FOLDER.glob("*.woff2")}
        licences = [path.name.split(".")[0] for path in FOLDER.glob("*.LICENCE.txt")]
        assert faces
        for face in faces:
            assert any(face.startswith(licence) for licence in licences), face

    def test_it_is_there_for_every_preload(self) -> None:
        for files in FONTS.values():
            assert all(finders.find(file) for file in files)

    def test_it_is_fetched_for_the_letters_it_has(self) -> None:
        for family, own, others in (
            ("Reading Naskh", "عگ،٣2»", "aé↑"),
            ("Reading Serif", "aéḥ2”", "عگ،٣↑"),
        ):
            assert all(is_fetched(family, sign) for sign in own), family
            assert not any(is_fetched(family, sign) for sign in others), family
