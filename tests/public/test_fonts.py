from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders

from thinktank.public.frame import FONTS

FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts"
BUDGET = 180 * 1024


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
