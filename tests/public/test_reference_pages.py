from __future__ import annotations

from datetime import date

from django.test import TestCase

from tests.cast import (
    HEADLINES,
    LANGUAGES,
    PEOPLE,
    TOPICS,
    make_event,
    make_person,
    make_publication,
    make_topic,
)
from tests.public.language_runs import strangers
from thinktank.editorial import publishing, saving
from thinktank.public.addresses import reference_path
from thinktank.reference.models import (
    Affiliation,
    Named,
    Person,
    Programme,
    Region,
    Topic,
)


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

    def test_what_was_asked_for_is_kept_on_the_way(self) -> None:
        there = reference_path(self.record, "en")
        start = there[: there.rindex("/", 0, -1) + 1]
        answer = self.client.get(f"{start}?before=2026-05-01-7&x=%D9%85")
        assert answer.status_code == 301
        assert answer.url == f"{there}?before=2026-05-01-7&x=%D9%85"

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


class TestTrees(TestCase):
    """Topics and regions hold what is filed below them, and show their places."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.top = make_topic()
        cls.below = Topic.objects.create(
            name_ar="الموانئ", name_en="Ports", parent=cls.top
        )
        cls.deeper = Topic.objects.create(
            name_ar="الأرصفة", name_en="Quays", parent=cls.below
        )
        cls.silent = Topic.objects.create(name_en="Silent", parent=cls.top)
        cls.item = make_publication(live=True, topics=[cls.deeper])

    def show(self, record: Named, language: str = "en") -> str:
        response = self.client.get(reference_path(record, language))
        assert response.status_code == 200
        return response.content.decode()

    def test_what_is_filed_below_stands_on_every_page_above(self) -> None:
        for topic in (self.top, self.below, self.deeper):
            for language in LANGUAGES:
                html = self.show(topic, language)
                assert HEADLINES[language] in html
                assert strangers(html) == []

    def test_it_shows_what_it_stands_under(self) -> None:
        html = self.show(self.deeper)
        crumb = html[html.index('<ol class="crumb">') : html.index("</ol>")]
        assert crumb.index("Shipping") < crumb.index("Ports")

    def test_it_leads_to_what_stands_below_with_something_to_read(self) -> None:
        html = self.show(self.top)
        assert f'<a href="{reference_path(self.below, "en")}">Ports</a>' in html
        assert "Silent" not in html
        assert "Quays" not in html

    def test_it_lists_an_item_once(self) -> None:
        item = make_publication(live=True, topics=[self.below, self.deeper])
        html = self.show(self.top)
        assert html.count(f'<a href="/en/publications/{item.pk}/') == 1

    def test_it_prints_what_the_record_says_in_this_language_alone(self) -> None:
        Topic.objects.update(description_ar="عن الموانئ.")
        assert '<p class="lead">عن الموانئ.</p>' in self.show(self.top, "ar")
        assert "عن الموانئ" not in self.show(self.top)

    def test_a_circle_in_old_data_is_no_endless_page(self) -> None:
        Topic.objects.filter(pk=self.top.pk).update(parent=self.below)
        self.show(self.deeper)


class TestRegionPage(ReferencePages, TestCase):
    names = {"ar": "الخليج", "en": "The Gulf"}

    @classmethod
    def setUpTestData(cls) -> None:
        cls.record = Region.objects.create(name_ar="الخليج", name_en="The Gulf")
        cls.other = Region.objects.create(name_ar="الشام", name_en="The Levant")
        about(cls.record, "regions", live=True)
        about(cls.other, "regions")

    def publish_other(self, en: bool) -> None:
        about(self.other, "regions", en=en, live=True)


class TestProgrammePage(ReferencePages, TestCase):
    names = {"ar": "برنامج الموانئ", "en": "Ports Programme"}

    @classmethod
    def setUpTestData(cls) -> None:
        create = Programme.objects.create
        cls.record = create(name_ar="برنامج الموانئ", name_en="Ports Programme")
        cls.other = create(name_ar="برنامج المياه", name_en="Water Programme")
        about(cls.record, "programmes", live=True)
        about(cls.other, "programmes")

    def publish_other(self, en: bool) -> None:
        about(self.other, "programmes", en=en, live=True)


def about(record: Named, relation: str, en: bool = True, live: bool = False) -> None:
    """A publication that names a record."""
    item = make_publication(en=en)
    with saving.saving_facts(item, by=publishing.SYSTEM):
        getattr(item, relation).set([record])
    for language in ("ar", "en") if en else ("ar",):
        if live:
            publishing.publish(item, language, by=publishing.SYSTEM)


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
        publishing.publish(item, "en", by=publishing.SYSTEM)
        html = self.client.get(reference_path(self.other, "en")).content.decode()
        assert html.count(f'<a href="/en/publications/{item.pk}/') == 1

    def test_it_does_not_pass_the_news_of_an_event_off_as_its_day(self) -> None:
        told = {"displayed_date": date(2026, 4, 12), "start_day": date(2026, 5, 1)}
        make_event(live=True, people=[(self.record, "speaker")], **told)
        day = '<time datetime="2026-04-12">'
        assert f"<span>Announced {day}" in self.show("en")
        assert f"<span>أُعلن في {day}" in self.show("ar")

    def show_with(self, language: str = "en", **facts: object) -> str:
        Person.objects.filter(pk=self.record.pk).update(**facts)
        html = self.client.get(reference_path(self.record, language)).content.decode()
        assert strangers(html) == []
        return html

    def test_it_prints_the_title_before_the_name(self) -> None:
        titles = {"honorific_ar": "د.", "honorific_en": "Dr"}
        assert f">Dr {PEOPLE['en']}</h1>" in self.show_with("en", **titles)
        assert f">د. {PEOPLE['ar']}</h1>" in self.show_with("ar", **titles)

    def test_it_prints_position_and_biography_in_its_own_language_alone(self) -> None:
        words = {"position_ar": "باحثة في النقل", "biography_en": "She sails."}
        english, arabic = self.show_with("en", **words), self.show_with("ar", **words)
        assert '<p class="biography">She sails.</p>' in english
        assert "باحثة في النقل" not in english
        assert '<p class="lead">باحثة في النقل</p>' in arabic
        assert "She sails." not in arabic

    def test_it_says_how_the_person_belongs_to_the_centre(self) -> None:
        for gender, words in (("female", "باحثة مقيمة"), ("male", "باحث مقيم")):
            html = self.show_with("ar", residence="resident", gender=gender)
            assert f"</i>{words}</p>" in html
        assert "Resident fellow" in self.show_with("en", residence="resident")

    def test_it_leads_to_the_orcid_record(self) -> None:
        html = self.show_with("ar", orcid="0000-0002-1825-0097")
        assert '<a href="https://orcid.org/0000-0002-1825-0097" rel="external">' in html
        assert '<bdi dir="ltr">0000-0002-1825-0097</bdi>' in html

    def test_it_tells_where_the_person_worked(self) -> None:
        for since, until, words in (
            (2019, None, "since 2019"),
            (2010, 2019, "2010 to 2019"),
            (2009, 2009, "2009"),
            (None, 2008, "until 2008"),
        ):
            Affiliation.objects.all().delete()
            Affiliation.objects.create(
                person=self.record, name_en="School", since=since, until=until
            )
            assert f'School <span class="years">{words}\n</span>' in self.show_with()
