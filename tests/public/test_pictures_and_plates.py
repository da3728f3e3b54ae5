"""What has a picture shows it, and what has none is drawn."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.cast import (
    LANGUAGES,
    make_event,
    make_image,
    make_page,
    make_person,
    make_publication,
    make_topic,
)
from tests.house.test_house import save_house
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.addresses import reference_path
from thinktank.reference.models import Person, Programme, Region, Series


class Shown(TestCase):
    def show(self, path: str) -> str:
        response = self.client.get(path, follow=True)
        assert response.status_code == 200, path
        return " ".join(response.content.decode().split())


class TestLogo(Shown):
    def test_it_takes_the_place_of_the_mark_at_the_head_and_at_the_foot(self) -> None:
        assert self.show("/en/").count('<svg class="mark"') == 2
        logo, dark = make_image(), make_image("black")
        save_house(logo=logo)
        html = self.show("/ar/")
        assert html.count(f'<img class="logo" src="{logo.address}"') == 2
        assert "in-dark" not in html
        assert '<svg class="mark"' not in html
        save_house(logo=logo, logo_dark=dark)
        html = self.show("/ar/")
        assert html.count(f'<img class="logo in-dark" src="{dark.address}"') == 2
        assert html.count('<img class="logo in-light"') == 2

    def test_the_foot_says_what_the_centre_does_and_allows(self) -> None:
        save_house(about_en="It studies ports.", rights_en="Cite us.")
        html = self.show("/en/")
        assert '<p class="say">It studies ports.</p>' in html
        assert "Al-Marfa Centre. Cite us.</span>" in html


class TestPortraits(Shown):
    def setUp(self) -> None:
        self.image = make_image(credit_en="A. Photographer")
        self.pictured = Person.objects.create(
            name_ar="ليلى", name_en="Layla", portrait=self.image, residence="resident"
        )
        self.drawn = make_person("نادر", "Nader")
        both = [self.pictured, self.drawn]
        self.item = make_publication(people=both, live=True)
        guests = [(person, "guest") for person in both]
        self.event = make_event(people=guests, live=True)
        self.portrait = f'<img class="portrait" src="{self.image.address}"'

    def test_a_person_s_page_shows_it_or_draws_one(self) -> None:
        html = self.show(reference_path(self.pictured, "en"))
        assert self.portrait in html
        assert "<dt>Portrait</dt><dd>A. Photographer</dd>" in html
        html = self.show(reference_path(self.drawn, "en"))
        assert '<svg class="portrait' in html
        assert "<dt>Portrait</dt>" not in html

    def test_so_do_bylines_and_the_people_of_events(self) -> None:
        for item in (self.item, self.event):
            for language in LANGUAGES:
                html = self.show(f"/a/{item.pk}/{language}")
                assert html.count(self.portrait) == 1
                assert html.count('<svg class="portrait') == 1

    def test_the_person_who_stands_for_a_merged_one_is_shown(self) -> None:
        Person.objects.filter(pk=self.drawn.pk).update(merged_into=self.pictured)
        assert self.show(f"/a/{self.item.pk}/en").count(self.portrait) == 2

    def test_the_index_and_the_team_show_it_without_asking_for_each(self) -> None:
        page = make_page(live=True, purpose="team")
        for path in ("/en/people/", f"/a/{page.pk}/en"):
            assert self.portrait in self.show(path)


class TestRows(Shown):
    def test_each_ends_in_its_plate_or_its_cover(self) -> None:
        cover = make_image("navy")
        make_publication(cover=cover, live=True)
        make_publication(live=True)
        html = self.show("/en/publications/")
        thumbs = re.findall(r'<(img|svg) class="plate', html)
        assert sorted(thumbs) == ["img", "svg"]
        assert f'src="{cover.address}"' in html

    def test_covers_come_with_their_rows(self) -> None:
        make_publication(cover=make_image("navy"), live=True)
        with CaptureQueriesContext(connection) as first:
            self.show("/en/publications/")
        for colour in ("red", "green", "blue"):
            make_publication(cover=make_image(colour), live=True)
        with CaptureQueriesContext(connection) as second:
            self.show("/en/publications/")
        assert len(first) == len(second)

    def test_the_front_page_leads_with_a_cover(self) -> None:
        cover = make_image("navy", caption_en="The quay")
        make_publication(cover=cover, live=True)
        html = self.show("/en/")
        assert "opening-picture" in html
        assert f'src="{cover.address}"' in html


class TestRecords(Shown):
    def test_a_square_plate_stands_beside_each_name(self) -> None:
        names: dict[str, Any] = {"name_ar": "المرفأ", "name_en": "The Harbour"}
        records = [
            make_topic(),
            *(model.objects.create(**names) for model in (Region, Programme, Series)),
        ]
        topic, region, programme, series = records
        item = make_publication(topics=[topic], series=series)
        item.regions.add(region)
        item.programmes.add(programme)
        self.publish(item)
        for record in records:
            for language in LANGUAGES:
                html = self.show(reference_path(record, language))
                head = html[html.index('class="recordhead-plate"') :]
                assert 'viewBox="0 0 200 200"' in head[: head.index("</header>")]

    def publish(self, item: Any) -> None:
        for language in LANGUAGES:
            publishing.publish(item, language, by=SYSTEM)

    def test_a_series_is_drawn_as_what_it_holds_on_the_front_page_too(self) -> None:
        series = Series.objects.create(name_ar="أوراق", name_en="Papers")
        make_publication(type="indicators", series=series, live=True)
        plate = r'(<svg class="plate[^>]*viewBox="0 0 200 200".*?</svg>)'
        (on_its_page,) = re.findall(plate, self.show(reference_path(series, "en")))
        (on_home,) = re.findall(plate, self.show("/en/"))
        assert on_its_page == on_home

    def test_issues_stand_as_covers_with_their_numbers(self) -> None:
        madd = Series.objects.create(name_ar="مدّ", name_en="Madd", form="periodical")
        cover = make_image("navy")
        issue: dict[str, Any] = {
            "type": "issue",
            "series": madd,
            "live": True,
            "displayed_date": date(2026, 10, 1),
            "date_precision": "season",
        }
        make_publication(series_number="37", **issue)
        make_publication(series_number="38", cover=cover, **issue)
        html = self.show(reference_path(madd, "ar"))
        covers = re.findall(r'<div class="(cover[^"]*)"', html)
        assert len([each for each in covers if each.split()[0] == "cover"]) == 2
        assert f'src="{cover.address}"' in html
        assert "<b>مدّ</b><span>37</span>" in html
        assert html.count('<time datetime="2026-10">خريف 2026</time>') == 2

    def test_a_periodical_names_its_editor_and_leads_there(self) -> None:
        editor = Person.objects.create(
            name_ar="هند", name_en="Hind", honorific_ar="د.", honorific_en="Dr"
        )
        madd = Series.objects.create(
            name_ar="مدّ", name_en="Madd", form="periodical", editor=editor
        )
        make_publication(type="issue", series=madd, live=True)
        assert "<dd>Dr Hind</dd>" in self.show(reference_path(madd, "en"))
        make_publication(people=[editor], live=True)
        path = reference_path(editor, "en")
        link = f'<dd><a href="{path}">Dr Hind</a></dd>'
        assert link in self.show(reference_path(madd, "en"))


class TestWhatPeopleWorkOn(Shown):
    def test_it_leads_to_subjects_one_can_read_about(self) -> None:
        person, shipping = make_person(), make_topic()
        hidden = make_topic("خفي", "Hidden")
        person.topics.set([shipping, hidden])
        make_publication(people=[person], topics=[shipping], live=True)
        html = self.show(reference_path(person, "en"))
        link = f'<a href="{reference_path(shipping, "en")}">Shipping</a>'
        assert f"<dt>Works on</dt> <dd>{link}</dd>" in html
        assert "Hidden" not in html
