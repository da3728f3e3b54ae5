from __future__ import annotations

from datetime import date, time

import pytest
from django.test import TestCase

from events.copying import copy_edition
from tests.cast import (
    HEADLINES,
    KICKERS,
    change_facts,
    make_cast,
    make_event,
    make_person,
    make_publication,
    make_topic,
    make_user,
    write,
)
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM, NotAllowed
from thinktank.reference.models import Series


class TestCopyEdition(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()
        cls.fair = make_event(
            live=True,
            type="fair",
            edition_number=14,
            start_day=date(2026, 5, 20),
            end_day=date(2026, 5, 26),
            hall="9",
            stand="C39",
            map="25.2048, 55.2708",
            venue_ar="مركز المعارض",
            venue_en="Exhibition Centre",
            status="held",
            registration_url="https://example.org/register",
            people=[(make_person(), "patron")],
            launched=[make_publication(live=True)],
        )
        cls.fair.topics.add(make_topic())
        cls.series = [Series.objects.create(name_en=name) for name in ("Sea", "Air")]
        for order, series in enumerate(reversed(cls.series)):
            cls.fair.shown_series.create(series=series, order=order)
        cls.fair.recordings.create(url="https://example.org/film")
        make_event(type="signing", parent=cls.fair, start_day=date(2026, 5, 21))
        write(cls.fair, "en", outcome="Much was said.", slug="the-fair")

    def test_it_is_one_edition_and_a_year_on(self):
        following = copy_edition(self.fair, by=self.cast.editor)
        assert following.edition_number == 15
        assert (following.start_day, following.end_day) == (
            date(2027, 5, 19),
            date(2027, 5, 25),
        )
        assert following.start_day.weekday() == self.fair.start_day.weekday()
        assert following.status == "scheduled"

    def test_it_stands_at_the_same_place_with_the_same_words(self):
        following = copy_edition(self.fair, by=SYSTEM)
        place = (following.hall, following.stand, following.venue_ar)
        assert place == ("9", "C39", "مركز المعارض")
        assert following.venue_en == "Exhibition Centre"
        assert following.map == "25.2048, 55.2708"
        for language in ("ar", "en"):
            assert following.text_in(language, "headline") == HEADLINES[language]
            assert following.text_in(language, "kicker") == KICKERS[language]
            assert following.body_in(language) == self.fair.body_in(language)
            assert following.track(language).tip is not None
        assert list(following.topics.all()) == list(self.fair.topics.all())

    def test_it_shows_the_same_series_in_the_same_order(self):
        following = copy_edition(self.fair, by=SYSTEM)
        shown = [row.series for row in following.shown_series.all()]
        assert shown == [*reversed(self.series)]
        tip = following.track("en").tip
        assert tip.facts["own"]["shown_series"] == [row.pk for row in shown]

    def test_it_begins_without_what_belonged_to_the_last_one(self):
        following = copy_edition(self.fair, by=SYSTEM)
        assert following.text_in("en", "outcome") == ""
        assert following.text_in("en", "slug") == ""
        assert following.registration_url == ""
        for rows in (following.contributors, following.listed, following.parts):
            assert not rows.exists()
        assert not following.recordings.exists()

    def test_nothing_of_it_is_public(self):
        following = copy_edition(self.fair, by=SYSTEM)
        assert not Edition.objects.filter(item_id=following.pk).exists()

    def test_the_last_edition_stays_as_it_was(self):
        before = vars(type(self.fair).objects.get(pk=self.fair.pk)).copy()
        copy_edition(self.fair, by=SYSTEM)
        after = vars(type(self.fair).objects.get(pk=self.fair.pk))
        del before["_state"], after["_state"]
        assert after == before

    def test_an_event_without_a_number_gets_none(self):
        change_facts(self.fair, edition_number=None)
        assert copy_edition(self.fair, by=SYSTEM).edition_number is None

    def test_a_language_without_a_text_stays_empty(self):
        event = make_event(en=False)
        assert not copy_edition(event, by=SYSTEM).has_text("en")

    def test_an_hour_that_the_next_year_skips_is_left_open(self):
        # In London the clock goes from one to two on the last Sunday of March.
        event = make_event(
            start_day=date(2029, 4, 1),
            start_clock=time(1, 30),
            time_zone="Europe/London",
        )
        following = copy_edition(event, by=SYSTEM)
        assert following.start_day == date(2030, 3, 31)
        assert following.start_clock is None

    def test_it_takes_the_permission_to_add_events(self):
        looker = make_user("looker", ["view_event", "change_event"])
        for user in (self.cast.outsider, looker):
            with pytest.raises(NotAllowed):
                copy_edition(self.fair, by=user)
