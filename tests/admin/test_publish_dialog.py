"""What the page of publishing asks: what it is, when, until when, and where else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests import cast
from tests.admin.page import DeskTestCase, Page, address, get, send, typed
from tests.cast import (
    approve,
    make_document,
    make_image,
    make_publication,
    make_user,
    publishing_in,
)
from thinktank import changes
from thinktank.document.model import Document, Figure, Mark, Paragraph, Text
from thinktank.editorial import publishing
from thinktank.editorial.models import AuditEvent, Edition
from thinktank.editorial.permissions import SYSTEM
from thinktank.house.models import House

pytestmark = pytest.mark.large


def write(item, language, **changed):
    """What is written here has been approved."""
    cast.write(item, language, **changed)
    approve(item, language)


class DialogCase(DeskTestCase):
    live = False

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=cls.live)
        approve(cls.item)
        cls.url = address(cls.item, "publish", "en")

    def setUp(self):
        self.client.force_login(self.cast.publisher)
        self.tomorrow = timezone.now().replace(second=0, microsecond=0) + timedelta(1)

    def confirm(self, **typed):
        return send(self.client, self.url, get(self.client, self.url), **typed)

    def errors(self, **typed):
        return Page(self.confirm(**typed)).words("ul", class_="errorlist")

    def ahead(self):
        rows = Edition.objects.filter(live_from__gt=timezone.now())
        return [(row.language, row.notice, row.live_from) for row in rows]

    def live_in(self):
        return dict(Edition.objects.live().values_list("language", "live_from"))


class TestFindings(DialogCase):
    def test_a_picture_without_a_text_in_this_language_blocks_it(self):
        image = make_image("navy", alt_en="")
        body = Document("en", (Figure(image.pk), *make_document("en").lead))
        write(self.item, "en", body=body)
        page = get(self.client, self.url)
        (link,) = [e for e in page.all("a") if "alternative text" in e.text]
        assert link["href"] == f"/admin/media/image/{image.pk}/change/"
        assert not page.all("input", class_="default")
        body = Document("en", (Figure(image.pk, alt="A quay"),))
        write(self.item, "en", body=body)
        assert get(self.client, self.url).all("input", class_="default")
        assert Edition.objects.count() == 0

    def test_it_advises_and_leads_to_the_fields_and_still_publishes(self):
        link = Text("here", (Mark("link", item=make_publication().pk),))
        words = {"summary": "", "headline": "A long headline? " * 7}
        body = Document(
            "en",
            (
                Paragraph(
                    (link, Text(" and  there .")),
                ),
            ),
        )
        write(self.item, "en", body=body, **words)
        page = get(self.client, self.url)
        section = page.one("section", **{"aria-labelledby": "advice"})
        led = [
            e["href"].partition("#")[2] for e in page.all("a") if section in e.inside
        ]
        assert led == [
            "id_summary_en",
            "id_headline_en",
            "id_topics",
            "contributors-group",
            "side-en",
            "side-en",
        ]
        self.assertRedirects(self.confirm(), address(self.item))
        assert "en" in self.live_in()


class TestWhen(DialogCase):
    def test_it_publishes_later_and_withdraws_after_that(self):
        end = self.tomorrow + timedelta(days=30)
        self.confirm(
            when="later",
            at=typed(self.tomorrow),
            until=typed(end),
            until_reason="The call is over.",
        )
        assert self.ahead() == [("en", "", self.tomorrow), ("en", "expired", end)]
        page = get(self.client, self.url)
        notice = Edition.objects.get(notice="expired")
        assert page.all("a", href=address(self.item, "move", notice.pk))
        assert page.all("a", href=address(self.item, "cancel", notice.pk))

    def test_it_shows_what_is_scheduled_in_the_other_language_without_its_links(self):
        row = publishing.schedule(self.item, "ar", self.tomorrow, by=SYSTEM)
        self.client.force_login(self.cast.publisher_en)
        page = get(self.client, self.url)
        assert "Arabic · Scheduled for" in page.text
        assert not page.all("a", href=address(self.item, "move", row.pk))

    def test_it_gives_the_hijri_date_too_where_the_house_does(self):
        publishing.schedule(self.item, "ar", at=EID, by=SYSTEM)
        assert "1451 AH" not in get(self.client, self.url).text
        House.objects.create(name_ar="المرفأ", name_en="Marfa", hijri=True)
        changes.touch()
        page = get(self.client, self.url)
        assert "Scheduled for 14 February 2030, 12:00 (11 Shawwal 1451 AH)" in page.text

    def test_it_refuses_answers_that_do_not_go_together(self):
        at = typed(self.tomorrow)
        early = typed(timezone.now() - timedelta(hours=1))
        for sentence, answers in (
            ("Choose the date and the time.", {"when": "later"}),
            ("You gave a time.", {"at": at}),
            ("It must end after", {"until": early, "until_reason": "Over."}),
            ("Give the reason", {"until": at}),
            ("Choose when", {"until_reason": "Over."}),
        ):
            (error,) = self.errors(**answers)
            assert error.startswith(sentence)
        assert Edition.objects.count() == 0

    def test_it_asks_only_what_the_person_may_do(self):
        for verb, fields in (
            ("publish", {"note"}),
            ("schedule", {"note", "at"}),
        ):
            user = make_user(verb, [*CHANGING, f"{verb}_en"])
            self.client.force_login(user)
            page = get(self.client, address(self.item, verb, "en"))
            names = {e["name"] for e in page.all() if e["name"]} & FIELDS
            assert names == fields


CHANGING = ["change_publication", "edit_others"]
EID = datetime(2030, 2, 14, 8, tzinfo=UTC)
FIELDS = {"note", "when", "at", "also", "until", "until_reason", "change"}


class TestAlso(DialogCase):
    def test_both_languages_become_public_at_one_instant(self):
        self.confirm(also="on")
        assert len(set(self.live_in().values())) == 1
        assert sorted(self.live_in()) == ["ar", "en"]
        events = AuditEvent.objects.filter(verb="publish")
        assert sorted(events.values_list("language", flat=True)) == ["ar", "en"]

    def test_so_they_do_later(self):
        self.confirm(also="on", when="later", at=typed(self.tomorrow))
        assert sorted(self.ahead()) == [(c, "", self.tomorrow) for c in ("ar", "en")]

    def test_it_is_not_offered_for_what_is_not_ready_or_not_allowed(self):
        publisher = self.cast.publisher_en
        self.client.force_login(publisher)
        assert not get(self.client, self.url).all("input", name="also")
        self.client.force_login(self.cast.publisher)
        write(self.item, "ar", headline="")
        assert not get(self.client, self.url).all("input", name="also")
        self.confirm(also="on")
        assert sorted(self.live_in()) == ["en"]

    def test_it_publishes_nothing_that_was_saved_unseen(self):
        page = get(self.client, self.url)
        write(self.item, "ar", headline="عنوان آخر")
        refused = Page(send(self.client, self.url, page, also="on"))
        assert "saved meanwhile" in refused.text
        assert self.live_in() == {}


class TestOverALiveText(DialogCase):
    live = True

    def setUp(self):
        super().setUp()
        write(self.item, "en", headline="Put right")

    def event(self):
        return AuditEvent.objects.order_by("pk").last()

    def edition(self):
        return Edition.objects.live().get(language="en")

    def test_it_asks_what_it_is(self):
        assert self.errors() == ["This field is required."]
        assert self.edition().headline != "Put right"

    def test_a_correction_tells_readers_what_was_wrong(self):
        (error,) = self.errors(change="correction")
        assert error.startswith("Say what was corrected")
        self.confirm(change="correction", note="The figure was wrong.")
        assert [told.note for told in self.edition().corrections] == [
            "The figure was wrong."
        ]
        assert self.event().details["change"] == "correction"

    def test_a_fix_tells_nobody(self):
        (error,) = self.errors(change="fix", note="Said after all.")
        assert error.startswith("Only a correction")
        self.confirm(change="fix")
        edition = self.edition()
        assert (edition.headline, edition.corrections) == ("Put right", [])
        assert edition.updated is None
        assert self.event().details["change"] == "fix"

    def test_an_update_has_its_date_in_every_language(self):
        self.confirm(change="update")
        edition, other = self.edition(), Edition.objects.live().get(language="ar")
        assert edition.updated == edition.live_from == other.updated
        assert (edition.headline, edition.corrections) == ("Put right", [])
        self.item.refresh_from_db()
        assert self.item.updated == edition.live_from
        assert self.event().details["change"] == "update"

    def test_an_update_is_not_scheduled(self):
        answers = {"when": "later", "at": typed(self.tomorrow), "change": "update"}
        (error,) = self.errors(**answers)
        assert error.startswith("A new version is dated when it is published")

    def test_both_languages_change_at_one_instant(self):
        write(self.item, "ar", headline="عنوان مصحح")
        (error,) = self.errors(change="correction", note="Wrong.", also="on")
        assert error.startswith("A correction says in each language")
        self.confirm(change="update", also="on")
        assert len(set(self.live_in().values())) == 1
        assert {e.headline for e in Edition.objects.live()} == {
            "Put right",
            "عنوان مصحح",
        }


class TestUntil(DialogCase):
    def test_it_takes_the_permission_to_withdraw(self):
        codes = [c for c in publishing_in("en") if not c.startswith("withdraw")]
        self.client.force_login(make_user("p", [*CHANGING, *codes]))
        end = typed(self.tomorrow)
        self.confirm(until=end, until_reason="Over.")
        assert (self.ahead(), list(self.live_in())) == ([], ["en"])
