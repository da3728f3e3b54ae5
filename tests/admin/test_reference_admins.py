from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publications.models import PublicationType
from tests.admin.page import DeskTestCase, Page, get, send
from tests.cast import HEADLINES, make_publication, make_topic, make_user
from thinktank import changes
from thinktank.public.addresses import reference_path
from thinktank.reference.models import Affiliation, Person, Series, Topic

pytestmark = pytest.mark.large


def address(record, page="change"):
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=[record.pk])


class TestReferenceAdmin(DeskTestCase):
    def save(self, record, **changed):
        url = address(record)
        return send(self.client, url, get(self.client, url), **changed)

    def test_it_shows_the_names_in_every_language_beside_each_other(self):
        page = get(self.client, address(self.topic))
        arabic, english = page.one(name="name_ar"), page.one(name="name_en")
        assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
        assert (english["lang"], english["dir"]) == ("en", "ltr")
        assert "Name — Arabic:" in page.words("label")

    def test_it_counts_a_change_that_readers_see(self):
        before = changes.current()
        self.save(self.people[0], name_en="Salma H. Al Harith")
        assert changes.current() == before + 1

    def test_it_wants_a_name_in_one_language(self):
        response = self.save(self.topic, name_ar="", name_en="")
        sentences = Page(response).words("ul", class_="errorlist")
        assert sentences == ["Write the name in one language at least."]
        self.topic.refresh_from_db()
        assert self.topic.name_en == "Shipping"

    def test_it_lists_and_finds_names_in_both_languages(self):
        people = reverse("admin:reference_person_changelist")
        for query in ("Nader", "نادر"):
            page = get(self.client, f"{people}?q={query}")
            assert page.words("th", class_="field-name_en") == ["Nader Al Attar"]
            assert page.words("td", class_="field-name_ar") == ["نادر العطار"]

    def test_it_edits_the_table_of_types(self):
        self.client.force_login(self.cast.admin)
        study = PublicationType.objects.get(code="study")
        self.save(study, plural_ar="دراسات", ink="saffron")
        study.refresh_from_db()
        assert (study.plural_ar, study.ink) == ("دراسات", "saffron")


class TestRename(DeskTestCase):
    def test_it_shows_on_public_pages_at_once(self):
        make_publication(live=True, people=self.people[:1], topics=[self.topic])
        for record in (self.people[0], self.topic):
            before = reference_path(record, "en")
            assert self.client.get(before).status_code == 200
            url = address(record)
            page = get(self.client, url)
            send(self.client, url, page, name_en="Another Name")
            record.refresh_from_db()
            now = reference_path(record, "en")
            self.assertRedirects(self.client.get(before), now, status_code=301)
            for shown in (now, "/en/publications/" if record != self.topic else "/en/"):
                self.assertContains(self.client.get(shown), "Another Name")


class TestPersonAdmin(DeskTestCase):
    def save(self, **changed):
        url = address(self.people[0])
        return send(self.client, url, get(self.client, url), **changed)

    def test_it_keeps_the_history_of_affiliations(self):
        self.client.force_login(self.cast.admin)
        self.save(
            **{
                "affiliations-0-name_en": "Harbour School",
                "affiliations-0-name_ar": "مدرسة المرفأ",
                "affiliations-0-since": "2019",
            }
        )
        row = Affiliation.objects.get(person=self.people[0])
        assert (row.name_ar, row.name_en, row.since) == (
            "مدرسة المرفأ",
            "Harbour School",
            2019,
        )

    def test_it_refuses_years_in_the_wrong_order(self):
        self.client.force_login(self.cast.admin)
        response = self.save(
            **{
                "affiliations-0-name_en": "Harbour School",
                "affiliations-0-since": "2019",
                "affiliations-0-until": "2018",
            }
        )
        self.assertContains(response, "The last year is before the first. Check both.")
        self.assertContains(response, "Harbour School")

    def test_it_checks_an_orcid_by_its_last_digit(self):
        response = self.save(orcid="0000-0002-1825-0098")
        self.assertContains(response, "last digit does not fit the others")
        assert self.save(orcid="0000-0002-1825-0097").status_code == 302

    def test_it_finds_a_person_by_any_spelling(self):
        self.save(variants="Selma el-Hareth\nسلمى الحرث")
        people = reverse("admin:reference_person_changelist")
        for query in ("selma", "HARETH Selma", "سلمي", "الحَرث", "harith"):
            page = get(self.client, f"{people}?q={query}")
            assert page.words("th", class_="field-name_en") == ["Salma Al Harith"]
        for query in ("salma nader", "nobody"):
            page = get(self.client, f"{people}?q={query}")
            assert page.all("th", class_="field-name_en") == []

    def test_it_counts_the_items_of_each(self):
        item = make_publication(people=self.people)
        item.contributors.create(person=self.people[0], role="editor", order=9)
        make_publication(people=self.people[:1])
        page = get(self.client, reverse("admin:reference_person_changelist") + "?o=1")
        assert sorted(page.words("td", class_="field-items")) == ["1", "2"]


