"""What the writing surface asks of the server, and who gets an answer."""

from __future__ import annotations

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.admin.page import DeskTestCase, save
from tests.cast import HEADLINES, make_image, make_publication, make_user
from thinktank.document.writers import surface
from thinktank.editorial import publishing
from thinktank.editorial.admin.surface.doors import DOORS
from thinktank.editorial.models import KeptText, Revision
from thinktank.editorial.permissions import SYSTEM
from thinktank.media.models import Image

POSTS = ("read", "check", "keep", "discard", "compare", "upload")
PARAGRAPH = {"type": "paragraph", "content": [{"type": "text", "text": "Words."}]}
PARAGRAPH_AR = {"type": "paragraph", "content": [{"type": "text", "text": "كلام."}]}
DOCUMENT = {"type": "doc", "content": [PARAGRAPH]}


def door(name):
    return reverse(f"admin:publications_publication_surface_{name}")


class SurfaceTestCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()

    def post(self, name, interface="en", **data):
        response = self.client.post(
            door(name),
            json.dumps({"language": "en", **data}),
            content_type="application/json",
            headers={"accept-language": interface},
        )
        return response.status_code, response.json()

    def get(self, name, **query):
        response = self.client.get(door(name), query)
        return response.status_code, response.json()


class TestDoors(SurfaceTestCase):
    def statuses(self):
        found = {}
        for name in (*DOORS, "session"):
            answer = self.post if name in POSTS else self.get
            found[name] = answer(name)[0]
        return found

    def test_nobody_is_answered_before_the_login(self):
        self.client.logout()
        assert set(self.statuses().values()) == {401}

    def test_staff_who_may_not_write_are_refused(self):
        self.client.force_login(make_user("reader", ["view_publication"]))
        statuses = self.statuses()
        assert statuses.pop("session") == 200
        assert set(statuses.values()) == {403}

    def test_an_item_of_others_kind_is_not_found(self):
        self.client.force_login(make_user("adder", ["add_newsitem"]))
        url = reverse("admin:news_newsitem_surface_keep")
        data = {"language": "en", "item": self.item.pk, "document": DOCUMENT}
        sent = self.client.post(url, json.dumps(data), content_type="application/json")
        assert sent.status_code == 404
        assert not KeptText.objects.exists()

    def test_who_may_only_add_cannot_keep_texts_of_an_item(self):
        self.client.force_login(make_user("adder", ["add_publication"]))
        assert self.post("keep", item=self.item.pk, document=DOCUMENT)[0] == 403
        assert self.post("keep", draft="draft-123", document=DOCUMENT)[0] == 200

    def test_nonsense_is_refused_in_words(self):
        for body in ("", "[]", "{", '{"language": "xx"}', "[" * 100_000):
            sent = self.client.post(
                door("check"), body, content_type="application/json"
            )
            assert sent.status_code == 400
            assert sent.json()["message"]

    def test_answers_are_not_cached(self):
        assert "no-store" in self.client.get(door("session"))["cache-control"]


class TestReading(SurfaceTestCase):
    TEXT = (
        "Passing places\n\nWho gains?\n\n12 April 2024\n\n"
        "Short quays save two days a voyage, and nobody had counted them before.\n\n"
        "What has changed?\n\n1. Shorter voyages: Three days are enough for this.\n\n"
        "2. Lower dues: The quays ask for half of what the ports do.\n"
    )

    def test_a_manuscript_becomes_a_surface_and_its_front(self):
        status, found = self.post("read", text=self.TEXT)
        assert status == 200
        assert (found["kicker"], found["headline"]) == ("Passing places", "Who gains?")
        assert (found["date"], found["precision"]) == ("2024-04-12", "day")
        kinds = [block["type"] for block in found["document"]["content"]]
        assert kinds == [
            *("paragraph", "section", "point", "paragraph", "point", "paragraph")
        ]

    def test_guesses_are_told_at_their_blocks(self):
        _status, found = self.post("read", text=f"{self.TEXT}\n\nAnd so it ends here.")
        blocks = [each["block"] for each in found["warnings"] if each["block"]]
        last = len(found["document"]["content"]) - 1
        assert any(block >= last - 1 for block in blocks)
        assert all(each["message"].endswith(".") for each in found["warnings"])

    def test_nothing_to_read_is_said_in_the_language_of_the_interface(self):
        for interface in ("ar", "en"):
            status, found = self.post("read", interface, text=" … ")
            assert status == 409
            assert found["message"].isascii() is (interface == "en")


