"""What content apps add to an item."""

from __future__ import annotations

from datetime import time, timedelta

from events.models import Event
from news.models import NewsItem
from publications.models import Publication, PublicationType
from tests.cast import (
    make_event,
    make_news,
    make_publication,
)
from tests.constraints.refusing import Refusing
from thinktank.centre.models import CentrePage
from thinktank.reference.models import Series


class TestPublications(Refusing):
    def setUp(self):
        self.item = make_publication()
        self.rows = Publication.objects.filter(pk=self.item.pk)

    def test_an_issue_of_itself(self):
        change = self.rows.update
        self.refuses("publication_not_in_itself", change, issue=self.item.pk)

    def test_pages_in_the_wrong_order(self):
        change = self.rows.update
        self.refuses("publication_pages_in_order", change, first_page=9, last_page=8)

    def test_one_page_is_in_order(self):
        self.rows.update(first_page=9, last_page=9)

    def test_a_supplement_of_nothing_or_among_the_pages(self):
        name, change = "publication_supplement_of_an_issue", self.rows.update
        self.refuses(name, change, is_supplement=True)
        issue = make_publication(type="issue")
        self.refuses(name, change, is_supplement=True, issue=issue, first_page=7)
        change(is_supplement=True, issue=issue)

    def test_an_unknown_form_of_a_type(self):
        change = PublicationType.objects.update
        self.refuses("publication_type_form", change, form="scroll")

    def test_an_unknown_binding(self):
        create = self.item.formats.create
        self.refuses("book_format_binding", create, binding="rope")

    def test_a_price_in_no_currency(self):
        create, values = self.item.formats.create, {"binding": "ebook", "price": 5}
        self.refuses("book_format_price_in_a_currency", create, **values)
        create(currency="AED", **values)

    def test_an_unknown_part_elsewhere(self):
        create = self.item.elsewhere.create
        self.refuses("elsewhere_part", create, part="some", outlet="A paper")

    def test_a_type_without_a_name(self):
        values = {"code": "new"}
        create = PublicationType.objects.create
        self.refuses("publication_type_has_a_name", create, **values)

    def test_a_type_in_an_unknown_ink(self):
        rows = PublicationType.objects.all()
        self.refuses("publication_type_ink", rows.update, ink="pink")


class TestOtherKinds(Refusing):
    def test_news_of_an_unknown_type(self):
        make_news()
        self.refuses("news_type", NewsItem.objects.update, type="rumour")

    def test_news_about_itself(self):
        item = make_news()
        change = NewsItem.objects.update
        self.refuses("news_not_about_itself", change, about=item.pk)

    def test_events_of_an_unknown_type_or_status(self):
        make_event()
        self.refuses("event_type", Event.objects.update, type="duel")
        self.refuses("event_status", Event.objects.update, status="lost")

    def test_an_event_that_ends_before_it_begins(self):
        event = make_event()
        change, before = Event.objects.update, event.start_day - timedelta(days=1)
        self.refuses("event_days_in_order", change, end_day=before)

    def test_an_event_that_ends_at_a_time_and_begins_at_none(self):
        make_event()
        self.refuses("event_clocks_together", Event.objects.update, end_clock=time(9))

    def test_an_event_inside_itself(self):
        event = make_event()
        self.refuses("event_not_in_itself", Event.objects.update, parent=event.pk)

    def test_a_series_shown_twice_at_a_stand(self):
        event, series = make_event(), Series.objects.create(name_en="Harbour papers")
        event.shown_series.create(series=series)
        create = event.shown_series.create
        self.refuses("shown_series_once", create, series=series, order=2)

    def test_two_pages_for_one_purpose(self):
        create = CentrePage.objects.create
        create(purpose="about")
        self.refuses("page_purpose_once", create, purpose="about")
        for _any in range(2):
            create(purpose="other")

    def test_a_page_for_an_unknown_purpose(self):
        create = CentrePage.objects.create
        self.refuses("page_purpose", create, purpose="fun")
