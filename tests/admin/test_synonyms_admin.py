"""Synonyms at the desk: what is saved counts for the next search."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.urls import reverse

from tests.admin.page import DeskTestCase, Page, get, send
from tests.cast import make_user
from thinktank import changes
from thinktank.editorial.models import AuditEvent
from thinktank.search import synonyms
from thinktank.search.models import MOST_SYNONYMS, Synonym, Variant

LIST = reverse("admin:search_synonym_changelist")
ADD = reverse("admin:search_synonym_add")


def variants() -> Any:
    """What is kept of synonyms: people have names of their own."""
    return Variant.objects.filter(source__startswith="synonym:")


class SynonymsCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.librarian = make_user("librarian")
        cls.librarian.groups.add(Group.objects.get(name="librarian"))

    def setUp(self) -> None:
        self.client.force_login(self.librarian)

    def save(self, words: str, url: str = ADD) -> Any:
        return send(self.client, url, get(self.client, url), words=words)

    def kept(self) -> Synonym:
        self.save("المصارف\nالبنوك")
        return Synonym.objects.get()


class TestTheForm(SynonymsCase):
    def test_what_is_saved_counts_at_once(self) -> None:
        before = changes.token()
        synonym = self.kept()
        assert [sorted(group) for group in synonyms.groups(["بنوك", "بنك"])] == [
            ["البنوك", "المصارف"]
        ]
        assert changes.token() != before
        change = reverse("admin:search_synonym_change", args=[synonym.pk])
        self.save("المصارف\nبيوت المال", change)
        assert synonyms.groups(["بنوك"]) == []
        assert variants().count() == 2

    def test_what_is_deleted_counts_no_more(self) -> None:
        one, other = self.kept(), Synonym.objects.create(words="quay\nwharf")
        synonyms.keep([other])
        self.client.post(
            reverse("admin:search_synonym_delete", args=[one.pk]), {"post": "yes"}
        )
        assert {row.text for row in variants()} == {"quay", "wharf"}
        chosen = {"action": "delete_selected", "_selected_action": other.pk}
        self.client.post(LIST, chosen | {"post": "yes"})
        assert not variants().exists()
        assert not Synonym.objects.exists()

    def test_the_log_tells_what_was_changed(self) -> None:
        synonym = self.kept()
        url = reverse("admin:search_synonym_delete", args=[synonym.pk])
        self.client.post(url, {"post": "yes"})
        said = {"synonym": synonym.pk}
        events = AuditEvent.objects.filter(verb="settings").order_by("pk")
        assert [event.details for event in events] == [
            said | {"words": ["المصارف", "البنوك"]},
            said | {"deleted": ["المصارف", "البنوك"]},
        ]
        assert {event.actor for event in events} == {"librarian"}

    def test_it_begins_with_the_word_of_a_search(self) -> None:
        page = get(self.client, f"{ADD}?words=wharf")
        assert page.one("textarea", name="words").text.strip() == "wharf"


class TestWhatIsRefused(SynonymsCase):
    def errors(self, words: str, language: str = "en") -> list[str]:
        self.client.cookies["django_language"] = language
        found = Page(self.save(words)).words("ul", class_="errorlist")
        assert not Synonym.objects.exists()
        assert not variants().exists()
        return found

    def test_one_word_alone(self) -> None:
        told = ["Write at least two words or names, each on its own line."]
        for words in ("wharf", "wharf\n  \nwharf"):
            assert self.errors(words) == told
        arabic = ["اكتب كلمتين أو اسمين على الأقل، كلاً منهما في سطر."]
        assert self.errors("رصيف", "ar") == arabic

    def test_what_no_search_could_look_for(self) -> None:
        assert self.errors("wharf\n…") == ["No search can look for this: …"]
        assert self.errors("wharf\nthe") == ["No search can look for this: the"]

    def test_too_much_of_it(self) -> None:
        assert self.errors("wharf\n" + "quay " * 50)[0].startswith("This line is too")
        many = "\n".join(f"word{n}" for n in range(MOST_SYNONYMS + 1))
        assert self.errors(many) == ["These are more than 30 lines. Leave some out."]


class TestTheList(SynonymsCase):
    def test_it_shows_and_finds_them_by_any_form(self) -> None:
        Synonym.objects.create(words="المصارف\nالبنوك")
        Synonym.objects.create(words="quay\nwharf")
        for typed, shown in (("بنوك", "المصارف = البنوك"), ("wharfs", "quay = wharf")):
            page = get(self.client, f"{LIST}?q={typed}")
            assert page.words(class_="field-shown_words") == [shown]

    def test_it_stands_on_the_start_page(self) -> None:
        links = get(self.client, reverse("admin:index")).all("a", href=LIST)
        assert [link.text for link in links][:1] == ["Synonyms"]
