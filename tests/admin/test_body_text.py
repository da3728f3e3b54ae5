from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.test import SimpleTestCase
from django.utils import translation

from tests.admin.page import DeskTestCase, Page, address, get, save
from tests.cast import make_document, make_publication
from thinktank.document.readers.text import read
from thinktank.document.rules import LONGEST
from thinktank.editorial.admin import sides, signs
from thinktank.editorial.admin.body import BodyField
from thinktank.editorial.admin.surface.sent import written

WRONG = "A good line.\n\n#### Four signs are too many\n\nAnother."


class TestBodyInTheForm(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()

    def problems(self, language="en", **typed):
        response = save(self.client, self.item, language, **typed)
        assert response.status_code == 200
        return Page(response)

    def test_it_may_be_as_long_as_a_text_can_be_in_every_language(self):
        bodies = len(sides.codes()) * LONGEST * len(quote("ع"))
        assert bodies < settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    def test_it_is_edited_as_text_in_its_own_language(self):
        for interface in ("ar", "en"):
            page = get(self.client, address(self.item), interface)
            arabic = page.one("textarea", name="body_ar")
            english = page.one("textarea", name="body_en")
            assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
            assert (english["lang"], english["dir"]) == ("en", "ltr")
            assert "## What has changed? {#s-port}" in english.text

    def test_it_shows_a_problem_with_its_line(self):
        page = self.problems(body_en=WRONG)
        line = page.one(class_="problem-line")
        assert line.text == "#### Four signs are too many"
        assert (line["lang"], line["dir"]) == ("en", "ltr")
        assert page.one("a", href="#id_body_en").text == "Line 3"

    def test_it_speaks_of_problems_in_the_language_of_the_interface(self):
        page = self.problems("ar", body_en=WRONG)
        sentence = read(WRONG, "en").problems[0].message("ar")
        assert sentence in page.text

    def test_it_keeps_the_text_exactly_as_typed(self):
        typed = WRONG.replace("\n", "\r\n") + "  <b>\r\n\r\n"
        page = self.problems(body_en=typed)
        assert page.one("textarea", name="body_en").text.strip("\n") == typed.strip(
            "\n"
        )

    def test_it_stores_nothing_beside_a_text_with_problems(self):
        self.problems(body_en=WRONG, headline_ar="عنوان آخر")
        self.item.refresh_from_db()
        assert self.item.headline_ar != "عنوان آخر"
        assert self.item.body_in("en") == make_document("en")

    def test_what_comes_back_as_it_was_shown_is_the_text_that_stands(self):
        field = BodyField(name="body_en", language="en")
        field.like = make_document("en")
        sent = written(field.like).replace("\n", "\r\n")
        assert field.clean(sent) is field.like
        other = field.clean(sent.replace(" ", " really ", 1))
        assert other not in (None, field.like)

    def test_it_may_be_emptied(self):
        assert save(self.client, self.item, body_en="").status_code == 302
        self.item.refresh_from_db()
        assert self.item.body_en is None


class TestSigns(SimpleTestCase):
    def test_it_explains_signs_that_the_reader_understands(self):
        for language in ("ar", "en"):
            samples = [sample for sample, _meaning in signs.explained(language)]
            document = "\n\n".join([*samples[3:], *samples[:3], "x"])
            assert read(document, language).problems == ()

    def test_it_explains_in_the_language_of_the_interface(self):
        with translation.override("en"):
            meanings = [meaning for _sample, meaning in signs.explained("ar")]
        assert "A section begins." in meanings

    def test_it_gives_each_sign_one_meaning(self):
        for language in ("ar", "en"):
            samples = [sample for sample, _meaning in signs.explained(language)]
            assert len(samples) == len(set(samples)) > 10
