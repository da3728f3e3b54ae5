"""Menus, the announcement and the news strip, on every page of their language."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import TestCase
from django.utils import timezone

from tests.cast import (
    HEADLINES,
    LANGUAGES,
    make_news,
    make_page,
    make_publication,
    write,
)
from tests.clock import Clock
from thinktank import changes
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.furniture import furniture
from thinktank.public.models import Announcement, MenuEntry
from thinktank.reference.models import Series


class TestStrip(TestCase):
    def setUp(self) -> None:
        self.clock = self.enterContext(Clock())

    def lines(self, language: str = "en") -> list[str]:
        return [line.text for line in furniture(language).strip]

    def test_it_stands_on_every_page_of_its_language(self) -> None:
        make_news("ar", live=True)
        item = make_publication(live=True)
        changes.touch()
        for path in ("/ar/", "/ar/publications/", f"/a/{item.pk}/ar"):
            page = self.client.get(path, follow=True).content.decode()
            assert 'class="news"' in page
            assert HEADLINES["ar"] in page
        assert 'class="news"' not in self.client.get("/en/").content.decode()

    def test_its_lines_stand_in_their_order(self) -> None:
        for place, word in ((2, "last"), (0, "first"), (1, "second"), (3, "beyond")):
            item = make_news("en", strip_order=place)
            write(item, "en", headline=word)
            publishing.publish(item, "en", by=SYSTEM)
        assert self.lines() == ["first", "second", "last"]

    def test_a_short_line_stands_for_a_long_headline(self) -> None:
        item = make_news("en")
        write(item, "en", short_headline="Short")
        publishing.publish(item, "en", by=SYSTEM)
        assert self.lines() == ["Short"]

    def test_a_line_that_is_off_the_strip_is_not_in_it(self) -> None:
        make_news(live=True, on_strip=False)
        assert self.lines() == []

    def test_a_line_leaves_at_its_hour(self) -> None:
        until = timezone.now() + timedelta(days=1)
        make_news(live=True, strip_until=until)
        self.clock.forward(seconds=1)
        assert self.lines()
        self.clock.forward(days=2)
        assert self.lines() == []

    def test_a_scheduled_line_enters_at_its_hour(self) -> None:
        item = make_news("en")
        at = timezone.now() + timedelta(days=1)
        publishing.schedule(item, "en", at, by=SYSTEM)
        assert self.lines() == []
        self.clock.forward(days=1, seconds=1)
        assert self.lines() == [HEADLINES["en"]]


class TestMenus(TestCase):
    def entry(self, **values: object) -> None:
        MenuEntry.objects.create(**values)
        changes.touch()

    def test_sections_stand_there_while_nothing_else_is_set(self) -> None:
        labels = [place.label for place in furniture("en").header]
        assert labels == ["Home", "Publications", "Centre news", "Events"]

    def test_an_item_stands_in_the_languages_it_is_live_in(self) -> None:
        item = make_publication(live=True, en=False)
        self.entry(place="footer", item=item)
        assert [p.label for p in furniture("ar").footer] == [HEADLINES["ar"]]
        assert furniture("en").footer == ()

    def test_an_address_stands_where_it_has_a_label(self) -> None:
        self.entry(place="footer", address="https://a.example", label_en="Shop")
        assert [p.path for p in furniture("en").footer] == ["https://a.example"]
        assert furniture("ar").footer == ()

    def test_a_section_takes_the_place_of_all(self) -> None:
        self.entry(place="header", section="events", label_en="What’s on")
        assert [p.label for p in furniture("en").header] == ["What’s on"]
        assert [p.label for p in furniture("ar").header] == ["الفعاليات"]

    def test_it_leads_to_what_is_of_one_type(self) -> None:
        self.entry(place="header", section="publications/study")
        (place,) = furniture("ar").header
        assert (place.label, place.path) == (
            "دراسات",
            "/ar/publications/?type=study",
        )
        html = self.client.get(place.path).content.decode()
        assert f'<a href="{place.path}" aria-current="true">دراسات</a>' in html

    def test_a_page_about_the_centre_stands_aside(self) -> None:
        self.entry(place="header", section="events")
        for order, item in enumerate(
            (make_page(live=True), make_publication(live=True))
        ):
            self.entry(place="header", item=item, order=order + 1)
        assert [p.aside for p in furniture("en").header] == [False, True, False]
        html = self.client.get("/en/").content.decode()
        assert html.count('<li class="aside">') == 1

    def folded(self, path: str) -> str:
        """What the row says into which the sections fold."""
        html = self.client.get(path).content.decode()
        (row,) = re.findall(r"<summary><i [^>]*></i>(Sections.*?)<svg", html)
        return row

    def test_on_narrow_pages_it_says_where_the_reader_is(self) -> None:
        make_publication(live=True)
        self.entry(place="header", section="publications/study", label_en="Papers")
        self.entry(place="header", section="events")
        where = {
            "/en/": "Home",
            "/en/events/": "Events",
            "/en/publications/": "Publications",
            "/en/publications/?type=study": "Papers",
        }
        for path, label in where.items():
            assert self.folded(path) == f"Sections <span>{label}</span>", path
        assert self.folded("/en/topics/") == "Sections"

    def test_it_leads_to_an_index(self) -> None:
        names = ("people", "topics", "regions", "programmes", "archive")
        for order, name in enumerate(names):
            self.entry(place="footer", section=name, order=order)
        assert [p.label for p in furniture("en").footer] == [
            *("People", "Topics", "Regions", "Programmes", "Archive")
        ]
        for place in furniture("ar").footer:
            assert self.client.get(place.path).status_code == 200

    def test_it_leads_to_a_series_of_which_something_is_live(self) -> None:
        series = Series.objects.create(name_ar="مدّ", name_en="Madd")
        make_publication(series=series, live=True, en=False)
        self.entry(place="header", series=series)
        (place,) = furniture("ar").header
        assert place.label == "مدّ"
        assert self.client.get(place.path).status_code == 200
        assert "Madd" not in [p.label for p in furniture("en").header]

    def test_a_section_that_is_not_there_is_left_out(self) -> None:
        for order, code in enumerate(("shop", "publications/poem", "centre")):
            self.entry(place="footer", section=code, order=order)
        assert furniture("en").footer == ()

    def test_it_leads_to_one_thing_alone(self) -> None:
        series = Series.objects.create(name_ar="مدّ", name_en="Madd")
        with pytest.raises(IntegrityError):
            self.entry(place="footer", section="events", series=series)

    def test_the_menu_marks_one_place(self) -> None:
        self.entry(place="header", section="publications", order=1)
        self.entry(place="header", section="publications/study", order=2)
        html = self.client.get("/en/publications/?type=study").content.decode()
        menu = html[html.index('<nav class="nav') : html.index("</header>")]
        assert menu.count("aria-current") == 1


class TestAnnouncement(TestCase):
    def setUp(self) -> None:
        self.clock = self.enterContext(Clock())

    def announce(self, **values: object) -> None:
        Announcement.objects.create(**values)
        changes.touch()

    def test_it_stands_in_the_languages_it_is_written_in(self) -> None:
        self.announce(text_en="The library is closed on Monday.")
        for language in LANGUAGES:
            page = self.client.get(f"/{language}/").content.decode()
            assert ("closed on Monday" in page) == (language == "en")

    def test_it_comes_and_goes_at_its_hours(self) -> None:
        now = timezone.now()
        self.announce(
            text_en="Open day",
            starts_at=now + timedelta(hours=1),
            until=now + timedelta(hours=3),
        )
        assert furniture("en").announcement is None
        self.clock.forward(hours=2)
        assert furniture("en").announcement
        self.clock.forward(hours=2)
        assert furniture("en").announcement is None
