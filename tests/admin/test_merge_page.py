from __future__ import annotations

from django.contrib.admin.models import LogEntry
from django.urls import reverse

from tests.admin.page import DeskTestCase, Page, get
from tests.cast import LANGUAGES, make_publication, make_topic, make_user
from thinktank.public.addresses import reference_path
from thinktank.reference.models import Person, Topic

PEOPLE = reverse("admin:reference_person_changelist")


def address(record, page="merge"):
    return reverse(
        f"admin:reference_{record._meta.model_name}_{page}", args=[record.pk]
    )


class MergePageCase(DeskTestCase):
    def setUp(self):
        self.client.force_login(self.cast.admin)
        self.one, self.two = self.people

    def compare(self, one, two, language="en"):
        return get(self.client, f"{address(one)}?other={two.pk}", language)

    def send(self, page, one, **changed):
        data = page.sent() | {"stays": str(one.pk)} | changed
        return self.client.post(address(one), data, headers={"accept-language": "en"})


class TestMergePage(MergePageCase):
    def test_the_form_of_a_record_leads_to_it(self):
        page = get(self.client, address(self.one, "change"))
        assert page.one("a", href=address(self.one)).text == "Merge…"

    def test_it_asks_for_the_other_one_first(self):
        page = get(self.client, address(self.one))
        select = page.one("select", name="other")
        assert select["data-ajax--url"].endswith(f"?apart={self.one.pk}")

    def test_it_says_what_will_move_in_both_languages(self):
        make_publication(live=True, people=[self.two])
        page = self.compare(self.one, self.two)
        assert "1 item" in page.words("li")
        assert "2 editions" in page.words("li")
        for language in LANGUAGES:
            page = self.compare(self.one, self.two, language)
            for record in self.people:
                for code in LANGUAGES:
                    names = page.words("span", lang=code)
                    assert record.name_in(code) in names

    def test_it_changes_nothing_before_it_is_confirmed(self):
        self.compare(self.one, self.two)
        assert not Person.objects.filter(merged_into__isnull=False).exists()

    def test_it_merges_into_the_one_that_was_chosen(self):
        for stays in (self.two, self.one):
            Person.objects.update(merged_into=None)
            page = self.compare(self.one, self.two)
            response = self.send(page, self.one, stays=str(stays.pk))
            assert response.url == address(stays, "change")
            merged = Person.objects.get(merged_into__isnull=False)
            assert merged.merged_into == stays

    def test_both_histories_tell_of_it(self):
        page = self.compare(self.one, self.two)
        self.send(page, self.one)
        for record in self.people:
            page = get(self.client, address(record, "history"))
            words = "“Nader Al Attar” was merged into “Salma Al Harith”."
            assert words in page.text
        assert LogEntry.objects.count() == 2

    def test_it_refuses_a_record_and_itself_at_the_field(self):
        page = self.compare(self.one, self.one)
        assert page.words("ul", class_="errorlist") == [
            "A record cannot be merged into itself. Choose another one."
        ]

    def test_it_refuses_a_merged_or_unknown_one_at_the_field(self):
        self.send(self.compare(self.one, self.two), self.one)
        third = Person.objects.create(name_en="Third")
        for other in (self.two.pk, 987654, "x"):
            page = get(self.client, f"{address(third)}?other={other}")
            (error,) = page.words("ul", class_="errorlist")
            assert error.startswith("This one is not there, or was merged already.")

    def test_it_is_not_there_for_one_that_was_merged(self):
        self.send(self.compare(self.one, self.two), self.one)
        assert self.client.get(address(self.two)).status_code == 404

    def test_it_refuses_to_put_a_topic_under_itself(self):
        below = Topic.objects.create(name_en="Below", parent=self.topic)
        page = self.compare(self.topic, below)
        response = self.send(page, self.topic, stays=str(below.pk))
        (error,) = Page(response).words("ul", class_="errorlist")
        assert error.endswith("Merge the lower one into the higher.")
        assert not LogEntry.objects.exists()

    def test_the_old_public_address_leads_to_the_one_that_stands(self):
        make_publication(live=True, people=[self.two])
        old = {code: reference_path(self.two, code) for code in LANGUAGES}
        self.send(self.compare(self.one, self.two), self.one)
        for language in LANGUAGES:
            new = reference_path(self.one, language)
            response = self.client.get(old[language])
            self.assertRedirects(response, new, status_code=301)


class TestMergeAction(MergePageCase):
    def choose(self, *records):
        data = {"action": "merge_two", "_selected_action": [r.pk for r in records]}
        return self.client.post(PEOPLE, data, headers={"accept-language": "en"})

    def test_it_leads_to_the_page_of_two(self):
        response = self.choose(*self.people)
        assert response.url == f"{address(self.one)}?other={self.two.pk}"

    def test_it_takes_no_other_number(self):
        third = Person.objects.create(name_en="Third")
        for records in ([self.one], [*self.people, third]):
            response = self.choose(*records)
            page = get(self.client, response.url)
            assert "Choose exactly two to merge." in page.text

    def test_it_is_offered_to_those_who_may_merge(self):
        for name, codes in (("may", ["change_person", "delete_person"]), ("no", [])):
            user = make_user(name, ["view_person", "change_person", *codes])
            self.client.force_login(user)
            options = get(self.client, PEOPLE).words("option")
            assert ("Merge two" in options) == (name == "may")


class TestMergedRecords(MergePageCase):
    def setUp(self):
        super().setUp()
        self.send(self.compare(self.one, self.two), self.one)

    def test_lists_show_those_that_stand(self):
        names = get(self.client, PEOPLE).words("th", class_="field-name_en")
        assert names == ["Salma Al Harith"]
        page = get(self.client, f"{PEOPLE}?merged=yes")
        assert page.words("th", class_="field-name_en") == ["Nader Al Attar"]

    def test_those_that_stand_are_found_by_the_old_names(self):
        for query in ("Nader", "نادر العطّار"):
            page = get(self.client, f"{PEOPLE}?q={query}")
            assert page.words("th", class_="field-name_en") == ["Salma Al Harith"]

    def test_choices_do_not_offer_them(self):
        url = reverse("admin:autocomplete") + (
            "?app_label=editorial&model_name=contributor&field_name=person&term="
        )
        for term in ("", "Nader"):
            found = self.client.get(url + term).json()["results"]
            assert [row["id"] for row in found] == [str(self.one.pk)]

    def test_their_form_can_only_be_looked_at(self):
        page = get(self.client, address(self.two, "change"))
        assert page.one("p", class_="merged").text.strip().endswith("Salma Al Harith")
        assert page.all("input", name="name_en") == []

    def test_topics_keep_their_old_names_for_searches(self):
        other = make_topic("الموانئ", "Harbours")
        self.send(self.compare(self.topic, other), self.topic)
        topics = reverse("admin:reference_topic_changelist")
        page = get(self.client, f"{topics}?q=harbour")
        assert page.words("th", class_="field-name_en") == ["Shipping"]