class TestReadingHtml(SurfaceTestCase):
    WORD = (
        "<p class=MsoTitle>Who gains?</p><p class=MsoNormal>12 April 2024</p>"
        "<p>Short quays save <b>two days</b> a voyage, and nobody had counted them"
        " before.<a href='#_ftn1' name='_ftnref1'>[1]</a></p><h1>What has changed?</h1>"
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>"
        "Shorter voyages: Three days are enough for this.</p>"
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>"
        "Lower dues: The quays ask for half of <img alt='A quay'>it.</p>"
        "<table><tr><th>Port<th>Calls<tr><td>Qasr<td>12</table>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> The register.</div>"
    )

    def kinds(self, found):
        return [block["type"] for block in found["document"]["content"]]

    BYLINED = (
        "Who gains from short quays?\n\nBy Dr Salma Sawari\n\n12 April 2024\n\n"
        "Short quays save two days a voyage, and nobody had counted them before that "
        "year, in which the ports asked for twice as much as they had asked before."
    )

    def test_it_is_read_before_the_text(self):
        status, found = self.post("read", html=self.WORD, text="Who gains?\n\nShort")
        assert status == 200
        assert (found["headline"], found["date"]) == ("Who gains?", "2024-04-12")
        assert self.kinds(found) == [
            *("paragraph", "section", "point", "paragraph", "point", "paragraph"),
            "tableBlock",
        ]
        lead = found["document"]["content"][0]["content"]
        assert [part["type"] for part in lead] == ["text", "text", "text", "note"]

    def test_what_was_left_out_is_told_at_its_block(self):
        _status, found = self.post("read", html=self.WORD)
        told = {each["code"]: each["block"] for each in found["warnings"]}
        assert told["picture-left-out"] in (4, 5)

    def test_what_no_field_takes_is_said(self):
        typed = {"headline": "Who else gains?", "kicker": ""}
        _status, found = self.post("read", text=self.BYLINED, texts=typed)
        said = [w["message"] for w in found["warnings"] if w["code"] == "front"]
        assert len(said) == 2
        assert "Who gains from short quays?" in said[0]
        assert "Dr Salma Sawari" in said[1]

    def test_a_field_that_says_the_same_is_not(self):
        typed = {"headline": "Who gains from short quays?"}
        _status, found = self.post("read", text=self.BYLINED, texts=typed)
        assert len([w for w in found["warnings"] if w["code"] == "front"]) == 1

    def test_a_part_has_no_front(self):
        for sent in ({"html": self.WORD}, {"text": TestReading.TEXT}):
            _status, found = self.post("read", part=True, **sent)
            assert (found["headline"], found["kicker"], found["date"]) == ("", "", "")
            shown = json.dumps(found["document"])
            assert "Who gains?" in shown
            assert "12 April 2024" in shown
            codes = {each["code"] for each in found["warnings"]}
            assert codes.isdisjoint({"no-headline", "no-date", "title-guessed"})

    def test_a_part_without_a_front_is_read_as_it_is(self):
        _status, found = self.post(
            "read", part=True, html="<h2>Dues</h2><ul><li>half</li><li>less</li></ul>"
        )
        assert self.kinds(found) == ["section", "list"]

    def test_what_is_too_large_is_said_in_the_language_of_the_interface(self):
        sent = {"html": "<div>" * 1_000 + "words"}
        for interface in ("ar", "en"):
            status, found = self.post("read", interface, **sent)
            assert status == 409
            assert found["message"].isascii() is (interface == "en")
            with self.settings(DATA_UPLOAD_MAX_MEMORY_SIZE=100):
                status, found = self.post("read", interface, text="x" * 100)
            assert status == 413
            assert found["message"].isascii() is (interface == "en")

    def test_it_needs_the_permission_to_write(self):
        self.client.force_login(make_user("reader", ["view_publication"]))
        assert self.post("read", html=self.WORD)[0] == 403
        self.client.logout()
        assert self.post("read", html=self.WORD)[0] == 401

    def test_nothing_is_stored(self):
        before = Revision.objects.count()
        with self.assertNoLogs(level="INFO"), CaptureQueriesContext(connection) as done:
            self.post("read", html=self.WORD)
        writes = ("INSERT", "UPDATE", "DELETE")
        assert not [q for q in done if q["sql"].startswith(writes)]
        assert Revision.objects.count() == before
        assert not KeptText.objects.exists()