class TestTreeAdmin(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.below = Topic.objects.create(
            name_ar="الموانئ", name_en="Harbours", parent=self.topic
        )
        self.deeper = Topic.objects.create(name_en="Docks", parent=self.below)

    def save(self, record, **changed):
        url = address(record)
        return send(self.client, url, get(self.client, url), **changed)

    def test_its_list_shows_the_path_to_each(self):
        page = get(self.client, reverse("admin:reference_topic_changelist"))
        assert "Shipping › Harbours › Docks" in page.words("th")
        assert "الملاحة › الموانئ" in page.words("td")

    def test_its_list_costs_the_same_however_deep(self):
        url = reverse("admin:reference_topic_changelist")
        self.client.get(url)  # what the process remembers is made anew
        with CaptureQueriesContext(connection) as few:
            self.client.get(url)
        parent = self.deeper
        for number in range(5):
            parent = Topic.objects.create(name_en=f"Depth {number}", parent=parent)
        with self.assertNumQueries(len(few)):
            self.client.get(url)

    def test_it_refuses_a_cycle_at_the_field(self):
        for parent in (self.topic, self.below, self.deeper):
            response = self.save(self.topic, parent=str(parent.pk), name_en="Ships")
            page = Page(response)
            (error,) = page.words("ul", class_="errorlist")
            assert error == "This would put it under itself. Choose a place elsewhere."
            assert page.one("input", name="name_en")["value"] == "Ships"

    def test_it_refuses_a_merged_parent(self):
        gone = Topic.objects.create(name_en="Gone", merged_into=self.topic)
        page = Page(self.save(self.deeper, parent=str(gone.pk)))
        (error,) = page.words("ul", class_="errorlist")
        assert error.startswith("That one was merged into another one.")

    def test_it_offers_neither_itself_nor_what_is_below(self):
        other = make_topic("الصيد", "Fishing")
        page = get(self.client, address(self.below))
        url = page.one("select", name="parent")["data-ajax--url"]
        query = "&app_label=reference&model_name=topic&field_name=parent&term="
        found = self.client.get(url + query).json()["results"]
        assert {row["id"] for row in found} == {str(self.topic.pk), str(other.pk)}

    def test_it_survives_an_odd_number_in_that_address(self):
        url = reverse("admin:autocomplete")
        query = "&app_label=reference&model_name=topic&field_name=parent&term="
        for odd in ("x", "", "-1", "9" * 40, "٣"):
            found = self.client.get(f"{url}?apart={odd}{query}")
            assert len(found.json()["results"]) == 3


class TestSeriesAdmin(DeskTestCase):
    def test_it_checks_an_issn_by_its_last_digit(self):
        self.client.force_login(self.cast.admin)
        series = Series.objects.create(name_en="Harbour Papers")
        url = address(series)
        response = send(self.client, url, get(self.client, url), issn="2049-3631")
        self.assertContains(response, "last digit does not fit the others")
        send(self.client, url, get(self.client, url), issn="2049-3630")
        series.refresh_from_db()
        assert series.issn == "2049-3630"


class TestDeletingReferenceRecords(DeskTestCase):
    def setUp(self):
        self.client.force_login(self.cast.admin)

    def delete(self, record, language="en"):
        return self.client.post(
            address(record, "delete"),
            {"post": "yes"},
            headers={"accept-language": language},
        )

    def test_it_counts_the_change(self):
        before = changes.current()
        self.delete(self.people[0])
        assert Person.objects.count() == 1
        assert changes.current() == before + 1

    def test_it_counts_each_of_many(self):
        before = changes.current()
        data = {
            "action": "delete_selected",
            "_selected_action": [person.pk for person in self.people],
            "post": "yes",
        }
        self.client.post(reverse("admin:reference_person_changelist"), data)
        assert Person.objects.count() == 0
        assert changes.current() > before

    def test_it_refuses_what_others_stand_under(self):
        Topic.objects.create(name_en="Harbours", parent=self.topic)
        Topic.objects.create(name_en="Old ships", merged_into=self.topic)
        page = Page(self.delete(self.topic))
        (names,) = page.words("ul", id="deleted-objects")
        assert names == "Harbours Old ships"
        assert Topic.objects.count() == 3

    def test_it_refuses_what_is_in_use_and_says_where(self):
        item = make_publication(live=True, people=self.people, topics=[self.topic])
        for language, headline in HEADLINES.items():
            for record in (*self.people, self.topic, item.type):
                page = Page(self.delete(record, language))
                assert page.words("ul", id="deleted-objects") == [headline]
                assert page.one("span", lang=language).text == headline
        assert (Person.objects.count(), Topic.objects.count()) == (2, 1)

    def test_it_tells_no_headline_of_items_that_one_may_not_see(self):
        item = make_publication(people=self.people)
        codes = [f"{do}_person" for do in ("view", "change", "delete")]
        self.client.force_login(make_user("registrar", codes))
        page = Page(self.delete(self.people[0]))
        assert page.words("ul", id="deleted-objects") == [f"#{item.pk}"]
        assert HEADLINES["en"] not in page.text
