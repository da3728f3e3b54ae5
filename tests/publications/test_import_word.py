"""Word files through the command: both languages, pictures, refusals."""

from __future__ import annotations

import io
import json
import struct
import tempfile
import zipfile
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase
from PIL import Image as pictures

from publications.models import Publication, PublicationType
from tests.document.docx.package import p, word
from tests.document.docx.wordml import image
from thinktank.document.model import Figure
from thinktank.editorial.models import Edition
from thinktank.media.models import Image
from thinktank.reference.models import Person

WORD = Path(__file__).parents[1] / "data" / "docx"
SEA = WORD / "python-docx-en.docx"
HARBOUR = WORD / "pandoc-en.docx"
BOTH = WORD / "hand-bilingual.docx"


def imported(file: Path, **options: Any) -> Any:
    out = StringIO()
    call_command("import_manuscript", str(file), stdout=out, json=True, **options)
    return json.loads(out.getvalue())


def word_with_damaged_picture() -> bytes:
    """Its picture begins well and is not what was packed, as its sum shows last."""
    stream = io.BytesIO()
    pictures.effect_noise((400, 400), 90).save(stream, "PNG")
    data = word(p("A text.", image("quay")), media={"quay": stream.getvalue()})
    entry = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/media/quay.png")
    return data.replace(struct.pack("<L", entry.CRC), bytes(4))


class ImportWordTestCase(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        PublicationType.objects.get_or_create(
            code="analysis", defaults={"name_ar": "تحليل", "name_en": "Analysis"}
        )

    def test_it_stores_and_publishes_at_once(self) -> None:
        told = imported(HARBOUR, language="en", publish=True)
        edition = Edition.objects.live().get()
        assert edition.headline == told["headline"]

    def test_it_tells_what_was_recognised_and_what_was_left_out(self) -> None:
        told = imported(SEA, language="en")
        assert told["date"] == "2024-05-22"
        assert [w["code"] for w in told["warnings"]].count("headers-left-out") == 1

    def test_a_picture_without_a_description_keeps_it_from_being_published(self):
        with pytest.raises(CommandError, match="has no alternative text in English"):
            imported(SEA, language="en", publish=True)
        assert not Publication.objects.exists()

    def test_its_pictures_come_into_the_library(self) -> None:
        told = imported(HARBOUR, language="en")
        image = Image.objects.get()
        item = Publication.objects.get(pk=told["number"])
        figures = [b for b in item.body_in("en").blocks() if isinstance(b, Figure)]
        assert [figure.image for figure in figures] == [image.pk]
        assert image.alt_in("en") == "A crane over an empty quay"

    def test_a_damaged_picture_is_left_out(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "damaged.docx"
            file.write_bytes(word_with_damaged_picture())
            told = imported(file)
        assert not Image.objects.exists()
        assert "picture-refused" in [w["code"] for w in told["warnings"]]

    def test_one_picture_in_two_files_is_one_record(self) -> None:
        imported(SEA, language="en")
        imported(SEA, language="en")
        assert Image.objects.count() == 1

    def test_two_languages_make_one_item(self) -> None:
        told = imported(BOTH)
        assert {report["language"] for report in told} == {"ar", "en"}
        item = Publication.objects.get()
        assert all(item.has_text(language) for language in ("ar", "en"))
        codes = [w["code"] for report in told for w in report["warnings"]]
        assert "languages-divided" in codes

    def test_one_language_of_two_is_taken_when_told(self) -> None:
        told = imported(BOTH, language="ar")
        assert told["language"] == "ar"
        item = Publication.objects.get()
        assert item.has_text("ar")
        assert not item.has_text("en")

    def test_a_dry_run_stores_nothing(self) -> None:
        imported(SEA, dry_run=True)
        for model in (Publication, Image, Person):
            assert not model.objects.exists()

    def test_it_refuses_another_language(self) -> None:
        with pytest.raises(CommandError) as refusal:
            imported(SEA, language="ar")
        assert refusal.value.returncode == 2


@pytest.mark.django_db
class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
            ("a.docx", SEA.read_bytes()[:3000]),
            ("a.docx", b"A text that is called a Word file."),
            ("a.pdf", SEA.read_bytes()),
        ],
    )
    def test_it_is_one_sentence_and_nothing_is_stored(
        self, name: str, content: bytes, tmp_path: Path
    ) -> None:
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(CommandError) as refusal:
            imported(file)
        assert refusal.value.returncode == 2
        assert "\n" not in str(refusal.value)
        assert not Publication.objects.exists()
