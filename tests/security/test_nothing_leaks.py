"""What is not public shows nowhere, however much of what is public points at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import TestCase
from django.utils import timezone

from publications.models import Publication
from tests.cast import (
    LANGUAGES,
    change_facts,
    make_document,
    make_event,
    make_file,
    make_news,
    make_page,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.doors.grounds import routes
from thinktank import changes
from thinktank.editorial import publishing, saving, trash
from thinktank.editorial.models import Edition, Item, LinkKind
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.addresses import reference_path
from thinktank.public.models import Announcement, HomeSlot, MenuEntry
from thinktank.reference.models import Programme, Region, Series

pytestmark = pytest.mark.large

SECRET = "zwischenfall"
"""A word that stands in hidden things alone."""
INNER = ("publications", "news", "events", "people", "topics", "regions")


def hide(item: Item) -> None:
    """Fill the working copy with the secret; nothing of it is published."""
    for language in LANGUAGES:
        words = dict.fromkeys(("kicker", "headline", "summary"), f"{SECRET} {item.pk}")
        write(item, language, body=make_document(language, lead=SECRET), **words)


def publish(item: Item) -> None:
    for language in LANGUAGES:
        publishing.publish(item, language, by=SYSTEM)


class TestHiddenThings(TestCase):
    """One draft, one text that was withdrawn after a correction, one that was
    suppressed and is in the trash, and their records stand in every list, slot, menu
    and row that public things have."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.series = Series.objects.create(
            name_ar="مدّ", name_en="Madd", form="periodical"
        )
        cls.make_hidden()
        cls.make_open()
        cls.make_front()
        changes.touch()

    @classmethod
    def make_hidden(cls) -> None:
        name = {"name_ar": SECRET, "name_en": SECRET}
        cls.records = [
            make_person(SECRET, SECRET),
            make_topic(SECRET, SECRET),
            Region.objects.create(**name),
            Programme.objects.create(**name),
            Series.objects.create(**name),
        ]
        person, topic, region, programme, series = cls.records
        cls.file = make_file(SECRET.encode(), f"{SECRET}.csv")
        cls.draft = make_publication(people=[person], topics=[topic], series=series)
        cls.draft.regions.add(region)
        cls.draft.programmes.add(programme)
        hide(cls.draft)
        with saving.saving_facts(cls.draft, by=SYSTEM):
            cls.draft.attachments.create(file=cls.file)
        cls.later = make_publication(people=[person], topics=[topic])
        hide(cls.later)
        for language in LANGUAGES:
            tomorrow = timezone.now() + timedelta(days=1)
            publishing.schedule(cls.later, language, tomorrow, by=SYSTEM)
        cls.gone = cls.make_gone()
        cls.suppressed = cls.make_suppressed()
        cls.hidden_news = make_news(about=cls.draft)
        hide(cls.hidden_news)

    @classmethod
    def make_gone(cls) -> Publication:
        gone = make_publication(series=cls.series, series_number="2", type="issue")
        hide(gone)
        publish(gone)
        for language in LANGUAGES:
            publishing.publish(gone, language, by=SYSTEM, note=SECRET)
            publishing.withdraw(gone, language, "Over.", by=SYSTEM)
        # The title that a notice keeps was public: it must not be the secret.
        Edition.objects.filter(item=gone).exclude(notice="").update(
            headline="Withdrawn", kicker="", slug="-"
        )
        return gone

    @classmethod
    def make_suppressed(cls) -> Publication:
        """Withdrawn, suppressed, and put in the trash: its addresses still answer."""
        item = make_publication(series=cls.series, series_number="3", type="issue")
        hide(item)
        publish(item)
        for language in LANGUAGES:
            publishing.publish(item, language, by=SYSTEM, note=SECRET)
            publishing.withdraw(item, language, SECRET, by=SYSTEM)
            publishing.suppress(item, language, SECRET, by=SYSTEM)
        trash.put(item, by=SYSTEM)
        return item

    @classmethod
    def make_open(cls) -> None:
        hidden = [cls.draft, cls.later, cls.gone, cls.suppressed]
        topic = make_topic()
        cls.open = make_publication(topics=[topic], series=cls.series, type="issue")
        change_facts(cls.open, series_number="1")
        cls.dossier = make_publication(type="dossier", topics=[topic])
        with saving.saving_facts(cls.dossier, by=SYSTEM):
            for order, target in enumerate(hidden):
                cls.dossier.listed.create(
                    target=target, kind=LinkKind.CONTENTS, order=order
                )
        cls.article = make_publication(type="article", issue=cls.gone)
        ahead = timezone.localdate() + timedelta(days=1)
        cls.fair = make_event(type="fair", launched=hidden, start_day=ahead)
        cls.part = make_event(type="signing", parent=cls.fair)
        cls.hidden_part = make_event(type="panel", parent=cls.fair)
        hide(cls.hidden_part)
        cls.inside_hidden = make_event(type="panel", parent=cls.hidden_part)
        cls.news = make_news(about=cls.draft)
        cls.centre = [make_page(purpose=p) for p in ("about", "team", "corrections")]
        for item in cls.all_open():
            with saving.saving_facts(item, by=SYSTEM):
                item.related.set(hidden)
            publish(item)

    @classmethod
    def all_open(cls) -> list[Item]:
        items = [cls.open, cls.dossier, cls.article, cls.fair, cls.part]
        return [*items, cls.inside_hidden, cls.news, *cls.centre]

    @classmethod
    def make_front(cls) -> None:
        every = (cls.draft, cls.later, cls.gone, cls.suppressed)
        every += (cls.hidden_news, cls.hidden_part)
        for item in every:
            for language in LANGUAGES:
                HomeSlot.objects.create(language=language, item=item)
            for place in ("header", "footer"):
                MenuEntry.objects.create(place=place, item=item)
        MenuEntry.objects.create(place="footer", series=cls.records[-1])
        Announcement.objects.create(text_ar="جناحنا", text_en="Come", item=cls.draft)

    def addresses(self) -> Iterator[str]:
        items = (self.draft, self.later, self.gone, self.suppressed)
        hidden = (*items, self.hidden_news, self.hidden_part)
        for language in LANGUAGES:
            yield f"/{language}/"
            yield from (f"/{language}/{name}/" for name in (*INNER, "archive"))
            yield from (f"/{language}/programmes/", f"/{language}/series/")
            yield f"/{language}/archive/{timezone.now().year}/"
            yield f"/{language}/events/?type=panel"
            for item in (*hidden, *self.all_open()):
                yield f"/a/{item.pk}/{language}"
            yield f"/{language}/series/{self.series.pk}/"
            for record in self.records:
                folder = FOLDERS[type(record).__name__]
                yield f"/{language}/{folder}/{record.pk}/"
                yield f"/{language}/publications/?{folder.rstrip('s')}={record.pk}"
                yield f"/{language}/search/?q=quay&{folder.rstrip('s')}={record.pk}"
            yield f"/{language}/search/?q={SECRET[:-1]}"
            yield f"/{language}/search/?q={SECRET[:-1]}+quay"
            yield f"/{language}/search/suggestions?q={SECRET[:4]}"

    def test_no_page_says_a_word_of_them(self) -> None:
        for address in self.addresses():
            response = self.client.get(address, follow=True)
            told = response.content.decode() + "".join(
                url for url, _status in response.redirect_chain
            )
            assert SECRET not in told, address

    def test_no_address_with_their_numbers_says_a_word_of_them(self) -> None:
        """Every public route, with the numbers of all that is hidden, in every
        language: neither the answer nor a header."""
        tried = 0
        for address in self.numbered():
            response = self.client.get(address)
            told = f"{response.headers}".encode() + response.getvalue()
            assert SECRET.encode() not in told.replace(address.encode(), b""), address
            tried += 1
        assert tried > 200

    def numbered(self) -> Iterator[str]:
        items = (self.draft, self.later, self.gone, self.suppressed)
        rows = (*items, self.hidden_news, self.hidden_part, *self.records, self.file)
        numbers = sorted({row.pk for row in rows})
        for route in routes():
            if route.startswith("admin/"):
                continue
            for language in LANGUAGES if "<language" in route else [""]:
                for number in numbers if "<number" in route else [0]:
                    yield self.filled(route, language, number)

    def filled(self, route: str, language: str, number: int) -> str:
        values = {
            "<language:language>": language,
            "<number:number>": str(number),
            "<slug>": "x",
            "<year:year>": str(timezone.now().year),
            "<picture_name:name>": f"{'0' * 32}.jpg",
            "<str:name>": f"{SECRET}.csv",
            "<str:token>": f"{number}.x",
        }
        for parameter, value in values.items():
            route = route.replace(parameter, value)
        assert "<" not in route, route
        return f"/{route}"

    def test_no_page_counts_them(self) -> None:
        (open_issue,) = re.findall(
            r'<li><article class="issue">', self.get(f"/en/series/{self.series.pk}/")
        )
        assert open_issue
        assert "2 titles" not in self.get(f"/a/{self.fair.pk}/en")
        assert 'class="steps"' not in self.get(f"/a/{self.open.pk}/en")

    def test_a_withdrawn_text_takes_its_corrections_along(self) -> None:
        (page,) = (page for page in self.centre if page.purpose == "corrections")
        html = self.get(f"/a/{page.pk}/en")
        assert "Nothing has been corrected so far." in html

    def get(self, address: str) -> str:
        response = self.client.get(address, follow=True)
        assert response.status_code == 200, address
        return " ".join(response.content.decode().split())


