from __future__ import annotations

from tests.public.language_runs import strangers


class TestStrangers:
    def test_it_finds_latin_words_in_arabic(self) -> None:
        html = '<html lang="ar"><p>حلف NATO والمغرب</p></html>'
        assert strangers(html) == ["ar: NATO"]

    def test_it_finds_arabic_words_in_english(self) -> None:
        html = '<html lang="en"><p>on 12 أبريل 2024</p></html>'
        assert strangers(html) == ["en: أبريل"]

    def test_it_accepts_an_element_with_the_language_of_its_words(self) -> None:
        html = '<html lang="ar"><p>حلف <bdi lang="en">NATO</bdi> والمغرب</p></html>'
        assert strangers(html) == []

    def test_it_returns_to_the_outer_language_after_an_element(self) -> None:
        html = '<html lang="ar"><p><bdi lang="en">NATO</bdi> EU</p></html>'
        assert strangers(html) == ["ar: EU"]

    def test_it_reads_attributes(self) -> None:
        assert strangers('<html lang="ar"><a title="NATO">1</a></html>') == ["ar: NATO"]

    def test_it_accepts_isolates_where_no_element_can_stand(self) -> None:
        html = '<html lang="ar"><title>حلف \u2068NATO\u2069</title></html>'
        assert strangers(html) == []

    def test_it_lets_single_letters_pass(self) -> None:
        assert strangers('<html lang="ar"><p>الملحق B</p></html>') == []
