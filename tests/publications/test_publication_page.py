from __future__ import annotations

import re
from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.cast import (
    LANGUAGES,
    PEOPLE,
    change_facts,
    live_address,
    make_cast,
    make_event,
    make_person,
    write,
)
from tests.public.language_runs import strangers
from tests.publications.volumes import (
    ARTICLE_TITLES,
    DOSSIER_TITLES,
    ISSUE_TITLES,
    Shelf,
    publish,
    show,
    words,
)
from tests.test_public_sql import faults
from thinktank.editorial import publishing, saving
from thinktank.editorial.models import LinkKind
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Programme


class TestPublicationPage(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.shelf = Shelf()

    def show(self, item, language):
        return show(self.client, item, language)

    def test_it_names_the_series_with_its_number_and_leads_there(self) -> None:
        for language, name in (("ar", "أوراق المرفأ"), ("en", "Marfa Papers")):
            html = self.show(self.shelf.study, language)
            link = rf'<a href="/{language}/series/{self.shelf.papers.pk}/[^"]*">{name}'
            assert re.search(link, html)
        assert "Marfa Papers series, no. 19" in words(html)

    def test_it_names_its_programmes_and_leads_there(self) -> None:
        programme = Programme.objects.create(name_ar="برنامج البحر", name_en="The Sea")
        study = self.shelf.study
        with saving.saving_facts(study, by=SYSTEM):
            study.programmes.add(programme)
        publishing.publish_facts(study, by=SYSTEM)
        for language, line in (
            ("ar", "ضمن برنامج البحر"),
            ("en", "Programme: The Sea"),
        ):
            html = self.show(study, language)
            assert f'href="/{language}/programmes/{programme.pk}/' in html
            assert line in words(html)

    def test_it_names_the_event_that_it_came_out_of(self) -> None:
        panel = make_event(live=True)
        panel.listed.create(target=self.shelf.study, kind=LinkKind.OUTPUT)
        publishing.publish_facts(panel, by=SYSTEM)
        for language, before in (("ar", "صدر عن"), ("en", "Came out of")):
            html = self.show(self.shelf.study, language)
            assert re.search(rf'{before} <a href="/{language}/events/{panel.pk}/', html)

    def test_it_leads_to_what_stands_before_and_after_in_the_series(self) -> None:
        before, study, after = self.shelf.studies
        for language in LANGUAGES:
            html = self.show(study, language)
            assert f'<a href="{live_address(before, language)}" rel="prev">' in html
            assert f'<a href="{live_address(after, language)}" rel="next">' in html
            first = self.show(before, language)
            assert 'rel="prev"' not in first
            assert f'<a href="{live_address(study, language)}" rel="next">' in first

    def test_it_passes_over_neighbours_that_are_not_in_its_language(self) -> None:
        before, study, _after = self.shelf.studies
        publishing.withdraw(before, "en", "Superseded.", by=SYSTEM)
        assert 'rel="prev"' not in self.show(study, "en")
        assert 'rel="prev"' in self.show(study, "ar")

    def test_it_says_in_which_issue_it_appeared_and_on_which_pages(self) -> None:
        html = self.show(self.shelf.article, "en")
        assert f"Madd, no. 37: {ISSUE_TITLES['en']}, pp. 7–15" in words(html)
        assert f'href="{live_address(self.shelf.issue, "en")}"' in html
        assert live_address(self.shelf.issue, "ar") in self.show(
            self.shelf.article, "ar"
        )

    def test_it_names_the_dossier_that_holds_it(self) -> None:
        for item in (self.shelf.study, self.shelf.article):
            html = self.show(item, "en")
            assert f"From the dossier {DOSSIER_TITLES['en']}" in words(html)
            assert f'href="{live_address(self.shelf.dossier, "en")}"' in html
        publishing.withdraw(self.shelf.dossier, "en", "Superseded.", by=SYSTEM)
        assert DOSSIER_TITLES["en"] not in self.show(self.shelf.study, "en")

    def test_it_names_the_events_at_which_it_was_launched(self) -> None:
        event = make_event(live=True, launched=[self.shelf.study])
        html = self.show(self.shelf.study, "en")
        assert "Presented at" in html
        assert f'href="{live_address(event, "en")}"' in html

    def test_it_says_where_it_was_published_first_and_what_it_is_about(self) -> None:
        study = self.shelf.study
        study.elsewhere.create(
            part="first",
            outlet="Sahel Daylight",
            url="https://daylight.example/7",
            day=date(2026, 11, 7),
        )
        study.elsewhere.create(
            part="source", outlet="Shores", title="The Scale", author="Milo Tarvand"
        )
        publishing.publish_facts(study, by=SYSTEM)
        html = self.show(study, "en")
        said = words(html)
        assert "First published in: Sahel Daylight, 7 November 2026" in said
        assert "About: Milo Tarvand, “The Scale”, Shores" in said
        assert '<a href="https://daylight.example/7" rel="noopener">' in html
        arabic = self.show(study, "ar")
        assert '«<bdi lang="en">The Scale</bdi>»' in arabic
        assert strangers(arabic) == []

    def test_it_prints_what_a_catalogue_asks_for(self) -> None:
        change_facts(
            self.shelf.study,
            report_number="M-2026/03",
            doi="10.5555/marfa.2026.03",
            isbn="978-0-306-40615-7",
            pages=48,
        )
        publishing.publish_facts(self.shelf.study, by=SYSTEM)
        html = self.show(self.shelf.study, "en")
        for printed in ("M-2026/03", "978-0-306-40615-7", "48 pages"):
            assert printed in html
        assert '<a href="https://doi.org/10.5555/marfa.2026.03">' in html

    def test_it_has_its_keywords_for_machines_alone(self) -> None:
        write(self.shelf.study, "en", keywords="harbours, night work")
        publish(self.shelf.study, "en")
        html = self.show(self.shelf.study, "en")
        assert '<meta name="keywords" content="harbours, night work">' in html
        assert html.count("night work") == 1

    def test_it_names_others_by_what_they_did_in_the_order_printed(self) -> None:
        study = self.shelf.study
        data = make_person("نادر العطار", "Nader Al Attar")
        study.contributors.create(person=self.shelf.editor, role="foreword", order=1)
        study.contributors.create(person=data, role="data", order=2)
        publishing.publish_facts(study, by=SYSTEM)
        html = self.show(study, "en")
        said = words(html)
        assert "Foreword by Dr Hind Al Sabbagh Data by Nader Al Attar" in said
        authors = html[html.index('class="byline"') : html.index('class="credits"')]
        assert PEOPLE["en"] in authors
        assert "Hind" not in authors

    def test_it_prints_an_affiliation_as_it_was_then(self) -> None:
        part = self.shelf.study.contributors.get()
        part.person.position_en = "Head of research"
        part.person.save(update_fields=["position_en"])
        assert "<span>Head of research</span>" in self.show(self.shelf.study, "en")
        part.affiliation_en = "Harbour School"
        part.save(update_fields=["affiliation_en"])
        publishing.publish_facts(self.shelf.study, by=SYSTEM)
        html = self.show(self.shelf.study, "en")
        assert "<span>Harbour School</span>" in html
        assert "Head of research" not in html

    def test_it_draws_no_more_than_three_authors(self) -> None:
        assert self.show(self.shelf.study, "en").count('class="portrait') == 1
        for number in range(3):
            person = make_person(f"كاتب {number}", f"Author {number}")
            self.shelf.study.contributors.create(person=person, order=number + 1)
        publishing.publish_facts(self.shelf.study, by=SYSTEM)
        html = self.show(self.shelf.study, "en")
        assert 'class="portrait' not in html
        assert "Author 2" in html

    def test_it_has_a_plate_in_the_ink_of_its_type(self) -> None:
        for language in LANGUAGES:
            html = self.show(self.shelf.study, language)
            assert re.search('class="item-plate"><svg class="plate ink-indigo"', html)

    def test_it_is_previewed_before_anything_of_its_series_is_public(self) -> None:
        self.client.force_login(make_cast().admin)
        shelf = self.shelf
        for item in shelf.studies:
            publishing.withdraw(item, "en", "Superseded.", by=SYSTEM)
        response = self.client.get(
            f"/admin/publications/publication/{shelf.study.pk}/preview/en/"
        )
        assert "Marfa Papers series, no. 19" in words(response.content.decode())

    def test_it_keeps_every_word_in_its_language(self) -> None:
        shelf = self.shelf
        for item in (
            shelf.study,
            shelf.article,
            shelf.dossier,
            shelf.book,
            shelf.issue,
        ):
            for language in LANGUAGES:
                assert strangers(self.show(item, language)) == []

    def test_it_reads_what_is_live_and_nothing_else(self) -> None:
        shelf = self.shelf
        for item in (
            shelf.study,
            shelf.article,
            shelf.dossier,
            shelf.book,
            shelf.issue,
        ):
            with CaptureQueriesContext(connection) as queries:
                self.show(item, "en")
            for query in queries:
                assert faults(query["sql"]) == [], query["sql"]

    def test_it_shows_the_title_of_an_issue_in_another_language(self) -> None:
        publishing.withdraw(self.shelf.issue, "en", "Superseded.", by=SYSTEM)
        html = self.show(self.shelf.article, "en")
        assert f'<bdi lang="ar" dir="rtl">{ISSUE_TITLES["ar"]}</bdi>' in html
        assert ARTICLE_TITLES["en"] in html
