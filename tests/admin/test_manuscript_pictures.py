from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image as pictures

from tests.admin.doors import admin
from tests.admin.test_manuscript_create import CreateTestCase
from tests.cast import make_user
from tests.sent_manuscripts import ALT, ARABIC, ENGLISH, drawn, word_file
from thinktank.document.links import figures
from thinktank.media.models import Image


class TestPictures(CreateTestCase):
    def setUp(self):
        super().setUp()
        self.row = self.stage(word_file(picture=True), "both.docx")

    def address(self, number=1):
        return admin("manuscripts_picture", self.row.pk, number)

    def test_each_asks_for_its_text_in_each_language_of_the_file(self):
        fields = {
            field["name"]: field["value"]
            for field in self.page(self.row).all("input")
            if field["name"].startswith("alt-")
        }
        assert fields == {"alt-1-en": ALT, "alt-1-ar": ""}

    def test_a_file_in_one_language_asks_in_that_one(self):
        self.row = self.stage(word_file(ENGLISH, picture=True), "quay.docx")
        names = [e["name"] for e in self.page(self.row).all("input")]
        assert [name for name in names if name.startswith("alt-")] == ["alt-1-en"]

    def test_a_text_in_another_language_is_not_taken_for_one_in_this(self):
        self.row = self.stage(word_file(ARABIC, picture=True), "quay.docx")
        field = self.page(self.row).one("input", name="alt-1-ar")
        assert field["value"] == ""

    def test_it_becomes_a_record_with_these_texts(self):
        item = self.made(self.row, **{"alt-1-ar": "رصيف عند الغروب"})
        image = Image.objects.get()
        assert (image.alt_in("ar"), image.alt_in("en")) == ("رصيف عند الغروب", ALT)
        assert figures(item.body_in("en")) == [image.pk]

    def test_one_that_is_left_out_is_not_asked_about(self):
        last = self.row.source["passages"][-1]
        assert last["block"]["type"] == "figure"
        self.choose(self.row, last["line"], "drop")
        names = [e["name"] for e in self.page(self.row).all("input")]
        assert not any(name.startswith("alt-") for name in names)
        self.made(self.row)
        assert not Image.objects.exists()

    def test_a_file_that_is_lost_costs_its_pictures_alone(self):
        self.row.file.storage.delete(self.row.file.name)
        assert self.client.get(self.address()).status_code == 404
        item = self.made(self.row)
        assert item.headline_en
        assert not Image.objects.exists()

    def test_what_is_refused_leaves_no_file_in_the_library(self):
        words = ("Words of a title " * 40, *ENGLISH[2:])
        row = self.stage(word_file(words, picture=True), "long.docx")
        self.choose(row, 1, "headline")
        with tempfile.TemporaryDirectory() as folder, self.settings(MEDIA_ROOT=folder):
            assert self.press(row, "create").status_code == 200
            assert not list(Path(folder).iterdir())

    def test_its_text_may_stay_empty(self):
        self.made(self.row, **{"alt-1-en": ""})
        assert Image.objects.get().alt_in("en") == ""

    def test_a_text_that_is_too_long_is_said_to_be_and_stays(self):
        typed = "x" * 301
        response = self.create(self.row, **{"alt-1-en": typed})
        self.assertContains(response, "longer than 300 characters")
        self.assertContains(response, typed)
        assert not Image.objects.exists()

    def test_what_was_typed_stays_when_a_line_is_chosen(self):
        self.press(self.row, "choice", "1:drop", **{"alt-1-ar": "رصيف"})
        field = self.page(self.row).one("input", name="alt-1-ar")
        assert field["value"] == "رصيف"

    def test_it_is_left_out_for_whoever_may_add_none(self):
        may = ["add_publication", "change_publication", "view_publication"]
        self.client.force_login(make_user("writer", may))
        self.row = self.stage(word_file(picture=True), "both.docx")
        assert "You may not add pictures" in self.page(self.row).text
        item = self.made(self.row)
        assert not Image.objects.exists()
        assert any("Picture 1 was left out." in m for m in self.messages(item))

    def test_it_is_shown_drawn_anew(self):
        response = self.client.get(self.address())
        assert response["Content-Type"] == "image/png"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]
        with pictures.open(io.BytesIO(response.content)) as shown:
            assert shown.size == (48, 32)
        assert response.content != drawn()

    def test_no_other_part_of_the_file_is_shown(self):
        for number in (0, 2, 99):
            assert self.client.get(self.address(number)).status_code == 404
        assert self.client.post(self.address()).status_code == 405

    def test_others_are_shown_none(self):
        self.client.force_login(self.cast.admin)
        assert self.client.get(self.address()).status_code == 404
