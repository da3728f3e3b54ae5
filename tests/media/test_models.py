from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import translation

from tests.cast import PDF, make_file, make_image
from tests.media.samples import named, picture
from thinktank.media.models import File, Image
from thinktank.media.storage import storage


def present(record: Any) -> bool:
    return storage.exists(record.file.name)


class MediaTestCase(TestCase):
    """Each test leaves the store empty: files know no rollback."""

    def tearDown(self) -> None:
        for folder in (Image.folder, File.folder, "thumbnails"):
            if storage.exists(folder):
                for name in storage.listdir(folder)[1]:
                    storage.delete(f"{folder}/{name}")


class TestTaking(MediaTestCase):
    def test_it_stores_a_picture_under_its_content(self) -> None:
        image = make_image(alt_en="A quay")
        assert image.file.name == f"pictures/{image.sha256[:32]}.png"
        assert (image.width, image.height) == (64, 48)
        assert image.bytes == storage.size(image.file.name)
        assert (image.focal_x, image.focal_y) == (50, 50)
        assert image.original_name == "quay.png"

    def test_it_stores_a_file_as_it_is(self) -> None:
        file = make_file(title_en="The study")
        with storage.open(file.file.name) as stream:
            assert stream.read() == PDF
        assert (file.media_type, file.pages) == ("application/pdf", 3)

    def test_it_finds_what_is_there_already(self) -> None:
        first = make_image(alt_en="A quay")
        assert make_image(alt_en="Another").pk == first.pk
        assert Image.objects.get().alt_in("en") == "A quay"
        assert make_image("navy").pk != first.pk

    def test_no_name_of_a_person_reaches_the_disk(self) -> None:
        for name in ("../../etc/passwd.jpg", "سري.jpg", "a\\b\x00.jpg", ""):
            image = Image.objects.take(named(picture(size=(9, len(name) + 1)), name))
            assert image.file.name == f"pictures/{image.sha256[:32]}.jpg"
            assert "/" not in image.original_name
            assert image.original_name.isprintable()

    def test_it_keeps_the_end_of_a_long_name(self) -> None:
        file = make_file(name="ط" * 400 + "\u202e.pdf")
        assert len(file.original_name) == 200
        assert file.original_name.endswith("ط.pdf")

    def test_it_makes_no_record_of_what_is_refused(self) -> None:
        with pytest.raises(ValidationError):
            Image.objects.take(named(b"no picture"))
        assert not Image.objects.exists()

    def test_it_mends_a_file_that_a_crash_left_half_written(self) -> None:
        image = make_image()
        image.delete()
        storage.save(image.file.name, named(b"half"))
        again = make_image()
        assert storage.size(again.file.name) == again.bytes


class TestRemoving(MediaTestCase):
    def test_a_file_goes_with_its_record_after_the_commit(self) -> None:
        for record in (make_image(), make_file()):
            with self.captureOnCommitCallbacks(execute=True):
                record.delete()
                assert present(record)
            assert not present(record)

    def test_it_stays_when_the_deletion_is_rolled_back(self) -> None:
        image = make_image()
        with self.captureOnCommitCallbacks(execute=True), transaction.atomic():
            image.delete()
            transaction.set_rollback(True)
        assert present(image)

    def test_many_go_at_once(self) -> None:
        images = [make_image(), make_image("navy")]
        with self.captureOnCommitCallbacks(execute=True):
            Image.objects.all().delete()
        assert not any(map(present, images))

    def test_it_stays_when_another_record_took_it_meanwhile(self) -> None:
        image = make_image()
        with self.captureOnCommitCallbacks(execute=True):
            image.delete()
            again = make_image()
        assert present(again)

    def test_the_old_one_goes_when_another_replaces_it(self) -> None:
        image, other = make_image(), picture()
        old = image.file.name
        with self.captureOnCommitCallbacks(execute=True):
            image.store(Image.read(named(other)), "other.jpg")
            image.save()
        assert not storage.exists(old)
        assert present(image)
        assert (image.width, image.original_name) == (60, "other.jpg")

    def test_it_stays_when_only_texts_are_saved(self) -> None:
        image = Image.objects.get(pk=make_image().pk)
        image.alt_en = "A quay"
        with self.captureOnCommitCallbacks(execute=True):
            image.save()
        assert present(image)


ALT = {"alt_ar": "رصيف", "alt_en": ""}


class TestTexts(MediaTestCase):
    def test_they_are_read_by_language(self) -> None:
        image = make_image(**ALT, caption_en="At dawn", credit_ar="نادر")
        assert (image.alt_in("ar"), image.alt_in("en")) == ("رصيف", "")
        assert image.caption_in("en") == "At dawn"
        assert image.credit_in("ar") == "نادر"
        assert make_file(title_ar="الدراسة").title_in("ar") == "الدراسة"

    def test_a_record_is_called_by_them_or_by_its_file(self) -> None:
        image = make_image(**ALT)
        for language in ("ar", "en"):
            with translation.override(language):
                assert str(image) == "رصيف"
        image.alt_en = "A quay"
        with translation.override("en"):
            assert str(image) == "A quay"
        assert str(make_file()) == "study.pdf"
        assert str(File(pk=7)) == "#7"

    def test_a_download_is_called_by_what_it_is(self) -> None:
        for name, called in (
            ("Study v2.PDF", "Study v2.pdf"),
            ("malware.exe", "malware.pdf"),
            ("الدراسة", "الدراسة.pdf"),
        ):
            file = make_file(PDF + name.encode() + b"%%EOF", name)
            assert file.download_name == called


class TestConstraints(MediaTestCase):
    """What neither form nor code may write."""

    def refused(self, record: Any, **values: Any) -> bool:
        try:
            with transaction.atomic():
                type(record).objects.filter(pk=record.pk).update(**values)
        except IntegrityError:
            return True
        return False

    def test_pictures_have_sizes_and_a_point_within(self) -> None:
        image, other = make_image(), make_image("navy")
        for values in (
            {"width": 0},
            {"height": 5000},
            {"bytes": 0},
            {"focal_x": 101},
            {"file": ""},
            {"sha256": "abc"},
            {"sha256": other.sha256},
            {"licence_expires": "2030-01-01"},
        ):
            assert self.refused(image, **values), values
        assert not self.refused(
            image, focal_y=100, licence="CC BY 4.0", licence_expires="2030-01-01"
        )

    def test_files_have_a_format_and_a_language_of_ours(self) -> None:
        file = make_file()
        for values in (
            {"media_type": "text/html"},
            {"language": "xx"},
            {"pages": 0},
            {"bytes": 0},
            {"sha256": ""},
        ):
            assert self.refused(file, **values), values
        assert not self.refused(file, language="ar", pages=None)
