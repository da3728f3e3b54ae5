from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.admin.page import DeskTestCase, Page, get, typed
from tests.cast import (
    approve,
    editing,
    make_publication,
    make_topic,
    make_user,
    publishing_in,
    write,
)
from thinktank.editorial import publishing
from thinktank.editorial.models import AuditEvent, Edition, Item, Stage
from thinktank.editorial.permissions import SYSTEM

pytestmark = pytest.mark.large

LIST = reverse("admin:publications_publication_changelist")


def page_of(act, *items, **more):
    asked = {"items": "-".join(str(item.pk) for item in items)} | more
    address = reverse("admin:publications_publication_many", args=[act])
    return f"{address}?{urlencode(asked)}"


def messages(client, response):
    """What the list says after an act."""
    return get(client, response["location"]).words("ul", class_="messagelist")


class TestBulkActions(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.first, self.second = make_publication(en=False), make_publication()

    def log_in(self, *codenames):
        user = make_user("somebody", [*editing(), *codenames])
        self.client.force_login(user)
        return user

    def confirm(self, url, **values):
        """Open the page of an act, and send its form with these values."""
        data = get(self.client, url).sent() | values
        return self.client.post(url, data, headers={"accept-language": "en"})

    def offered(self):
        page = get(self.client, LIST)
        options = [o["value"] for o in page.all("option") if o.inside]
        return [value for value in options if value]

    def stages(self, language):
        items = [self.first, self.second]
        return [item.track(language).stage for item in items]

    def test_each_is_offered_what_they_may_do(self):
        assert self.offered() == ["submit", "topics"]
        self.client.force_login(self.cast.publisher_en)
        assert self.offered() == ["submit", "topics", "schedule", "withdraw"]
        self.client.force_login(self.cast.admin)
        assert self.offered()[0] == "assign"
        assert "delete_selected" not in self.offered()
        self.client.force_login(make_user("reader", ["view_publication"]))
        assert self.offered() == []

    def test_nobody_opens_what_they_are_not_offered(self):
        for act in ("assign", "schedule", "withdraw"):
            url = page_of(act, self.first)
            assert self.client.get(url).status_code == 403
            assert self.client.post(url, {}).status_code == 403
        self.client.force_login(make_user("reader", ["view_publication"]))
        assert self.client.get(page_of("submit", self.first)).status_code == 403

    def test_there_must_be_items_and_such_an_act(self):
        for url in (
            page_of("submit"),
            page_of("delete", self.first),
            page_of("submit").replace("items=", f"items=x-{2**70}"),
            page_of("submit").replace("items=", f"items={'9' * 5000}"),
        ):
            assert self.client.get(url).status_code == 404

    def test_the_list_leads_to_a_page_that_changes_nothing(self):
        data = {"action": "submit", "_selected_action": [self.first.pk, self.second.pk]}
        response = self.client.post(f"{LIST}?state_ar=draft", data)
        expected = page_of("submit", self.second, self.first, list="state_ar=draft")
        assert response["location"] == expected
        get(self.client, expected)
        assert self.stages("ar") == [Stage.WRITING] * 2

    def test_the_page_says_what_happens_to_which_text_and_what_does_not(self):
        page = get(self.client, page_of("submit", self.first, self.second))
        cells = page.words("td", class_="many-cell")
        assert cells == [
            "stays: There is no text.",
            "is submitted",
            "is submitted",
            "is submitted",
        ]

    def test_it_submits_the_rest_in_the_languages_chosen(self):
        url = page_of("submit", self.first, self.second, list="state_ar=draft")
        response = self.confirm(url, languages=["ar", "en"], remark="Both, please")
        assert response["location"] == f"{LIST}?state_ar=draft"
        assert self.stages("ar") == [Stage.REVIEW] * 2
        assert self.stages("en") == [Stage.WRITING, Stage.REVIEW]
        notes = AuditEvent.objects.filter(verb="submit").values_list("note", flat=True)
        assert list(notes) == ["Both, please"] * 3
        assert "Done to 3 texts." in messages(self.client, response)[0]

    def test_it_submits_to_one_reviewer_where_that_one_may_approve(self):
        reviewer = make_user("reviewer", ["approve_ar"])
        make_user("neither", editing())
        url = page_of("submit", self.first, self.second)
        offered = get(self.client, url).words("select", name="to")
        assert offered == ["whoever may reviewer"]
        response = self.confirm(url, languages=["ar", "en"], to=reviewer.pk)
        assert self.stages("ar") == [Stage.REVIEW] * 2
        assert self.stages("en") == [Stage.WRITING] * 2
        track = self.second.track("ar")
        assert track.assignee == reviewer
        told = messages(self.client, response)[0]
        assert "may not approve texts in this language" in told

    def test_it_leaves_other_languages_alone(self):
        self.confirm(page_of("submit", self.first, self.second), languages=["en"])
        assert self.stages("ar") == [Stage.WRITING] * 2

    def test_a_language_must_be_chosen(self):
        url = page_of("submit", self.first)
        data = get(self.client, url).sent() | {"languages": []}
        page = Page(self.client.post(url, data))
        assert page.all("ul", class_="errorlist")

    def test_what_was_saved_meanwhile_is_left_and_told(self):
        url = page_of("submit", self.first, self.second)
        data = get(self.client, url).sent() | {"languages": ["ar"]}
        write(self.first, "ar", headline="غير هذا")
        response = self.client.post(url, data, headers={"accept-language": "en"})
        assert self.stages("ar") == [Stage.WRITING, Stage.REVIEW]
        assert "somebody saved it meanwhile" in messages(self.client, response)[0]

    def test_what_is_not_theirs_stays(self):
        mine = make_publication(created_by=self.cast.author)
        codenames = ["view_publication", "change_publication"]
        author = make_user("plain", codenames)
        Item.objects.filter(pk=mine.pk).update(created_by=author)
        self.client.force_login(author)
        url = page_of("submit", mine, self.second)
        assert (
            get(self.client, url).words("td", class_="many-cell")[2:]
            == ["stays: You may not change this item."] * 2
        )
        self.confirm(url, languages=["ar", "en"])
        assert mine.track("ar").stage == Stage.REVIEW
        assert self.second.track("ar").stage == Stage.WRITING

    def test_it_assigns_with_a_day(self):
        self.log_in("assign_track")
        url = page_of("assign", self.first, self.second)
        editor = self.cast.editor
        self.confirm(url, languages=["ar"], to=editor.pk, due="2026-12-31")
        tracks = [item.track("ar") for item in (self.first, self.second)]
        assert {track.assignee for track in tracks} == {editor}
        assert {str(track.due_date) for track in tracks} == {"2026-12-31"}

    def test_it_adds_and_removes_topics(self):
        other = make_topic("التجارة", "Trade")
        self.first.topics.add(self.topic)
        url = page_of("topics", self.first, self.second)
        self.confirm(url, add=[other.pk], remove=[self.topic.pk])
        assert list(self.first.topics.all()) == [other]
        assert list(self.second.topics.all()) == [other]

    def test_it_schedules_what_is_approved(self):
        self.log_in(*publishing_in("ar", "en"))
        approve(self.first, "ar")
        url = page_of("schedule", self.first, self.second)
        page = get(self.client, url)
        assert "In the time of" in page.text
        assert page.words("td", class_="many-cell")[1:3] == [
            "is scheduled",
            "stays: The text is at the stage “writing”.",
        ]
        at = timezone.now() + timedelta(days=2)
        self.confirm(url, languages=["ar", "en"], at=typed(at))
        (edition,) = Edition.objects.all()
        assert (edition.item_id, edition.language) == (self.first.pk, "ar")

    def test_a_time_that_has_passed_is_refused_for_each(self):
        self.log_in(*publishing_in("ar"))
        approve(self.first, "ar")
        past = timezone.now() - timedelta(days=2)
        url = page_of("schedule", self.first)
        response = self.confirm(url, languages=["ar"], at=typed(past))
        assert not Edition.objects.exists()
        said = messages(self.client, response)[0]
        assert "Nothing was done." in said
        assert "This time has passed." in said

    def test_it_withdraws_in_languages_that_one_may(self):
        for item in (self.first, self.second):
            publishing.publish(item, "ar", by=SYSTEM)
        publishing.publish(self.second, "en", by=SYSTEM)
        self.log_in(*publishing_in("ar"))
        url = page_of("withdraw", self.first, self.second)
        page = get(self.client, url)
        assert "languages" not in page.sent()
        self.confirm(url, languages=["ar", "en"], reason="خطأ")
        live = Edition.objects.live()
        assert [(e.item_id, e.language) for e in live] == [(self.second.pk, "en")]
        assert AuditEvent.objects.filter(verb="withdraw").count() == 2

    @pytest.mark.large
    def test_so_many_are_too_many(self):
        Item.objects.all().delete()
        many = [make_publication(ar=False, en=False) for _each in range(201)]
        data = {
            "action": "submit",
            "select_across": "1",
            "_selected_action": [many[0].pk],
        }
        english = {"accept-language": "en"}
        response = self.client.post(LIST, data, follow=True, headers=english)
        assert "At most 200 items" in Page(response).text