class TestChecking(SurfaceTestCase):
    def test_problems_are_told_at_their_blocks(self):
        point = {**PARAGRAPH, "type": "point"}
        document = {"type": "doc", "content": [PARAGRAPH, point]}
        _status, found = self.post("check", document=document)
        assert [each["block"] for each in found["problems"]] == [1]

    def test_hostile_data_is_a_problem_and_no_failure(self):
        for document in (None, 7, "x", [], {"type": "script"}, {"type": "doc", "x": 1}):
            status, found = self.post("check", document=document)
            assert status == 200
            assert found["problems"]

    def test_words_and_minutes_are_counted(self):
        _status, found = self.post("check", document=DOCUMENT)
        assert (found["words"], found["minutes"]) == (1, 1)
        assert found["wordsText"] == "1 word · 1 minute to read"

    def test_foreign_runs_are_placed_in_units_of_the_browser(self):
        words = {"type": "text", "text": "😀 على سفن NATO في البحر"}
        document = {"type": "doc", "content": [{**PARAGRAPH, "content": [words]}]}
        _status, found = self.post("check", language="ar", document=document)
        start = len("😀 على سفن ".encode("utf-16-le")) // 2
        assert found["runs"] == [
            {
                "text": 0,
                "from": start,
                "to": start + 4,
                "language": "en",
                "direction": "ltr",
            }
        ]

    def advice(self, document, language="ar"):
        return self.post("check", "en", language=language, document=document)[1][
            "advice"
        ]

    def test_advice_stands_where_its_words_do(self):
        call = {
            "type": "note",
            "attrs": {"content": [{"type": "text", "text": "هنا?"}]},
        }
        words = [{"type": "text", "text": "😀 هل تغيّر شيء?"}, call]
        document = {
            "type": "doc",
            "content": [PARAGRAPH_AR, {**PARAGRAPH_AR, "content": words}],
        }
        in_text, in_note = self.advice(document)
        end = len("😀 هل تغيّر شيء?".encode("utf-16-le")) // 2
        assert (in_text["text"], in_text["from"], in_text["to"]) == (1, end - 1, end)
        assert (in_text["fix"], in_text["code"]) == ("؟", "foreign-mark")
        assert (in_note["text"], in_note["from"], in_note["to"]) == (1, end, end + 1)
        assert in_note["fix"] is None

    def test_a_picture_needs_a_text_in_this_language(self):
        picture = make_image(alt_ar="", alt_en="A quay")
        figure = {"type": "figure", "attrs": {"image": picture.pk, "alt": ""}}
        document = {"type": "doc", "content": [figure]}
        assert [each["code"] for each in self.advice(document)] == ["no-alt"]
        assert self.advice(document, "en") == []


