from __future__ import annotations

from django.urls import reverse

from publications.models import PublicationType
from tests.admin.page import DeskTestCase, Page, get, send
from tests.cast import HEADLINES, make_publication
from thinktank import changes
from thinktank.reference.models import Person, Topic


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
        self.assertContains(response, "Write the name in one language at least.")
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

    def test_it_refuses_what_is_in_use_and_says_where(self):
        item = make_publication(live=True, people=self.people, topics=[self.topic])
        for language, headline in HEADLINES.items():
            for record in (*self.people, self.topic, item.type):
                page = Page(self.delete(record, language))
                assert page.words("ul", id="deleted-objects") == [headline]
                assert page.one("span", lang=language).text == headline
        assert (Person.objects.count(), Topic.objects.count()) == (2, 1)
