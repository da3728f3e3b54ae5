from __future__ import annotations

from django.test import TestCase

from tests.cast import LANGUAGES, make_person, make_publication, make_topic
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.addresses import reference_path
from thinktank.reference.models import Person, Programme, Topic


class IndexCase(TestCase):
    def show(self, path: str) -> str:
        response = self.client.get(path)
        assert response.status_code == 200, path
        html = response.content.decode()
        assert strangers(html) == []
        return html


class TestTopics(IndexCase):
    def test_it_lists_the_tree_of_what_can_be_read(self) -> None:
        top = make_topic()
        below = Topic.objects.create(name_ar="الموانئ", name_en="Ports", parent=top)
        make_topic("الصيد", "Fishing")
        make_publication(live=True, topics=[below])
        make_publication(live=True, topics=[top, below], en=False)
        for language, counts in (("ar", "مادتان"), ("en", "1 item")):
            html = self.show(f"/{language}/topics/")
            assert html.index(reference_path(top, language)) < html.index(
                reference_path(below, language)
            )
            assert html.count(counts) == 2
            assert "Fishing" not in html
            assert "الصيد" not in html

    def test_it_says_that_nothing_is_there(self) -> None:
        for name in ("topics", "regions", "people", "programmes"):
            for language in LANGUAGES:
                assert 'class="empty"' in self.show(f"/{language}/{name}/")


class TestProgrammes(IndexCase):
    def test_it_lists_those_out_of_which_something_came(self) -> None:
        names = {"name_ar": "برنامج الماء", "name_en": "Water"}
        programme = Programme.objects.create(description_en="Rivers.", **names)
        Programme.objects.create(name_ar="خفي", name_en="Hidden")
        item = make_publication()
        item.programmes.add(programme)
        for language in LANGUAGES:
            publishing.publish(item, language, by=SYSTEM)
            html = self.show(f"/{language}/programmes/")
            assert programme.name_in(language) in html
            assert ("Rivers." in html) == (language == "en")
            assert {"ar": "مادة واحدة", "en": "1 item"}[language] in html
            assert "Hidden" not in html


class TestPeople(IndexCase):
    def test_residents_come_first_and_each_group_by_name(self) -> None:
        people = [
            make_person(ar, en)
            for ar, en in (("ياسر", "Yasser"), ("أمل", "Amal"), ("بدر", "Badr"))
        ]
        Person.objects.filter(name_en__in=["Yasser", "Amal"]).update(
            residence="resident"
        )
        make_person("خفي", "Hidden")
        make_publication(live=True, people=people)
        for language, names in (
            ("ar", ["أمل", "ياسر", "بدر"]),
            ("en", ["Amal", "Yasser", "Badr"]),
        ):
            html = self.show(f"/{language}/people/")
            places = [html.index(f">{name}</a>") for name in names]
            assert places == sorted(places)
            assert "Hidden" not in html

    def test_it_prints_title_position_and_number(self) -> None:
        person = make_person()
        Person.objects.update(honorific_en="Dr", position_en="Pilot")
        make_publication(live=True, people=[person])
        html = self.show("/en/people/")
        for words in (">Dr Salma Al Harith</a>", "Pilot", "1 item"):
            assert words in html
        assert "Pilot" not in self.show("/ar/people/")
