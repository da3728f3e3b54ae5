from __future__ import annotations

import pytest
from django.contrib.messages import get_messages

from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import approve, change_facts, make_publication, write
from thinktank.editorial.models import AuditEvent, Edition


class TestPublishPage(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()
        approve(cls.item)
        cls.url = address(cls.item, "publish", "en")

    def setUp(self):
        self.client.force_login(self.cast.publisher)

    def confirm(self, page=None, **typed):
        return send(self.client, self.url, page or get(self.client, self.url), **typed)

    def live(self, language="en"):
        return Edition.objects.live().filter(language=language).first()

    def test_it_says_what_will_happen_and_does_nothing_yet(self):
        page = get(self.client, self.url)
        assert "Readers will see the text in English saved on" in page.text
        assert self.live() is None

    def test_it_publishes_the_saved_text_when_confirmed(self):
        response = self.confirm()
        self.assertRedirects(response, address(self.item))
        assert self.live().headline == self.item.headline_en
        assert self.live("ar") is None
        said = [str(message) for message in get_messages(response.wsgi_request)]
        assert said == ["The text in English is public now."]

    def test_it_names_the_person_in_the_record(self):
        self.confirm()
        event = AuditEvent.objects.get()
        assert (event.verb, event.by) == ("publish", self.cast.publisher)

    def test_it_says_what_is_replaced_and_what_stays_scheduled(self):
        self.confirm()
        write(self.item, "en", headline="Changed")
        approve(self.item)
        page = get(self.client, self.url)
        assert "in place of today's" in page.text

    def test_it_says_that_the_other_language_gets_new_facts(self):
        live = make_publication(live=True)
        change_facts(live, report_number="R-7")
        page = get(self.client, address(live, "publish", "ar"))
        assert "the page in English shows its own published words" in page.text

    def test_it_publishes_a_note_in_the_language_of_the_text(self):
        page = get(self.client, address(self.item, "publish", "ar"))
        note = page.one("textarea", name="note")
        assert (note["lang"], note["dir"]) == ("ar", "rtl")
        self.confirm(note="A figure was corrected.")
        assert self.live().note == "A figure was corrected."

    def test_it_asks_again_when_the_text_was_saved_meanwhile(self):
        page = get(self.client, self.url)
        write(self.item, "en", headline="Saved by somebody else")
        response = self.confirm(page)
        self.assertRedirects(response, self.url)
        assert self.live() is None

    def test_it_does_not_ask_again_for_a_save_in_the_other_language(self):
        page = get(self.client, self.url)
        write(self.item, "ar", headline="عنوان آخر")
        self.confirm(page)
        assert self.live() is not None

    def test_it_gives_every_reason_why_a_text_is_not_ready_and_no_button(self):
        write(self.item, "en", headline="", summary="", body=None)
        page = get(self.client, self.url)
        form = address(self.item)
        links = [(e.text, e["href"]) for e in page.all("a") if "/#" in e["href"]]
        assert links[:2] == [
            ("The headline is empty. Write one before publishing.",)
            + (f"{form}#id_headline_en",),
            ("There is no text yet. Write the body, or at least a summary.",)
            + (f"{form}#side-en",),
        ]
        assert not page.all("input", class_="default")
        refused = Page(self.confirm(page))
        assert "The headline is empty." in refused.text
        assert self.live() is None

    def test_it_gives_reasons_in_the_language_of_the_interface(self):
        self.confirm()
        for language, reason in (("en", "Nothing to publish"), ("ar", "لا جديد للنشر")):
            page = get(self.client, self.url, language)
            sent = send(self.client, self.url, page, language, change="fix")
            refused = Page(sent)
            assert reason in refused.words("ul", class_="errorlist")[0]

    def test_it_knows_no_other_language(self):
        assert self.client.get(address(self.item, "publish", "fr")).status_code == 404


class TestButtonOfAVerb(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()
        approve(cls.item)

    def setUp(self):
        self.client.force_login(self.cast.publisher_en)

    def buttons(self):
        page = get(self.client, address(self.item))
        return [button["value"] for button in page.all("button", name="_then")]

    def test_it_stands_only_where_the_person_may(self):
        assert self.buttons() == ["publish:en", "schedule:en"]

    def test_it_saves_first_and_then_leads_to_the_page_that_asks(self):
        response = save(
            self.client, self.item, headline_en="Typed just now", _then="publish:en"
        )
        self.assertRedirects(response, address(self.item, "publish", "en"))
        self.item.refresh_from_db()
        assert self.item.headline_en == "Typed just now"

    @pytest.mark.large
    def test_it_leads_nowhere_the_person_may_not_go(self):
        for then in ("publish:ar", "https://example.org", "delete:1"):
            response = save(self.client, self.item, _then=then)
            self.assertRedirects(response, address(self.item))

    def test_it_comes_after_a_button_that_only_saves(self):
        page = get(self.client, address(self.item))
        submits = [e for e in page.elements if e["type"] == "submit"]
        first = next(e for e in submits if e["name"].startswith("_"))
        assert first["name"] == "_continue"