class TestKeeping(SurfaceTestCase):
    def keep(self, text="Kept.", **about):
        document = json.loads(json.dumps(DOCUMENT).replace("Words.", text))
        return self.post("keep", document=document, **about)

    def test_it_is_coalesced_and_makes_no_revision(self):
        before = Revision.objects.count()
        for text in ("One.", "Two.", "Three."):
            status, found = self.keep(text, item=self.item.pk)
            assert status == 200
            assert found["saved"][:10] == timezone.localdate().isoformat()
        assert KeptText.objects.count() == 1
        assert Revision.objects.count() == before

    def test_it_is_offered_with_its_differences(self):
        self.keep(item=self.item.pk, texts={"headline": "Kept headline", "x": "y"})
        _status, found = self.get("kept", item=self.item.pk)
        (kept,) = found["kept"]
        assert kept["texts"] == {"headline": "Kept headline"}
        assert "<ins>Kept headline</ins>" in kept["differences"]
        assert kept["document"]["content"][0]["content"][0]["text"] == "Kept."

    def test_what_says_the_same_as_the_item_is_not_offered(self):
        document = surface.write(self.item.body_in("en"))
        texts = {"headline": HEADLINES["en"]}
        self.post("keep", item=self.item.pk, document=document, texts=texts)
        assert self.get("kept", item=self.item.pk)[1] == {"kept": []}

    def test_nobody_else_is_shown_it(self):
        self.keep(item=self.item.pk)
        codes = ["change_publication", "edit_others"]
        self.client.force_login(make_user("other", codes))
        assert self.get("kept", item=self.item.pk)[1] == {"kept": []}
        self.post("discard", item=self.item.pk)
        assert KeptText.objects.count() == 1

    def test_a_new_item_is_kept_under_a_name_of_its_own(self):
        assert self.keep("First.", draft="draft-aaa")[0] == 200
        assert self.keep("Other.", draft="draft-bbb")[0] == 200
        _status, found = self.get("kept")
        assert {each["draft"] for each in found["kept"]} == {"draft-aaa", "draft-bbb"}
        self.post("discard", draft="draft-aaa")
        assert [row.draft for row in KeptText.objects.all()] == ["draft-bbb"]

    def test_a_draft_needs_a_name(self):
        for draft in (None, "", "short", "../../etc/passwd", "x" * 40):
            assert self.keep(draft=draft)[0] == 409
        assert not KeptText.objects.exists()

    def test_saving_the_language_forgets_it(self):
        self.keep(item=self.item.pk)
        KeptText.objects.filter(language="en").update(language="ar")
        self.keep(item=self.item.pk)
        save(self.client, self.item, headline_en="Saved")
        assert [row.language for row in KeptText.objects.all()] == ["ar"]


class TestChoosing(SurfaceTestCase):
    def test_items_are_found_by_word_and_by_number(self):
        for query in ({"q": "harbours small"}, {"number": self.item.pk}):
            _status, found = self.get("items", language="en", **query)
            (item,) = found["results"]
            assert (item["number"], item["headline"]) == (
                *(self.item.pk, HEADLINES["en"]),
            )
            assert item["live"] is False
        publishing.publish(self.item, "en", by=SYSTEM)
        _status, found = self.get("items", q="harbours")
        assert found["results"][0]["live"] is True

    def test_items_of_kinds_that_one_may_not_see_are_left_out(self):
        self.client.force_login(make_user("news", ["add_newsitem"]))
        url = reverse("admin:news_newsitem_surface_items")
        assert self.client.get(url, {"q": "harbours"}).json() == {"results": []}

    def test_odd_numbers_find_nothing(self):
        for number in ("x", "-1", "9" * 30, "١"):
            assert self.get("items", number=number)[1] == {"results": []}

    def test_pictures_are_found_by_their_texts(self):
        picture = make_image(alt_en="A quay at dawn", alt_ar="رصيف عند الفجر")
        make_image("red", alt_en="Nothing")
        _status, found = self.get("images", q="dawn")
        (image,) = found["results"]
        assert (image["number"], image["alt"]["ar"]) == (picture.pk, "رصيف عند الفجر")
        assert image["url"].startswith("/media/pictures/")
        assert image["thumbnail"] == picture.thumbnail_address

    def test_a_picture_can_be_added(self):
        existing = make_image("navy")
        with existing.file.open("rb") as file:
            content = file.read()
        Image.objects.all().delete()
        file = SimpleUploadedFile("quay.png", content, "image/png")
        sent = self.client.post(door("upload"), {"file": file, "alt_en": " A  quay "})
        assert sent.json()["alt"] == {"ar": "", "en": "A quay"}
        assert Image.objects.get().alt_en == "A quay"

    def test_what_is_no_picture_is_refused_in_words(self):
        file = SimpleUploadedFile("x.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")
        sent = self.client.post(door("upload"), {"file": file})
        assert sent.json()["problems"]
        assert not Image.objects.exists()
