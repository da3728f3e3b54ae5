from __future__ import annotations

from django.test import TestCase

from tests.cast import (
    HEADLINES,
    LANGUAGES,
    PEOPLE,
    TOPICS,
    make_person,
    make_publication,
    make_topic,
)
from tests.public.language_runs import strangers
from thinktank.public.addresses import reference_path
from thinktank.reference.models import Named


class ReferencePages:
    """What holds for topics and for people alike."""

    record: Named
    other: Named
    names: dict[str, str]

    def show(self, language: str) -> str:
        response = self.client.get(reference_path(self.record, language))
        assert response.status_code == 200
        return response.content.decode()

    def test_it_lists_what_is_live_in_its_language(self) -> None:
        for language in LANGUAGES:
            html = self.show(language)
            assert f'<h1 class="display">{self.names[language]}</h1>' in html
            assert HEADLINES[language] in html
            assert strangers(html) == []

    def test_it_is_not_there_while_nothing_public_names_it(self) -> None:
        for language in LANGUAGES:
            response = self.client.get(reference_path(self.other, language))
            self.assertNotContains(
                response, self.other.name_in(language), status_code=404
            )

    def test_it_points_to_the_language_that_has_something(self) -> None:
        self.publish_other(en=False)
        response = self.client.get(reference_path(self.other, "en"))
        link = f'href="{reference_path(self.other, "ar")}"'
        self.assertContains(response, link, status_code=404)
        assert self.client.get(reference_path(self.other, "ar")).status_code == 200

    def test_it_leads_from_another_slug_to_its_own(self) -> None:
        there = reference_path(self.record, "en")
        start = there[: there.rindex("/", 0, -1) + 1]
        for wrong in (start, f"{start}another/"):
            self.assertRedirects(self.client.get(wrong), there, status_code=301)

    def test_it_keeps_the_page_when_the_language_is_switched(self) -> None:
        assert (
            f'<a href="{reference_path(self.record, "ar")}" hreflang="ar"'
            in self.show("en")
        )

    def test_it_is_nowhere_without_a_record(self) -> None:
        there = reference_path(self.record, "en")
        response = self.client.get(there.replace(str(self.record.pk), "987654"))
        assert response.status_code == 404

    def test_it_only_shows(self) -> None:
        there = reference_path(self.record, "en")
        assert self.client.head(there).status_code == 200
        assert self.client.post(there).status_code == 405


class TestTopicPage(ReferencePages, TestCase):
    names = TOPICS

    @classmethod
    def setUpTestData(cls) -> None:
        cls.record = make_topic()
        cls.other = make_topic(ar="الصيد", en="Fishing")
        make_publication(live=True, topics=[cls.record])
        make_publication(topics=[cls.other])

    def publish_other(self, en: bool) -> None:
        make_publication(en=en, live=True, topics=[self.other])


class TestPersonPage(ReferencePages, TestCase):
    names = PEOPLE

    @classmethod
    def setUpTestData(cls) -> None:
        cls.record = make_person()
        cls.other = make_person(ar="هادي البحري", en="Hadi Al Bahri")
        make_publication(live=True, people=[cls.record])
        make_publication(people=[cls.other])

    def publish_other(self, en: bool) -> None:
        make_publication(en=en, live=True, people=[self.other])

    def test_it_shows_a_name_that_exists_in_another_language_only(self) -> None:
        person = make_person(ar="ليلى الساحلي", en="")
        make_publication(live=True, people=[person])
        html = self.client.get(reference_path(person, "en")).content.decode()
        assert '<bdi lang="ar" dir="rtl">ليلى الساحلي</bdi></h1>' in html
        assert strangers(html) == []

    def test_it_lists_an_item_once_whatever_the_person_did_in_it(self) -> None:
        item = make_publication(ar=False)
        item.contributors.create(person=self.other, role="author", order=0)
        item.contributors.create(person=self.other, role="editor", order=1)
        self.publish(item)
        html = self.client.get(reference_path(self.other, "en")).content.decode()
        assert html.count(f'<a href="/en/publications/{item.pk}/') == 1

    @staticmethod
    def publish(item: object) -> None:
        from thinktank.editorial import publishing

        publishing.publish(item, "en", by=publishing.SYSTEM)