FOLDERS = {
    "Person": "people",
    "Topic": "topics",
    "Region": "regions",
    "Programme": "programmes",
    "Series": "series",
}


class TestDoorOfFiles(TestCase):
    """A file is read as long as something live carries it, under any name."""

    def setUp(self) -> None:
        self.file: Any = make_file()
        self.item = make_publication()
        with saving.saving_facts(self.item, by=SYSTEM):
            self.item.attachments.create(file=self.file)

    def status(self, name: str = "study.pdf", number: object = None) -> int:
        number = self.file.pk if number is None else number
        response = self.client.get(f"/files/{number}/{name}")
        if response.streaming:
            b"".join(response)
        return response.status_code

    def test_a_draft_s_file_is_shut(self) -> None:
        assert self.status() == 404

    def test_it_opens_with_the_edition_and_shuts_with_it(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM)
        assert self.status() == 200
        publishing.withdraw(self.item, "en", "Over.", by=SYSTEM)
        assert self.status() == 404

    def test_a_file_that_was_taken_off_is_shut(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM)
        with saving.saving_facts(self.item, by=SYSTEM):
            self.item.attachments.all().delete()
        assert self.status() == 200  # readers still see the published list
        publishing.publish_facts(self.item, by=SYSTEM)
        assert self.status() == 404

    def test_no_name_leads_elsewhere(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM)
        for name in ("other.pdf", "%2e%2e", "a%0d%0aX: y.pdf", "%00", "x" * 3000):
            response = self.client.get(f"/files/{self.file.pk}/{name}")
            assert response.status_code == 200
            b"".join(response)
            assert response["Content-Disposition"] == 'inline; filename="study.pdf"'

    def test_no_number_leads_elsewhere(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM)
        for number in (0, "01", "-1", "١", "1e0", "9" * 19, "9" * 400):
            assert self.status(number=number) == 404, number

    def test_the_folder_of_files_has_no_address(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM)
        stored = str(self.file.file.name)
        name = stored.rpartition("/")[2]
        for path in (stored, f"pictures/{name}", f"pictures/../{stored}"):
            assert self.client.get(f"/media/{path}").status_code == 404, path
        for path in ("pictures/..%2f..%2fsecret", "pictures/%2e%2e/x", "pictures/"):
            assert self.client.get(f"/media/{path}").status_code == 404, path


