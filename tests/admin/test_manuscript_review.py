from __future__ import annotations

from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.importing import ImportTestCase, line_of, review, role_of
from tests.cast import make_publication
from tests.sent_manuscripts import ARABIC, ENGLISH, text_file, word_file
from thinktank.editorial.models import Item, SentManuscript

JSON = {"accept": "application/json", "accept-language": "en"}
HEADING = "The cost of waiting"
TABLED = Path(__file__).parents[1] / "data" / "docx" / "hand-tables.docx"
SCRIPT = "<script>alert(1)</script>"


class ReviewTestCase(ImportTestCase):
    def ask(self, row, button, value, **changed):
        """What a script is told that presses a button."""
        data = self.page(row).sent() | changed | {button: value}
        response = self.client.post(review(row), data, headers=JSON)
        assert response.status_code == 200
        return response.json()


class TestReview(ReviewTestCase):
    def test_it_shows_each_line_beside_what_it_was_taken_for(self):
        row = self.stage()
        page = self.page(row)
        expected = {ENGLISH[0]: "kicker", ENGLISH[1]: "headline", HEADING: "heading"}
        expected |= {ENGLISH[2]: "date", ENGLISH[3]: "byline", ENGLISH[4]: "paragraph"}
        for words, role in expected.items():
            line = line_of(row, words)
            assert role_of(page, line) == role, words
            assert words in page.one(id=f"line-{line}").text

    def test_every_text_states_its_language_and_direction(self):
        page = self.page(self.stage(word_file(), "both.docx"), "en")
        words = page.all(class_="ms-words")
        assert {(w["lang"], w["dir"]) for w in words} == {("ar", "rtl"), ("en", "ltr")}
        for element in words:
            text = element.text.strip()
            is_arabic = any("\u0600" <= char <= "\u06ff" for char in text)
            assert (element["lang"] == "ar") == is_arabic, text

    def test_warnings_stand_at_their_lines_in_the_language_of_the_interface(self):
        row = self.stage(text_file("A frame of the page", *ENGLISH))
        line = line_of(row, "A frame")
        for language, words in (("en", "was set aside"), ("ar", "استُبعد هذا السطر")):
            page = self.page(row, language)
            shown = page.one(id=f"line-{line}")
            assert shown.has_class("ms-warned")
            assert words in shown.text, shown.text

    def test_lines_with_warnings_offer_their_choices_at_once(self):
        row = self.stage(text_file("A frame of the page", *ENGLISH))
        page = self.page(row)
        line = line_of(row, "A frame")
        offered = {b["value"] for b in page.all("button", name="choice")}
        assert f"{line}:heading" in offered
        assert f"{line}:" in offered
        assert not any(value.startswith(f"{line + 2}:") for value in offered)

    def test_a_table_can_but_be_left_out(self):
        row = self.stage(TABLED.read_bytes(), "tables.docx")
        line = next(p["line"] for p in row.source["passages"] if "block" in p)
        page = self.page(row, query=f"?line={line}")
        offered = [b["value"] for b in page.all("button", name="choice")]
        mine = [value for value in offered if value.startswith(f"{line}:")]
        assert mine == [f"{line}:drop", f"{line}:"]

    def test_markup_in_a_manuscript_is_text(self):
        row = self.stage(text_file(*ENGLISH, SCRIPT), "<b>quiet.txt")
        response = self.client.get(review(row))
        self.assertContains(response, "&lt;script&gt;alert(1)")
        self.assertContains(response, "&lt;b&gt;quiet.txt")
        self.assertNotContains(response, SCRIPT)

    def test_others_find_nothing_at_its_address(self):
        row = self.stage()
        self.client.force_login(self.cast.admin)
        assert self.client.get(review(row)).status_code == 404
        assert self.client.post(review(row), {"create": "1"}).status_code == 404

    def test_it_costs_the_same_for_few_lines_and_for_many(self):
        short, long = self.stage(), self.stage(text_file(*ENGLISH, *ENGLISH[4:] * 30))
        counted = []
        for row in (short, short, long):
            with CaptureQueriesContext(connection) as queries:
                self.page(row)
            counted.append(len(queries))
        assert counted[1] == counted[2] <= 7

    def test_a_choice_costs_the_same_for_few_lines_and_for_many(self):
        short, long = self.stage(), self.stage(text_file(*ENGLISH, *ENGLISH[4:] * 30))
        counted = []
        for row in (short, short, long):
            data = self.page(row).sent() | {"choice": "1:heading"}
            with CaptureQueriesContext(connection) as queries:
                self.client.post(review(row), data, headers=JSON)
            counted.append(len(queries))
        assert counted[1] == counted[2] <= 9


