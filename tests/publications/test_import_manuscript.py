from __future__ import annotations

import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from publications.models import Publication, PublicationType
from thinktank.editorial.models import Edition, Revision
from thinktank.reference.models import Person

MANUSCRIPTS = Path(__file__).parent.parent / "data" / "manuscripts"
ENGLISH = MANUSCRIPTS / "analysis-en.txt"
ARABIC = MANUSCRIPTS / "analysis-ar.txt"
OPINION = MANUSCRIPTS / "opinion-en.txt"


def run(*args: Any, **options: Any) -> str:
    out = StringIO()
    call_command("import_manuscript", *map(str, args), stdout=out, **options)
    return out.getvalue()


def imported(*args: Any, **options: Any) -> dict[str, Any]:
    return json.loads(run(*args, json=True, **options))


class ImportManuscriptTestCase(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        PublicationType.objects.get_or_create(
            code="analysis", defaults={"name_ar": "تحليل", "name_en": "Analysis"}
        )

    def test_it_stores_and_publishes_at_once(self) -> None:
        told = imported(ENGLISH, language="en", publish=True)
        edition = Edition.objects.live().get(item_id=told["number"], language="en")
        assert edition.headline == told["headline"] != ""
        assert edition.kicker == told["kicker"] != ""
        assert edition.displayed_date.isoformat() == told["date"]
        assert told["url"].endswith(edition.get_absolute_url())
        assert [len(s["points"]) for s in told["document"]["sections"]] == [4, 4, 3, 0]
        assert told["document"]["sections"][3]["heading"] == []
        assert len(told["document"]["lead"]) == 1

    def test_its_sections_and_points_become_rows(self) -> None:
        told = imported(ENGLISH, language="en", publish=True)
        item = Publication.objects.get(pk=told["number"])
        counts = [section.points.count() for section in item.sections("en")]
        assert counts == [4, 4, 3, 0]

    def test_it_sets_the_lines_before_the_article_aside_with_a_warning(self) -> None:
        told = imported(ENGLISH, language="en", dry_run=True)
        assert told["warnings"]
        for warning in told["warnings"]:
            assert set(warning) == {"code", "message", "block"}
            assert warning["message"]
        assert "number" not in told

    def test_a_dry_run_stores_nothing(self) -> None:
        imported(ENGLISH, language="en", dry_run=True, publish=True)
        assert not Publication.objects.exists()
        assert not Person.objects.exists()

    def test_a_dry_run_tells_what_storing_would_find_out(self) -> None:
        told = imported(OPINION, language="en", dry_run=True)
        assert "person-added" in {warning["code"] for warning in told["warnings"]}
        assert not Person.objects.exists()

    def test_it_reads_standard_input(self) -> None:
        with mock.patch("sys.stdin", mock.Mock(buffer=BytesIO(ENGLISH.read_bytes()))):
            told = imported("-", language="en")
        assert told["headline"] == Publication.objects.get().text_in("en", "headline")

    def test_it_fills_the_other_language_of_an_item(self) -> None:
        english = imported(ENGLISH, language="en")
        arabic = imported(ARABIC, language="ar", item=english["number"])
        assert arabic["number"] == english["number"]
        item = Publication.objects.get()
        assert item.text_in("en", "headline") == english["headline"]
        assert item.text_in("ar", "headline") == arabic["headline"]

    def test_both_languages_share_the_ids_of_matching_sections(self) -> None:
        english = imported(ENGLISH, language="en")
        arabic = imported(ARABIC, language="ar", item=english["number"])
        ids = [s["id"] for s in english["document"]["sections"]]
        assert [s["id"] for s in arabic["document"]["sections"]] == ids

    def test_a_translation_knows_its_source(self) -> None:
        english = imported(ENGLISH, language="en")
        imported(ARABIC, language="ar", item=english["number"])
        track = Publication.objects.get().track("ar")
        assert track.source == Revision.objects.get(language="en")

    def test_it_refuses_a_language_that_has_text_and_shows_the_difference(self) -> None:
        number = imported(ENGLISH, language="en")["number"]
        before = Revision.objects.count()
        for options in ({}, {"dry_run": True}):
            with pytest.raises(CommandError, match=r"\n\[-.*\n\[\+") as refusal:
                imported(OPINION, language="en", item=number, **options)
            assert refusal.value.returncode == 2
            assert Revision.objects.count() == before

    def test_it_replaces_when_told_to(self) -> None:
        number = imported(ENGLISH, language="en")["number"]
        told = imported(ENGLISH, language="en", item=number, replace=True)
        assert told["number"] == number

    def test_it_refuses_a_text_in_the_wrong_language(self) -> None:
        with pytest.raises(CommandError) as refusal:
            imported(ARABIC, language="en")
        assert refusal.value.returncode == 2
        assert not Publication.objects.exists()

    def test_it_refuses_an_unknown_item_and_an_unknown_type(self) -> None:
        numbers = [{"item": number} for number in (999_999, 0, -1, 10**20)]
        for wrong in (*numbers, {"type": "sonnet"}):
            for dry_run in (False, True):
                with pytest.raises(CommandError) as refusal:
                    imported(ENGLISH, language="en", dry_run=dry_run, **wrong)
                assert refusal.value.returncode == 2
                assert "\n" not in str(refusal.value)
        assert not Publication.objects.exists()


@pytest.mark.django_db
class TestBadInput:
    @pytest.mark.parametrize(
        "content",
        [b"", b"  \n\n ", b"\x00\x01\x02PK\x03\x04" * 50, b"\x89PNG\r\n\x1a\n\x00\x00"],
        ids=["empty", "blank", "binary", "picture"],
    )
    def test_it_refuses_what_is_no_manuscript(
        self, content: bytes, tmp_path: Path
    ) -> None:
        file = tmp_path / "manuscript.txt"
        file.write_bytes(content)
        with pytest.raises(CommandError) as refusal:
            run(file, language="en")
        assert refusal.value.returncode == 2
        assert "\n" not in str(refusal.value)
        assert not Publication.objects.exists()

    def test_it_names_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match=r"missing\.txt"):
            run(tmp_path / "missing.txt", language="en")
