from __future__ import annotations

from datetime import date
from unittest import mock

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from news.models import NewsItem
from publications.models import Publication
from tests.admin.importing import ImportTestCase, line_of, review
from tests.admin.page import address, get
from tests.cast import make_user
from tests.sent_manuscripts import ARABIC, ENGLISH, text_file, word_file
from thinktank.document.model import plain
from thinktank.editorial import saving
from thinktank.editorial.models import Edition, Item, SentManuscript
from thinktank.reference.models import Person

pytestmark = pytest.mark.large


class CreateTestCase(ImportTestCase):
    def create(self, row, **changed):
        return self.press(row, "create", "1", **changed)

    def made(self, row, **changed):
        """The item that was made."""
        response = self.create(row, **changed)
        item = Item.objects.latest("pk")
        opts = type(saving.lock(item))._meta
        form = reverse(
            f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk]
        )
        self.assertRedirects(response, form, fetch_redirect_response=False)
        return saving.lock(item)

    def messages(self, item):
        return get(self.client, address(item)).words("li", class_="warning")


class TestCreate(CreateTestCase):
    def test_it_makes_a_draft_in_both_languages(self):
        item = self.made(self.stage(word_file(), "both.docx"))
        assert isinstance(item, Publication)
        assert item.type.code == "analysis"
        for language, words in (("ar", ARABIC), ("en", ENGLISH)):
            assert item.text_in(language, "kicker") == words[0]
            assert item.text_in(language, "headline") == words[1]
            sections = item.body_in(language).sections
            assert [plain(s.heading) for s in sections] == [words[5], words[7]]
        assert item.displayed_date == date(2025, 3, 9)
        assert [c.person for c in item.contributors.all()] == [self.people[0]]
        assert not Edition.objects.exists()

    def test_it_says_what_was_filled_and_is_noted_in_the_history(self):
        row = self.stage(word_file(), "both.docx")
        item = self.made(row)
        page = get(self.client, address(item))
        assert "Filled: " in page.words("li", class_="success")[0]
        entry = LogEntry.objects.get(object_id=item.pk)
        assert (entry.user, entry.is_addition()) == (self.cast.editor, True)

    def test_it_keeps_the_manuscript_with_the_item(self):
        row = self.stage(name="quiet.txt")
        item = self.made(row)
        row.refresh_from_db()
        assert row.item_id == item.pk
        link = reverse("admin:manuscripts_download", args=[row.pk])
        shown = get(self.client, address(item)).one("a", href=link)
        assert shown.text == "quiet.txt"

    def test_it_heeds_what_was_said_of_the_lines(self):
        row = self.stage()
        self.choose(row, line_of(row, ENGLISH[5]), "drop")
        item = self.made(row)
        headings = [plain(section.heading) for section in item.body_in("en").sections]
        assert headings == [ENGLISH[7]]

    def test_it_makes_any_type_and_a_news_item(self):
        item = self.made(self.stage(), begin="publications:study")
        assert item.type.code == "study"
        item = self.made(self.stage(), begin="news:coverage")
        assert isinstance(item, NewsItem)
        assert item.type == "coverage"

    def test_it_offers_no_event(self):
        """An event needs its first day."""
        page = self.page(self.stage())
        values = [option["value"] for option in page.all("option")]
        assert "publications:study" in values
        assert not any(value.startswith("events:") for value in values)
        for begin in ("events:fair", "publications:", "publications:xx", "x", "news:"):
            response = self.create(self.stage(), begin=begin)
            self.assertContains(response, "You may not add such items.")
        assert not Item.objects.exists()

    def test_it_happens_once(self):
        row = self.stage()
        data = self.page(row).sent() | {"create": "1"}
        self.client.post(review(row), data)
        assert self.client.post(review(row), data).status_code == 302
        assert Item.objects.count() == 1

    def test_two_windows_at_the_same_moment_make_one_item(self):
        row = self.stage()
        data = self.page(row).sent() | {"create": "1"}
        target = "thinktank.editorial.admin.manuscripts.review.own"
        self.client.post(review(row), data)
        stale = SentManuscript.objects.get(pk=row.pk)
        stale.item = None
        with mock.patch(target, return_value=stale):
            headers = {"accept-language": "en"}
            response = self.client.post(review(row), data, headers=headers)
        self.assertContains(response, "An item was made of this manuscript")
        assert Item.objects.count() == 1

    def test_nothing_is_left_when_it_is_refused(self):
        row = self.stage(text_file("K", "H" * 300, *ENGLISH[2:]))
        self.choose(row, line_of(row, "HHH"), "headline")
        people = Person.objects.count()
        response = self.create(row)
        self.assertContains(response, "longer than the 250 characters")
        assert not Item.objects.exists()
        assert Person.objects.count() == people
        row.refresh_from_db()
        assert row.item is None

    def test_a_paste_makes_an_item_without_a_file(self):
        self.send(text="\n\n".join(ENGLISH))
        row = SentManuscript.objects.get()
        item = self.made(row)
        page = get(self.client, address(item))
        assert page.all("ul", class_="manuscripts-sent") == []


