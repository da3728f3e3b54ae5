"""What readers see at any instant, and how lists continue."""

from __future__ import annotations

from datetime import date, timedelta

from tests.cast import make_publication, write
from tests.clock import MORNING, Clock
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM


class TestLive(EditorialCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()
        with Clock() as clock:
            cls.publish_over_days(clock)

    @classmethod
    def publish_over_days(cls, clock):
        for day in (0, 2, 4):
            clock.now = MORNING + timedelta(days=day)
            write(cls.item, "en", headline=f"Day {day}")
            publishing.publish(cls.item, "en", by=SYSTEM)
        clock.now = MORNING + timedelta(days=6)
        publishing.withdraw(cls.item, "en", "A source was wrong.", by=SYSTEM)
        clock.now = MORNING + timedelta(days=8)
        write(cls.item, "en", headline="Day 8")
        publishing.publish(cls.item, "en", by=SYSTEM)
        write(cls.item, "en", headline="Day 10")
        at = MORNING + timedelta(days=10)
        publishing.schedule(cls.item, "en", at, by=SYSTEM)

    def setUp(self):
        super().setUp()
        self.clock.forward(days=8)

    def seen(self, **after):
        live = Edition.objects.live(MORNING + timedelta(**after))
        return list(live.values_list("headline", flat=True))

    def test_it_tells_the_site_as_it_stood_on_any_day(self):
        told = [self.seen(days=day) for day in range(-1, 12)]
        zero, two, four = ["Day 0"], ["Day 2"], ["Day 4"]
        assert told[:7] == [[], zero, zero, two, two, four, four]
        assert told[7:] == [[], [], ["Day 8"], ["Day 8"], ["Day 10"], ["Day 10"]]

    def test_an_edition_begins_at_its_instant_and_ends_before_the_next(self):
        assert self.seen(days=2, microseconds=-1) == ["Day 0"]
        assert self.seen(days=2) == ["Day 2"]

    def test_now_is_the_instant_by_default(self):
        told = Edition.objects.live().values_list("headline", flat=True)
        assert list(told) == ["Day 8"]

    def test_what_stands_includes_the_notice(self):
        (row,) = Edition.objects.standing(MORNING + timedelta(days=7))
        assert (row.notice, row.note) == ("withdrawn", "A source was wrong.")

    def test_sections_are_those_of_now(self):
        assert {row.edition.headline for row in self.item.sections("en")} == {"Day 8"}
        assert not self.item.sections("ar").exists()


class TestOrder(EditorialCase):
    DAYS = (date(2026, 1, 5), date(2026, 1, 9), date(2026, 1, 5), date(2025, 7, 1))

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        with Clock():
            for day in cls.DAYS:
                item = make_publication(ar=False, displayed_date=day)
                publishing.publish(item, "en", by=SYSTEM)

    def test_the_newest_come_first_and_ties_by_number(self):
        rows = Edition.objects.live().newest_first()
        days = [row.displayed_date for row in rows]
        assert days == sorted(days, reverse=True)
        assert rows[1].pk > rows[2].pk

    def test_a_list_continues_without_loss_or_repetition(self):
        rows = Edition.objects.live().newest_first()
        whole, told, page = list(rows), [], list(rows[:1])
        while page:
            told += page
            page = list(rows.before(page[0].displayed_date, page[0].pk)[:1])
        assert told == whole


class TestTitle(EditorialCase):
    def test_it_joins_kicker_and_headline(self):
        edition = Edition(kicker="Notes", headline="What the tide leaves")
        assert edition.title == "Notes: What the tide leaves"
        assert Edition(headline="What the tide leaves").title == "What the tide leaves"