class TestHosts(TestCase):
    def test_a_foreign_host_is_refused_and_named_nowhere(self) -> None:
        make_publication(live=True)
        for host in ("evil.example", "testserver.evil.example", "evil.example:80@x"):
            response = self.client.get("/en/publications/", headers={"host": host})
            assert response.status_code == 400, host
            assert b"evil.example" not in response.content

    def test_what_a_proxy_is_said_to_have_said_is_not_believed(self) -> None:
        html = self.client.get("/en/", headers={"x-forwarded-host": "evil.example"})
        assert b"evil.example" not in html.content


class TestParametersOfLists(TestCase):
    WRONG = ("\x00", "-1", "0", "١٢", "9" * 400, "x" * 10_000, "1'--", "\ud7ff", "٢٠٢٦")
    LISTS: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("publications/", ("type", "topic", "region", "person", "year", "before")),
        ("news/", ("type", "year", "before")),
        ("events/", ("type", "year", "before")),
        ("archive/2026/", ("before",)),
        ("search/", ("type", "topic", "region", "person", "year")),
        ("search/", ("kind", "in", "page", "exact")),
    )

    def test_what_is_malformed_is_nowhere(self) -> None:
        person, topic = make_person(), make_topic()
        series = Series.objects.create(name_ar="مدّ", name_en="Madd")
        make_publication(people=[person], topics=[topic], series=series, live=True)
        make_event(live=True)
        records = [(person, "before"), (topic, "before"), (series, "after")]
        of_records = [(reference_path(row, "en"), (name,)) for row, name in records]
        lists = [(f"/en/{path}", names) for path, names in self.LISTS]
        for path, names in (*lists, *of_records):
            for name in names:
                for value in self.WRONG:
                    response = self.client.get(path, {name: value})
                    found = (response.status_code, path, name, value[:20])
                    assert found[0] == 404 or self.is_a_code(name, value), found

    def is_a_code(self, name: str, value: str) -> bool:
        """Whether it could be the code of a type; there is none, and nothing fits."""
        return name in ("type", "kind") and value in ("-1", "0")

    def test_so_is_a_place_that_no_calendar_has(self) -> None:
        (page, _other) = [
            make_page(live=True, purpose=purpose) for purpose in ("corrections", "team")
        ]
        places = ("2026-02-30-1", "0000-01-01-1", "2026-01-01T256000Z-1", "2026-01-01")
        for place in places:
            for path in ("publications/", "events/", f"centre/{page.pk}/-/"):
                asked = {"before": place}
                response = self.client.get(f"/en/{path}", asked, follow=True)
                assert response.status_code == 404, (path, place)

    def test_the_ends_of_time_are_places(self) -> None:
        make_publication(live=True)
        make_event(live=True)
        for place in ("0001-01-01-1", "9999-12-31-999999999999999999"):
            for path in ("publications/", "events/"):
                answer = self.client.get(f"/en/{path}", {"before": place})
                assert answer.status_code == 200, (path, place)
