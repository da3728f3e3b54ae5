"""What `load_demo` makes of the sample files."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import TestCase

from events.models import Event
from news.models import NewsItem
from publications.models import Publication
from tests.demo import sample
from tests.demo.centre import LoadedTestCase, live, publication, row
from thinktank import changes, house
from thinktank.centre.models import CentrePage
from thinktank.demo import news as news_room
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.models import Edition, Item, Revision
from thinktank.reference.models import Affiliation, Person, Region, Series, Topic

LANGUAGES = sample.LANGUAGES


@pytest.mark.large
class TestLoadDemo(LoadedTestCase):
    def test_it_loads_what_the_files_hold(self) -> None:
        groups = {
            Publication: sample.PUBLICATIONS,
            NewsItem: sample.NEWS,
            Event: sample.EVENTS,
            CentrePage: sample.PAGES,
            Person: sample.PEOPLE,
        }
        for model, rows in groups.items():
            assert model.objects.count() == len(rows), model
        assert Topic.objects.count() == 12
        assert Region.objects.count() == 8
        assert Series.objects.count() == 3

    def test_each_language_is_public_where_the_files_have_it(self) -> None:
        private = {"scheduled", "withdrawn"}
        for language in LANGUAGES:
            rows = [found for _group, found in sample.rows()]
            public = [
                found
                for found in rows
                if language in sample.languages(found)
                and found.get("state") not in private
            ]
            found = Edition.objects.live().filter(language=language)
            assert found.count() == len(public)

    def test_what_it_published_agrees_with_its_revisions(self) -> None:
        assert list(check_editions()) == []

    def test_everything_would_pass_the_forms_of_the_desk(self) -> None:
        for model in (Publication, NewsItem, Event, CentrePage, Person, Affiliation):
            for record in model.objects.all():
                record.full_clean()
        for issue in Publication.objects.exclude(formats=None).distinct():
            for book in issue.formats.all():
                book.full_clean()

    def test_one_state_of_each_text_is_kept_and_two_of_what_was_corrected(self) -> None:
        texts = sum(len(sample.languages(found)) for _group, found in sample.rows())
        assert Revision.objects.count() == texts + len(LANGUAGES)

    def test_both_languages_keep_the_readers_place(self) -> None:
        for item in Publication.objects.all():
            bodies = [item.body_in(code) for code in LANGUAGES]
            ids = [[section.id for section in body.sections] for body in bodies if body]
            assert all(found == ids[0] for found in ids), item

    def test_running_it_again_changes_nothing_at_all(self) -> None:
        tables, counter = digests(), changes.current()
        call_command("load_demo", verbosity=0)
        assert digests() == tables
        assert changes.current() == counter

    def test_translations_follow_their_first_language(self) -> None:
        for item in Item.objects.filter(kind="publications"):
            if item.has_text("ar") and item.has_text("en"):
                assert item.track("en").source.language == "ar"

    def test_one_appears_some_days_after_loading(self) -> None:
        item = publication("the-palm-and-the-meter")
        assert not Edition.objects.standing().filter(item_id=item.pk).exists()
        soon = self.before + timedelta(days=6)
        for language in LANGUAGES:
            edition = Edition.objects.live(soon).get(item_id=item.pk, language=language)
            assert edition.live_from > self.before + timedelta(days=4)
            zone = house.current().zone
            assert edition.displayed_date == edition.live_from.astimezone(zone).date()

    def test_one_is_withdrawn_with_its_reason(self) -> None:
        item = publication("premiums-in-a-strait")
        reasons = row(sample.PUBLICATIONS, "premiums-in-a-strait")["withdrawal"]
        for language in LANGUAGES:
            standing = Edition.objects.standing()
            notice = standing.get(item_id=item.pk, language=language)
            assert notice.notice == Edition.Notice.WITHDRAWN
            assert notice.note == reasons[f"reason_{language}"]

    def test_one_was_corrected_with_a_public_note(self) -> None:
        item = publication("cost-of-waiting")
        correction = row(sample.PUBLICATIONS, "cost-of-waiting")["correction"]
        for language in LANGUAGES:
            edition = live(item, language)
            (noted,) = edition.corrections
            assert noted.note == correction[f"note_{language}"]
            first = Edition.objects.live(edition.live_from - timedelta(milliseconds=1))
            earlier = first.get(item_id=item.pk, language=language).revision.document
            now = edition.revision.document
            assert earlier != now
            assert [part.id for part in earlier.sections] == [
                part.id for part in now.sections
            ]

    def test_some_are_public_in_one_language_alone(self) -> None:
        for key, language in (
            ("cooperatives-at-sea", "ar"),
            ("how-the-falaj-told-time", "ar"),
            ("a-premium-for-patience", "en"),
        ):
            standing = Edition.objects.standing()
            found = standing.filter(item_id=publication(key).pk)
            assert [edition.language for edition in found] == [language]

    def test_dates_are_those_of_the_files(self) -> None:
        for found in sample.PUBLICATIONS:
            if found["state"] != "published":
                continue
            edition = live(publication(found["key"]), found["languages"][0])
            day = date.fromisoformat(found["date"])
            zone = house.current().zone
            assert (edition.displayed_date, edition.year) == (day, day.year)
            assert edition.first_published.astimezone(zone).date() == day
            assert edition.date_precision == found["date_precision"]
            assert edition.live_from >= self.before - timedelta(seconds=1)


@pytest.mark.large
class TestAnInterruptedRun(TestCase):
    def test_it_leaves_nothing(self) -> None:
        before = digests()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(news_room, "make", interrupted)
            with pytest.raises(KeyboardInterrupt):
                call_command("load_demo", verbosity=0)
        assert digests() == before


def interrupted(*args: object) -> None:
    raise KeyboardInterrupt


def digests() -> dict[str, str]:
    """The rows of every table, each table by its digest."""
    return {
        model._meta.db_table: _digest(model._meta.db_table, model._meta.pk.column)
        for model in apps.get_models(include_auto_created=True)
    }


def _digest(table: str, key: str) -> str:
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        quote = connection.ops.quote_name
        cursor.execute(f"SELECT * FROM {quote(table)} ORDER BY {quote(key)}")
        for values in cursor.fetchall():
            digest.update(repr(values).encode())
    return digest.hexdigest()