class TestChoice(ReviewTestCase):
    def test_it_is_kept_and_leads_back_to_its_line(self):
        row = self.stage()
        line = line_of(row, HEADING)
        response = self.choose(row, line, "paragraph")
        assert response.url == f"{review(row)}#line-{line}"
        row.refresh_from_db()
        assert row.choices == {str(line): "paragraph"}
        assert role_of(self.page(row), line) == "paragraph"

    def test_it_is_taken_back(self):
        row = self.stage()
        line = line_of(row, HEADING)
        self.choose(row, line, "drop")
        assert role_of(self.page(row), line) == "drop"
        self.choose(row, line, "")
        row.refresh_from_db()
        assert row.choices == {}
        assert role_of(self.page(row), line) == "heading"

    def test_what_no_page_sends_changes_nothing(self):
        row = self.stage()
        for sent in ("999:heading", "1:author", "x:heading", "1", ":", "-1:drop"):
            self.client.post(review(row), {"choice": sent})
        row.refresh_from_db()
        assert row.choices == {}

    def test_a_script_is_told_the_lines_that_changed_and_no_others(self):
        row = self.stage()
        line = line_of(row, HEADING)
        told = self.ask(row, "choice", f"{line}:paragraph")
        assert f"line-{line}" in told["rows"]
        assert f"line-{line_of(row, ENGLISH[4])}" not in told["rows"]
        assert "ms-as-paragraph" in told["rows"][f"line-{line}"]
        assert told["said"].startswith(f"Line {line}: Paragraph.")

    def test_other_fields_stay_as_they_were(self):
        row = self.stage()
        line = line_of(row, HEADING)
        fields = {"target": "item", "query": "harbour"}
        self.press(row, "choice", f"{line}:drop", **fields)
        page = self.page(row)
        assert page.one("input", name="query")["value"] == "harbour"

    def test_what_a_choice_makes_of_the_front_is_shown(self):
        row = self.stage()
        told = self.ask(row, "choice", f"{line_of(row, HEADING)}:headline")
        assert HEADING in told["details"]

    def test_a_manuscript_whose_lines_are_all_left_out_makes_nothing(self):
        row = self.stage(text_file("One line alone, of no length."))
        self.choose(row, 1, "drop")
        response = self.press(row, "create", "1")
        self.assertContains(response, "All lines are left out.")
        assert not Item.objects.exists()


class TestLanguages(ReviewTestCase):
    def test_a_file_in_two_languages_is_divided(self):
        row = self.stage(word_file(), "both.docx")
        page = self.page(row)
        for words, language in ((ARABIC[1], "ar"), (ENGLISH[1], "en")):
            shown = page.one(id=f"line-{line_of(row, words)}")
            inside = [e for e in page.all(class_="ms-words") if shown in e.inside]
            assert {e["lang"] for e in inside} == {language}
            assert role_of(page, line_of(row, words)) == "headline"

    def test_the_whole_may_be_said_to_be_in_one(self):
        row = self.stage(word_file(), "both.docx")
        response = self.press(row, "languages", "en")
        assert response.url == review(row)
        words = self.page(row).all(class_="ms-words")
        assert {element["lang"] for element in words} == {"en"}
        self.press(row, "languages", "ar en")
        words = self.page(row).all(class_="ms-words")
        assert {element["lang"] for element in words} == {"ar", "en"}

    def test_the_one_that_is_chosen_is_marked(self):
        row = self.stage()
        pressed = {
            button["value"]: button["aria-pressed"]
            for button in self.page(row).all("button", name="languages")
        }
        assert pressed == {"en": "true", "ar": "false", "en ar": "false"}

    def test_an_unknown_language_is_none(self):
        row = self.stage()
        self.press(row, "languages", "xx")
        row.refresh_from_db()
        assert set(row.languages.split()) == {"ar", "en"}


class TestWithoutScripts(ReviewTestCase):
    def test_a_link_opens_the_choices_of_any_line(self):
        row = self.stage()
        line = line_of(row, ENGLISH[4])
        page = self.page(row)
        link = next(
            e for e in page.all("a", class_="ms-role") if f"?line={line}#" in e["href"]
        )
        opened = self.page(row, query=link["href"].partition("#")[0])
        values = {button["value"] for button in opened.all("button", name="choice")}
        assert f"{line}:quote" in values

    def test_a_line_that_does_not_exist_opens_nothing(self):
        row = self.stage()
        for asked in ("x", "-1", "9" * 40, "٣"):
            assert self.page(row, query=f"?line={asked}")

    def test_enter_in_a_field_looks_again_and_chooses_nothing(self):
        """A browser presses the first button of a form."""
        row = self.stage()
        page = self.page(row)
        form = page.one("form", id="review")
        buttons = [
            e
            for e in page.elements
            if form in e.inside and (e.tag == "button" or e["type"] == "submit")
        ]
        assert buttons[0]["name"] == "refresh"


class TestStagedForMade(ReviewTestCase):
    def test_its_address_leads_to_the_item_that_was_made(self):
        row = self.stage()
        SentManuscript.objects.filter(pk=row.pk).update(item=make_publication())
        response = self.client.get(review(row))
        assert response.status_code == 302
        assert response.url.endswith("/change/")
