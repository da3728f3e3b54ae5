"""The pages of release bundles: choosing texts, and the verbs with their lists."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.admin.page import DeskTestCase, Page, address, get, send, typed
from tests.cast import (
    approve,
    editing,
    make_bundle,
    make_event,
    make_news,
    make_publication,
    make_user,
    publishing_in,
    write,
)
from thinktank.document.model import Document
from thinktank.editorial import publishing, trash, workflow
from thinktank.editorial.models import AuditEvent, Bundle, BundleState, Edition
from thinktank.editorial.permissions import SYSTEM, Refused

pytestmark = pytest.mark.large

ADD = reverse("admin:editorial_bundle_add")
LIST = reverse("admin:editorial_bundle_changelist")
MOST_QUERIES = 16
"""Of the page of a bundle, session and permissions included."""


def place(bundle, page="change"):
    return reverse(f"admin:editorial_bundle_{page}", args=[bundle.pk])


class BundlePageCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.items = [make_publication() for _each in range(2)]
        for number, item in enumerate(cls.items, start=1):
            write(item, "en", headline=f"Title {number}")
            write(item, "ar", headline=f"عنوان {number}")
            workflow.submit(item, "en", by=cls.cast.author)
            workflow.approve(item, "en", by=cls.cast.admin)
            approve(item)
        texts = [(item, code) for item in cls.items for code in ("ar", "en")]
        cls.bundle = make_bundle(*texts)

    def setUp(self):
        self.client.force_login(self.cast.publisher)
        self.tomorrow = timezone.now().replace(second=0, microsecond=0) + timedelta(1)

    def page(self, language="en"):
        return get(self.client, place(self.bundle), language)

    def schedule(self):
        publishing.release(self.bundle, by=SYSTEM, at=self.tomorrow)

    def confirm(self, verb, **fields):
        url = place(self.bundle, verb)
        return send(self.client, url, get(self.client, url), **fields)

    def held(self, bundle=None):
        rows = (bundle or self.bundle).texts.values_list("item_id", "language")
        return list(rows)

    def state(self):
        return Bundle.objects.with_instant().get(pk=self.bundle.pk).state


class TestForm(BundlePageCase):
    def test_it_shows_each_text_with_its_state_and_who_approved_it(self):
        write(self.items[1], "en", headline="")
        cells = self.page().words("div", class_="bundle-cell")
        assert cells[0] == "approved Approved by admin"
        assert "Not approved" in cells[2]
        assert "The headline is empty" in cells[2]

    def test_unticked_texts_leave_it(self):
        first = self.items[0].pk
        sent = send(self.client, place(self.bundle), self.page(), texts=[f"{first}:en"])
        assert sent.status_code == 302
        assert self.held() == [(first, "en")]

    def test_a_page_that_is_too_old_brings_nothing_back(self):
        page, first = self.page(), self.items[0].pk
        publishing.collect(self.bundle, [(first, "en")], by=SYSTEM)
        texts = [box["value"] for box in page.all("input", name="texts")]
        again = Page(send(self.client, place(self.bundle), page, texts=texts, name=""))
        assert (
            again.one("input", name="held")["value"]
            == (page.one("input", name="held")["value"])
        )
        sent = send(self.client, place(self.bundle), page, texts=texts, name="Older")
        assert self.held() == [(first, "en")]
        self.bundle.refresh_from_db()
        assert self.bundle.name == "Book fair"
        assert "changed this bundle meanwhile" in get(self.client, sent.url).text
        self.schedule()
        send(self.client, place(self.bundle), page, name="Older")
        self.bundle.refresh_from_db()
        assert self.bundle.name == "Book fair"

    def test_added_items_come_in_the_languages_chosen(self):
        news = make_news()
        page = self.page()
        ticked = [box["value"] for box in page.all("input", name="texts")]
        assert len(ticked) == 4
        send(
            self.client,
            place(self.bundle),
            page,
            texts=ticked,
            add=[news.pk],
            languages=["ar"],
        )
        assert self.held()[-1] == (news.pk, "ar")
        assert len(self.held()) == 5

    def test_a_text_of_another_bundle_is_refused_by_its_name(self):
        other = Bundle.objects.create(name="Another")
        number = self.items[0].pk
        page = Page(
            send(
                self.client,
                place(other),
                get(self.client, place(other)),
                add=[number],
                languages=["en"],
            )
        )
        assert "Title 1, English: This is in the bundle “Book fair” already." in (
            page.text
        )
        assert self.held(other) == []

    def test_a_nonsense_text_is_refused(self):
        for value in ("1:xx", "nonsense", f"{10**17}:en"):
            sent = send(self.client, place(self.bundle), self.page(), texts=[value])
            assert sent.status_code == 200
        assert len(self.held()) == 4

    def test_what_somebody_may_not_see_is_a_number_and_stays(self):
        codes = [code for code in editing() if not code.endswith("_publication")]
        some = make_user("some", codes + publishing_in("ar", "en"))
        self.client.force_login(some)
        page = self.page()
        assert "Title 1" not in page.text
        assert "عنوان" not in page.text
        assert f"#{self.items[0].pk}" in page.text
        hidden = [box["value"] for box in page.all("input", name="texts")]
        send(self.client, place(self.bundle), page, texts=hidden)
        assert len(self.held()) == 4
        other = make_publication()
        send(self.client, place(self.bundle), page, texts=[f"{other.pk}:en"])
        assert len(self.held()) == 4

    def test_what_is_scheduled_is_only_looked_at_and_says_what_changed(self):
        self.schedule()
        write(self.items[0], "en", headline="Saved since")
        page = self.page()
        assert page.all("input", name="texts") == []
        assert page.text.count("Changed since it was scheduled") == 1
        sent = send(self.client, place(self.bundle), page, name="Other", texts=[])
        assert sent.status_code == 302
        assert len(self.held()) == 4
        assert Bundle.objects.get().name == "Other"

    def test_it_costs_the_same_for_any_number_of_texts(self):
        self.page()
        costs = []
        for more in (0, 4):
            items = [make_publication() for _each in range(more)]
            texts = [(item.pk, code) for item in items for code in ("ar", "en")]
            publishing.collect(self.bundle, [*self.held(), *texts], by=SYSTEM)
            with CaptureQueriesContext(connection) as queries:
                self.page()
            costs.append(len(queries))
        assert costs[0] == costs[1] <= MOST_QUERIES

    def test_it_speaks_arabic(self):
        page = self.page("ar")
        assert page.words("h2")[-1] == "النصوص"
        assert "اعتماد: admin" in page.text
        assert "عنوان 1" in page.text


class TestBeginning(BundlePageCase):
    def test_a_fair_brings_its_titles_that_no_reader_sees_yet(self):
        public, draft = make_publication(live=True), make_publication(en=False)
        fair = make_event(launched=[public, draft, self.items[0]])
        link = get(self.client, reverse("admin:events_event_change", args=[fair.pk]))
        begin = link.one("a", href=f"{ADD}?from={fair.pk}")
        page = get(self.client, begin["href"])
        boxes = page.all("input", name="texts")
        ticked = [box["value"] for box in boxes if "checked" in box.attributes]
        assert ticked == [f"{fair.pk}:en", f"{fair.pk}:ar", f"{draft.pk}:ar"]
        assert page.one("input", name="name")["value"]
        send(self.client, begin["href"], page, texts=ticked)
        made = Bundle.objects.first()
        assert made.made_by == self.cast.publisher
        assert len(self.held(made)) == 3

    def test_an_issue_brings_its_articles_in_the_order_of_their_pages(self):
        issue = make_publication(type="issue")
        late, early = (
            make_publication(type="article", issue=issue, first_page=page)
            for page in (40, 3)
        )
        page = get(self.client, f"{ADD}?from={issue.pk}")
        rows = page.all("a")
        found = [a["href"] for a in rows if "/editorial/item/" in a["href"]]
        assert found == [
            f"/admin/editorial/item/{item.pk}/change/" for item in (issue, early, late)
        ]

    def test_nothing_is_begun_with_what_is_not_seen(self):
        codes = [code for code in editing() if not code.endswith("_event")]
        some = make_user("some", codes + publishing_in("ar"))
        self.client.force_login(some)
        for number in (make_event().pk, 10**15):
            assert self.client.get(f"{ADD}?from={number}").status_code == 404

    def test_the_form_of_an_article_offers_none(self):
        page = get(self.client, address(self.items[0]))
        assert page.all("a", href=f"{ADD}?from={self.items[0].pk}") == []


class TestVerbs(BundlePageCase):
    def test_it_lists_what_will_happen_and_does_it(self):
        page = get(self.client, place(self.bundle, "release"))
        assert "All 4 texts become public at the same instant" in page.text
        assert page.words("td").count("Becomes public.") == 4
        response = send(self.client, place(self.bundle, "release"), page)
        self.assertRedirects(response, place(self.bundle))
        assert Edition.objects.live().count() == 4

    def test_refused_it_names_every_text_in_the_way(self):
        empty = {"summary": "", "body": Document("en")}
        write(self.items[0], "en", headline="Title 1", **empty)
        write(self.items[1], "ar", headline="غير معتمد")
        page = Page(self.confirm("release"))
        (listed,) = page.words("section", class_="bundle-obstacles")
        assert "Title 1, English: Nobody has approved this text yet. There is no" in (
            listed
        )
        assert "غير معتمد, Arabic: Nobody has approved this text yet." in listed
        assert listed.count("Nobody has approved") == 2
        assert Edition.objects.count() == 0

    def test_it_schedules_in_the_named_zone_and_refuses_the_past(self):
        page = get(self.client, place(self.bundle, "schedule"))
        assert "In the time of Asia/Dubai, where it is now" in page.text
        past = Page(self.confirm("schedule", at=typed(timezone.now() - timedelta(1))))
        assert "This time has passed" in past.text
        self.confirm("schedule", at=typed(self.tomorrow))
        assert set(Edition.objects.values_list("live_from", flat=True)) == {
            self.tomorrow
        }

    def test_what_was_saved_meanwhile_is_read_again(self):
        url = place(self.bundle, "release")
        page = get(self.client, url)
        write(self.items[0], "en", headline="Saved meanwhile")
        approve(self.items[0])
        self.assertRedirects(send(self.client, url, page), url)
        assert Edition.objects.count() == 0

    def test_it_moves_and_cancels(self):
        self.schedule()
        later = self.tomorrow + timedelta(days=3)
        self.confirm("move", at=typed(later))
        assert set(Edition.objects.values_list("live_from", flat=True)) == {later}
        page = get(self.client, place(self.bundle, "cancel"))
        assert page.words("td").count("Does not become public.") == 4
        send(self.client, place(self.bundle, "cancel"), page)
        assert Edition.objects.count() == 0
        assert self.state() == BundleState.OPEN

    def test_an_item_leads_to_the_bundle_instead_of_moving_alone(self):
        self.schedule()
        page = get(self.client, address(self.items[0]))
        links = page.all("a", href=place(self.bundle))
        assert [link.text for link in links] == ["In the bundle “Book fair”"] * 2
        edition = self.items[0].editions.get(language="en")
        url = address(self.items[0], "cancel", edition.pk)
        asked = get(self.client, url)
        assert asked.all("input", type="submit") == []
        lead = next(a for a in asked.all("a") if "whole bundle" in a.text)
        assert lead["href"] == place(self.bundle)
        refused = Page(send(self.client, url, asked))
        assert "Move or cancel the whole bundle." in refused.text

    def test_the_buttons_are_those_one_may_press(self):
        def buttons():
            found = self.page().all("button", name="_then")
            return [button["value"] for button in found]

        assert buttons() == ["release:", "schedule:"]
        self.schedule()
        assert buttons() == ["release:", "schedule:", "move:", "cancel:"]
        self.client.force_login(self.cast.publisher_en)
        assert buttons() == []
        for verb in ("release", "schedule", "move", "cancel"):
            response = self.client.get(place(self.bundle, verb))
            assert response.status_code == 403

    def test_now_is_for_those_who_may_publish_in_each_language(self):
        self.schedule()
        codes = [f"schedule_{code}" for code in ("ar", "en")] + ["publish_ar"]
        bundles = ["view_bundle", "change_bundle"]
        self.client.force_login(make_user("some", [*editing(), *codes, *bundles]))
        found = self.page().all("button", name="_then")
        assert [b["value"] for b in found] == ["schedule:", "move:", "cancel:"]
        assert self.client.get(place(self.bundle, "release")).status_code == 403
        assert self.client.post(place(self.bundle, "release")).status_code == 403

    def test_a_button_saves_and_leads_to_its_page(self):
        sent = send(
            self.client,
            place(self.bundle),
            self.page(),
            _then="release:",
            texts=[f"{self.items[0].pk}:en"],
        )
        self.assertRedirects(sent, place(self.bundle, "release"))
        assert len(self.held()) == 1


class TestPermissions(BundlePageCase):
    def test_who_may_only_look_changes_nothing(self):
        some = make_user("some", [*editing(), "view_bundle"])
        self.client.force_login(some)
        page = self.page()
        assert page.all("input", name="texts") == []
        assert page.all("button", name="_then") == []
        assert self.client.post(place(self.bundle), {"name": "x"}).status_code == 403
        assert self.client.get(ADD).status_code == 403

    def test_others_see_none(self):
        self.client.force_login(self.cast.editor)
        for url in (LIST, place(self.bundle), ADD, place(self.bundle, "release")):
            assert self.client.get(url).status_code == 403

    def test_what_is_scheduled_or_out_is_not_deleted(self):
        delete = place(self.bundle, "delete")
        assert self.client.get(delete).status_code == 200
        self.schedule()
        assert self.client.get(delete).status_code == 403
        publishing.release(self.bundle, by=SYSTEM)
        assert self.client.get(delete).status_code == 403

    def test_making_and_deleting_one_stand_in_the_log(self):
        send(self.client, ADD, get(self.client, ADD), name="New")
        new = Bundle.objects.get(name="New")
        delete = place(new, "delete")
        self.client.post(delete, {"post": "yes"})
        rows = AuditEvent.objects.filter(verb="bundle", note="New").order_by("pk")
        assert [row.by for row in rows] == [self.cast.publisher] * 2
        assert not Bundle.objects.filter(pk=new.pk).exists()

    def test_an_item_of_a_bundle_does_not_go_into_the_trash(self):
        with pytest.raises(Refused, match="Book fair"):
            trash.put(self.items[0], by=SYSTEM)
        publishing.collect(self.bundle, [], by=SYSTEM)
        trash.put(self.items[0], by=SYSTEM)

    def test_the_list_tells_their_states(self):
        self.schedule()
        page = get(self.client, LIST)
        assert "scheduled" in page.words("td", class_="field-shown_state")[0]
        assert page.words("td", class_="field-shown_count") == ["4"]
