from __future__ import annotations

from datetime import date

from django.test import TestCase, override_settings

from tests.cast import HEADLINES, LANGUAGES, TOPICS, make_publication, make_topic
from tests.public.language_runs import strangers


class TestHomePage(TestCase):
    def show(self, language: str) -> str:
        response = self.client.get(f"/{language}/")
        assert response.status_code == 200
        return response.content.decode()

    def test_it_opens_with_the_newest(self) -> None:
        old = make_publication(live=True, displayed_date=date(2024, 1, 1))
        new = make_publication(live=True, displayed_date=date(2024, 2, 1))
        html = self.show("en")
        newest = html.index(f"/en/publications/{new.pk}/")
        assert newest < html.index(f"/en/publications/{old.pk}/")

    def test_it_shows_only_what_is_live_in_its_language(self) -> None:
        make_publication(en=False, live=True, topics=[make_topic()])
        make_publication()
        assert HEADLINES["ar"] in self.show("ar")
        english = self.show("en")
        assert "/publications/1" not in english.replace("/en/publications/", "")
        assert TOPICS["en"] not in english

    def test_it_lists_the_topics_one_can_read_about(self) -> None:
        make_publication(live=True, topics=[make_topic()])
        for language in LANGUAGES:
            html = self.show(language)
            assert TOPICS[language] in html
            assert f'href="/{language}/topics/' in html

    def test_it_files_topics_by_letter_whatever_carries_the_hamza(self) -> None:
        names = ("الأمن", "البحر", "الإدارة")
        make_publication(live=True, topics=[make_topic(ar=name) for name in names])
        html = self.show("ar")
        found = sorted(names, key=html.index)
        assert found == ["الإدارة", "الأمن", "البحر"]

    def test_it_is_titled_by_the_whole_name_of_the_centre(self) -> None:
        assert "<title>مركز المرفأ للدراسات والأبحاث</title>" in self.show("ar")

    def test_it_is_a_page_even_when_nothing_is_published(self) -> None:
        assert "Nothing has been published here yet." in self.show("en")

    def test_it_keeps_every_word_in_its_language(self) -> None:
        make_publication(live=True, topics=[make_topic()])
        for language in LANGUAGES:
            assert strangers(self.show(language)) == []

    @override_settings(SITE_URL="https://harbour.example")
    def test_it_names_its_versions_by_full_addresses(self) -> None:
        html = self.show("ar")
        assert '<link rel="canonical" href="https://harbour.example/ar/">' in html
        assert 'hreflang="en" href="https://harbour.example/en/"' in html
        assert 'hreflang="x-default" href="https://harbour.example/"' in html
