"""The page beside the form shows what publishing would make of what is typed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.models import Event
from news.models import NewsItem
from publications.models import Publication, PublicationType
from tests.admin.full_item import make_full_publication
from tests.admin.page import DeskTestCase, Page, get
from tests.admin.test_item_budget import statements
from tests.budgets import FORM
from tests.cast import (
    LANGUAGES,
    TITLES,
    make_event,
    make_image,
    make_news,
    make_page,
    make_publication,
    make_user,
    write,
)
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition, Item, Revision
from thinktank.editorial.permissions import SYSTEM

pytestmark = pytest.mark.large

WRITES = ("INSERT", "UPDATE", "DELETE")


def door(item: Item, page: str, *arguments: Any) -> str:
    name = f"admin:{item._meta.app_label}_{item._meta.model_name}_{page}"
    return reverse(name, args=[item.pk, *arguments])


def new_door(model: type[Item], page: str, *arguments: Any) -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    return reverse(name, args=arguments)


def article(html: str) -> str:
    return html[html.index("<article") : html.rindex("</article>")]


ADDRESS = r"a/(<wbr>)?\d+/"
"""The number in a short address, also where it may break."""


class LivePreview(DeskTestCase):
    def opened(self, item: Item) -> dict[str, Any]:
        return get(self.client, door(item, "change")).sent()

    def shown(self, item: Item, language: str, data: dict[str, Any]) -> str:
        response = self.client.post(door(item, "preview", language), data)
        assert response["Content-Type"].startswith("text/html"), response.content
        return response.content.decode()

    def stored(self, item: Item, language: str) -> str:
        response = self.client.get(door(item, "preview", language))
        assert response.status_code == 200
        return response.content.decode()

    def save(self, url: str, data: dict[str, Any]) -> Any:
        response = self.client.post(url, data | {"_continue": "on"})
        assert response.status_code == 302, Page(response).words(class_="errorlist")
        return response

    def agrees(self, item: Item, **changed: Any) -> None:
        """What is shown is what is there once the same form has been saved."""
        data = self.opened(item) | changed
        before = {code: self.stored(item, code) for code in LANGUAGES}
        shown = {code: self.shown(item, code, data) for code in LANGUAGES}
        assert {code: self.stored(item, code) for code in LANGUAGES} == before
        self.save(door(item, "change"), data)
        assert {code: self.stored(item, code) for code in LANGUAGES} == shown
        assert shown != before


class TestWhatIsTyped(LivePreview):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.item = make_publication(people=cls.people[:1], topics=[cls.topic])

    def test_it_is_shown_in_each_language_before_it_is_saved(self) -> None:
        words = {f"headline_{code}": f"Typed {code}" for code in LANGUAGES}
        data = self.opened(self.item) | words
        for code in LANGUAGES:
            page = self.client.post(door(self.item, "preview", code), data)
            assert Page(page).words("h1") == [f"Typed {code}"]
            assert page["Content-Language"] == code
            assert "no-store" in page["Cache-Control"]
            assert page["X-Frame-Options"] == "DENY"

    def test_without_scripts_the_form_leads_to_what_is_saved(self) -> None:
        page = get(self.client, door(self.item, "change"))
        opener = page.one("a", class_="preview-opener")
        assert opener["href"] == door(self.item, "preview", "en")

    def test_it_writes_nothing(self) -> None:
        data = self.opened(self.item) | {"headline_en": "Typed", "pages": "40"}
        with CaptureQueriesContext(connection) as queries:
            self.shown(self.item, "en", data)
        assert [sql for sql in statements(queries) if sql.startswith(WRITES)] == []
        assert Revision.objects.filter(texts__headline="Typed").count() == 0

    def test_text_facts_links_and_lists_are_those_that_a_save_leaves(self) -> None:
        other = make_publication(live=True)
        self.agrees(
            self.item,
            summary_ar="ملخص آخر",
            body_en=f"Another lead.\n\n## {TITLES['en'][0]}\n\nIts text.",
            displayed_date="2026-02-03",
            topics=[],
            related=[str(other.pk)],
            cover=str(make_image("olive").pk),
            **{
                "contributors-0-order": "2",
                "contributors-1-person": str(self.people[1].pk),
                "contributors-1-role": "author",
                "contributors-1-order": "1",
                "elsewhere-0-part": "again",
                "elsewhere-0-outlet": "The Tide",
            },
        )

    def test_what_somebody_else_saved_meanwhile_stands_as_saving_leaves_it(self):
        data = self.opened(self.item) | {"headline_en": "Typed"}
        write(self.item, "ar", headline="ما حفظه غيرنا")
        assert "ما حفظه غيرنا" in self.shown(self.item, "ar", data)
        assert "Typed" in self.shown(self.item, "en", data)

    def test_a_text_that_would_be_refused_as_stale_is_shown_all_the_same(self):
        data = self.opened(self.item) | {"headline_en": "Typed"}
        write(self.item, "en", headline="Theirs")
        assert "Typed" in self.shown(self.item, "en", data)

    def test_it_names_the_field_and_the_reason_that_stand_in_the_way(self) -> None:
        data = self.opened(self.item) | {"isbn": "123", "body_en": "[^a]"}
        headers = {"accept-language": "en"}
        url = door(self.item, "preview", "en")
        answer = self.client.post(url, data, headers=headers)
        assert "no-store" in answer["Cache-Control"]
        told = answer.json()
        fields = {each["field"]: each for each in told["obstacles"]}
        assert set(fields) == {"ISBN", "Body — English"}
        assert fields["ISBN"]["id"] == "id_isbn"
        assert all(each["reason"] for each in told["obstacles"])

    def test_it_names_the_list_of_a_row_that_stands_in_the_way(self) -> None:
        row = {"elsewhere-0-outlet": "The Tide", "elsewhere-0-url": "no address"}
        data = self.opened(self.item) | row | {"elsewhere-0-part": "again"}
        headers = {"accept-language": "en"}
        url = door(self.item, "preview", "en")
        (told,) = self.client.post(url, data, headers=headers).json()["obstacles"]
        assert told["field"] == "Published elsewhere: Address"
        assert told["id"] == "id_elsewhere-0-url"

    def test_whoever_may_only_look_sends_no_form(self) -> None:
        data = self.opened(self.item) | {"headline_en": "Typed"}
        self.client.force_login(make_user("looker", ["view_publication"]))
        url = door(self.item, "preview", "en")
        assert self.client.get(url).status_code == 200
        assert self.client.post(url, data).status_code == 403
        new = new_door(Publication, "preview_new", "en")
        assert self.client.post(new, data).status_code == 403

    def test_there_is_none_of_an_unknown_item_or_language(self) -> None:
        data = self.opened(self.item)
        unknown = make_news("en")
        for number, language in ((self.item.pk, "fr"), (unknown.pk, "en")):
            url = new_door(Publication, "preview", number, language)
            assert self.client.post(url, data).status_code == 404
        new = new_door(Publication, "preview_new", "en")
        assert self.client.get(new).status_code == 405


@pytest.mark.large
class TestEveryKind(LivePreview):
    def test_a_full_publication_of_each_form(self) -> None:
        for type in ("article", "book", "dossier"):
            with self.subTest(type=type):
                item = make_full_publication(type)
                self.agrees(item, headline_en="Typed", report_number="R-9")

    def test_an_event(self) -> None:
        event = make_event(people=[(self.people[0], "speaker")], start_day="2026-05-01")
        launched = make_publication(live=True)
        typed = {"listed-0-target": str(launched.pk)}
        self.agrees(event, start_day="2026-06-02", headline_ar="مكتوب", **typed)

    def test_news_and_a_page_about_the_centre(self) -> None:
        self.agrees(make_news(), headline_en="Typed", strip_order="4")
        self.agrees(make_page(purpose="team"), headline_en="Typed")

    def test_what_was_never_saved(self) -> None:
        type = PublicationType.objects.get(code="analysis")
        typed = {"headline_en": "Typed", "topics": [str(self.topic.pk)]}
        typed |= {"contributors-0-person": str(self.people[0].pk)}
        self.begins(Publication, type=str(type.pk), **typed)
        self.begins(NewsItem, headline_en="Typed", type="participation")
        self.begins(Event, headline_en="Typed", start_day="2026-06-02", type="panel")

    def begins(self, model: type[Item], **typed: str) -> None:
        data = get(self.client, new_door(model, "add")).sent() | typed
        response = self.client.post(new_door(model, "preview_new", "en"), data)
        assert response["Content-Type"].startswith("text/html"), response.content
        assert not model.objects.exists()
        self.save(new_door(model, "add"), data)
        stored = self.stored(model.objects.get(), "en")
        # Nobody knows its number before it is saved.
        shown, numbered = response.content.decode(), re.compile(ADDRESS)
        assert numbered.sub("", stored) == numbered.sub("", shown)


class TestWhatPublishingShows(LivePreview):
    """The page of a live item keeps its day and its corrections."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.item = make_publication(live=True)
        publishing.publish(cls.item, "en", by=SYSTEM, note="The dues were wrong.")

    def test_it_is_the_page_after_publishing(self) -> None:
        data = self.opened(self.item) | {"headline_en": "Typed"}
        shown = self.shown(self.item, "en", data)
        assert "The dues were wrong." in shown
        assert 'hreflang="ar"' in shown
        self.save(door(self.item, "change"), data)
        publishing.publish(self.item, "en", by=SYSTEM)
        live = Edition.objects.live().get(item_id=self.item.pk, language="en")
        public = self.client.get(live.get_absolute_url()).content.decode()
        assert article(public) == article(shown)


class TestBudget(LivePreview):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.item = make_full_publication("article")

    def test_it_costs_few_statements(self) -> None:
        data = self.opened(self.item) | {"headline_en": "Typed"}
        self.shown(self.item, "en", data)  # the process has begun to work
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as queries:
            self.shown(self.item, "en", data)
        found = statements(queries)
        assert len(found) <= FORM["preview"], "\n".join(found)