class TestPeople(CreateTestCase):
    def asked(self, row):
        """The answers that are offered, and the one that is chosen."""
        page = self.page(row)
        fields = [e for e in page.all("input") if e["name"].startswith("person-")]
        chosen = [e["value"] for e in fields if "checked" in e.attributes]
        return [e["value"] for e in fields], chosen

    def field(self, row):
        page = self.page(row)
        return next(e["name"] for e in page.all("input") if "person-" in e["name"])

    def by(self, name):
        words = (*ENGLISH[:3], f"By: {name}", *ENGLISH[4:])
        return self.stage(text_file(*words))

    def test_the_very_same_name_is_chosen_with_its_reason(self):
        row = self.by("Dr. Salma Al Harith")
        answers, chosen = self.asked(row)
        assert answers == [str(self.people[0].pk), "new", "leave-out"]
        assert chosen == [str(self.people[0].pk)]
        assert "the same name" in self.page(row).text

    def test_one_person_is_named_in_both_languages(self):
        row = self.stage(word_file(), "both.docx")
        assert self.asked(row)[1] == [str(self.people[0].pk)]

    def test_a_name_much_like_one_is_proposed_and_asked_about(self):
        row = self.by("Salma Al Hareth")
        answers, chosen = self.asked(row)
        assert answers[0] == str(self.people[0].pk)
        assert chosen == []
        response = self.create(row)
        self.assertContains(response, "Say who is meant by “Salma Al Hareth”")
        assert not Item.objects.exists()
        item = self.made(row, **{self.field(row): answers[0]})
        assert [c.person for c in item.contributors.all()] == [self.people[0]]

    def test_what_was_chosen_stays_while_something_else_is_asked(self):
        row = self.by("Salma Al Hareth")
        self.create(row, begin="publications:study")
        page = self.page(row)
        (option,) = [o for o in page.all("option") if "selected" in o.attributes]
        assert option["value"] == "publications:study"

    def test_somebody_unknown_becomes_a_new_person_when_that_is_said(self):
        row = self.by("Dr. Huda Karam")
        assert self.asked(row) == (["new", "leave-out"], [])
        item = self.made(row, **{self.field(row): "new"})
        (credit,) = item.contributors.all()
        assert credit.person.name_in("en") == "Huda Karam"
        assert any("Huda Karam" in message for message in self.messages(item))

    def test_a_name_may_be_left_out(self):
        row = self.by("Huda Karam")
        item = self.made(row, **{self.field(row): "leave-out"})
        assert not item.contributors.exists()
        assert not Person.objects.filter(name_en="Huda Karam").exists()

    def test_only_people_who_are_proposed_can_be_chosen(self):
        row = self.by("Huda Karam")
        response = self.create(row, **{self.field(row): str(self.people[1].pk)})
        self.assertContains(response, "Say who is meant by")

    def test_somebody_else_is_found_by_words_of_the_name(self):
        row = self.by("Huda Karam")
        finds = self.field(row).replace("person-", "find-")
        other = self.people[1]
        word = other.name_in("en").split()[0]
        page = self.press(row, "refresh", "find", **{finds: word})
        page = self.page(row)
        assert str(other.pk) in self.asked(row)[0]
        assert f"found by “{word}”" in page.text
        chosen = {finds: word, self.field(row): str(other.pk)}
        assert [c.person for c in self.made(row, **chosen).contributors.all()] == [
            other
        ]

    def test_whoever_may_see_no_people_finds_nobody(self):
        may = ["add_publication", "change_publication"]
        self.client.force_login(make_user("writer", may))
        row = self.by("Huda Karam")
        finds = self.field(row).replace("person-", "find-")
        chosen = {finds: "a", self.field(row): str(self.people[1].pk)}
        response = self.create(row, **chosen)
        self.assertContains(response, "Say who is meant by")
        assert finds not in {each["name"] for each in self.page(row).all("input")}

    def test_whoever_may_add_nobody_is_offered_no_new_person(self):
        may = ["add_publication", "change_publication"]
        self.client.force_login(make_user("writer", may))
        row = self.by("Huda Karam")
        assert self.asked(row)[0] == ["leave-out"]
        response = self.create(row, **{self.field(row): "new"})
        self.assertContains(response, "Say who is meant by")
        assert not Person.objects.filter(name_en="Huda Karam").exists()
