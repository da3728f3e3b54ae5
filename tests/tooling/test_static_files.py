"""What `collectstatic` makes of styles and scripts."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

ROOT = Path(__file__).resolve().parents[2] / "static"
HASHED = "thinktank.static_files.StaticFiles"


@pytest.fixture(scope="module")
def collected(tmp_path_factory) -> Path:
    """The folder that the site would serve from."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(
        STATIC_ROOT=folder, STORAGES={"staticfiles": {"BACKEND": HASHED}}
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


def only(folder: Path, name: str) -> Path:
    """The one file of this name, whatever its hash."""
    stem, _dot, ending = name.rpartition(".")
    (found,) = folder.glob(f"{stem}.*.{ending}")
    return found


@pytest.mark.large
class TestStaticFiles:
    def test_modules_lose_their_comments_and_keep_their_names(self, collected):
        source = (ROOT / "editor" / "keep.js").read_text()
        served = only(collected, "editor/keep.js").read_text()
        assert "/**" in source
        assert "/**" not in served
        assert len(served) < len(source) * 0.8
        assert "export function keeping(" in served
        assert 'from"editor/fields"' in served

    def test_a_sheet_holds_its_parts_and_what_they_lead_to(self, collected):
        served = only(collected, "sheets/site.css").read_text()
        assert "--paper:#f6f8f5" in served.lower()
        (font, *_) = re.findall(r"url\(\.\./(fonts/reading-naskh[^)]+)\)", served)
        assert (collected / font).exists()

    @pytest.mark.parametrize(
        "sheet", [path.name for path in (ROOT / "sheets").iterdir()]
    )
    def test_no_part_is_left_to_be_fetched(self, collected, sheet):
        lines = (ROOT / "sheets" / sheet).read_text()
        assert "@import" in lines
        assert "@import" not in only(collected, f"sheets/{sheet}").read_text()

    def test_every_part_stands_in_a_sheet(self, collected):
        lines = "".join(path.read_text() for path in (ROOT / "sheets").iterdir())
        parts = {path.name for path in (ROOT / "css").iterdir()}
        assert {part for part in parts if f'"../css/{part}"' not in lines} == set()

    def test_scripts_of_readers_are_few_and_light(self, collected):
        packed = list(collected.glob("reading/*.js.gz"))
        assert 0 < len(packed) <= 6
        assert sum(file.stat().st_size for file in packed) <= 6_000

    def test_other_scripts_stay_as_they_are(self, collected):
        name = "admin/desk/choosers.js"
        assert only(collected, name).read_bytes() == (ROOT / name).read_bytes()

    def test_what_is_compressed_says_the_same(self, collected):
        for name in ("editor/keep.js", "django_prose_editor/editor.js"):
            served = only(collected, name)
            packed = served.with_name(f"{served.name}.gz").read_bytes()
            assert gzip.decompress(packed) == served.read_bytes()

    def test_the_library_is_packed_more_tightly_than_gzip_can(self, collected):
        served = only(collected, "django_prose_editor/editor.js")
        packed = served.with_name(f"{served.name}.gz").stat().st_size
        assert packed < len(gzip.compress(served.read_bytes(), 9)) * 0.97

    def test_maps_for_debuggers_are_left_alone(self, collected):
        assert not list(collected.rglob("*.map.gz"))
