"""Saving what the writing surface sends, sound and hostile."""

from __future__ import annotations

import html
import json
import re

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase as PropertyTestCase

from tests.admin.page import DeskTestCase, Page, address, get, save
from tests.cast import make_cast, make_publication
from tests.document.surface_strategies import anything, hostile
from thinktank.document.model import plain
from thinktank.document.readers import surface as reader
from thinktank.document.writers import surface as writer
from thinktank.editorial.models import Revision

pytestmark = pytest.mark.large


def stored(item, language="en"):
    item.refresh_from_db()
    return item.body_in(language)


def sent(data, language="en"):
    """The fields of a form whose body in `language` is a surface with this data."""
    column = f"body_{language}"
    source = data if isinstance(data, str) else json.dumps(data)
    return {column: source, f"{column}-form": "surface"}


def shown(page, language="en"):
    """The data with which a page starts the surface of a language."""
    scripts = page.all("script", class_="surface-document")
    sides = page.all(class_="surface-field")
    found = dict(zip((each["data-surface"] for each in sides), scripts, strict=True))
    return json.loads(found[language].text)


def problems_in(response):
    """What the page shows at the blocks of the English surface."""
    page = response.content.decode()
    found = re.search(r'data-surface="en" data-problems="([^"]*)"', page)
    return json.loads(html.unescape(found[1]))


class TestSavingASurface(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()

    def changed(self, **words):
        data = writer.write(stored(self.item))
        source = json.dumps(data)
        for old, new in words.items():
            source = source.replace(old, new)
        return json.loads(source)

    def test_it_stores_the_document_with_its_ids(self):
        before = stored(self.item)
        response = save(self.client, self.item, **sent(self.changed(gains="pays")))
        assert response.status_code == 302
        after = stored(self.item)
        assert plain(after.sections[1].heading) == "Who pays?"
        assert [s.id for s in after.sections] == [s.id for s in before.sections]

    def test_a_surface_that_says_what_is_stored_is_no_change(self):
        revisions = Revision.objects.count()
        data = {code: writer.write(stored(self.item, code)) for code in ("ar", "en")}
        fields = sent(data["ar"], "ar") | sent(data["en"])
        assert save(self.client, self.item, **fields).status_code == 302
        assert Revision.objects.count() == revisions

    def test_both_languages_of_a_new_item_are_paired(self):
        heading = {"type": "section", "content": [{"type": "text", "text": "س"}]}
        page = get(self.client, "/admin/publications/publication/add/")
        fields = page.sent() | {"headline_ar": "عنوان", "headline_en": "Title"}
        data = {"type": "doc", "content": [heading]}
        fields |= sent(data, "ar") | sent(data)
        response = self.client.post("/admin/publications/publication/add/", fields)
        assert response.status_code == 302
        item = type(self.item).objects.latest("pk")
        ids = {stored(item, code).sections[0].id for code in ("ar", "en")}
        assert len(ids) == 1

    def test_problems_stand_at_their_blocks_and_nothing_is_lost(self):
        before, data = stored(self.item), self.changed(gains="pays")
        data["content"].insert(
            0,
            {
                "type": "point",
                "content": [
                    {"type": "text", "text": "Loose </script><b>"},
                ],
            },
        )
        response = save(self.client, self.item, **sent(data))
        assert response.status_code == 200
        page = response.content.decode()
        assert "</script><b>" not in page
        assert 'data-block="1"' in page
        (problem,) = problems_in(response)
        assert problem["block"] == 0
        assert stored(self.item) == before

    def test_what_was_sent_comes_back_exactly(self):
        loose = {"type": "point", "content": [{"type": "text", "text": "Loose "}]}
        data = {"type": "doc", "content": [loose]}
        page = Page(save(self.client, self.item, **sent(data)))
        assert shown(page) == data

    def test_the_page_starts_with_what_is_stored(self):
        page = get(self.client, address(self.item))
        for language in ("ar", "en"):
            assert shown(page, language) == writer.write(stored(self.item, language))

    def test_two_people_in_two_languages_do_not_conflict(self):
        page = get(self.client, address(self.item)).sent()
        arabic = writer.write(stored(self.item, "ar"))
        save(self.client, self.item, **sent(self.changed(gains="pays")))
        text = json.dumps(arabic, ensure_ascii=False).replace("المستفيد", "الخاسر")
        fields = page | sent(json.loads(text), "ar")
        fields |= sent(writer.write(stored(self.item)))
        response = self.client.post(address(self.item), fields)
        assert response.status_code == 302
        assert plain(stored(self.item).sections[1].heading) == "Who pays?"
        assert plain(stored(self.item, "ar").sections[1].heading) == "من الخاسر؟"

    def test_a_stale_surface_is_refused_with_the_difference(self):
        page = get(self.client, address(self.item)).sent()
        mine = self.changed(gains="pays")
        save(self.client, self.item, **sent(self.changed(gains="wins")))
        response = self.client.post(address(self.item), page | sent(mine))
        assert response.status_code == 200
        assert "<ins>pays</ins>" in response.content.decode()
        assert plain(stored(self.item).sections[1].heading) == "Who wins?"

    def test_the_policy_accepts_one_import_map_by_its_hash(self):
        response = self.client.get(address(self.item))
        policy = response["content-security-policy"]
        assert len(re.findall(r"'sha256-[\w+/]+=*'", policy)) == 1
        assert "unsafe" not in policy
        page = response.content.decode()
        assert page.count('type="importmap"') == 1
        assert page.index('type="importmap"') < page.index('type="module"')


@pytest.mark.large
class TestHostileSurfaces(PropertyTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.item = make_publication()
        browser = Client()
        browser.force_login(make_cast().admin)
        cls.fields = get(browser, address(cls.item)).sent()
        cls.cookies = browser.cookies

    def save(self, source):
        """Send a form that is not stale: what was refused has changed nothing."""
        browser = Client()
        browser.cookies = self.cookies
        fields = self.fields | sent(source) | {"_continue": "on"}
        return browser.post(address(self.item), fields)

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(anything | hostile)
    def test_nothing_unsound_is_stored_and_nothing_fails(self, data):
        before = stored(self.item)
        reading = reader.read(reader.loads(json.dumps(data)), "en", like=before)
        response = self.save(data)
        if reading.problems:
            assert response.status_code == 200
            page = response.content.decode()
            found = re.search(r'data-surface="en" data-problems="([^"]*)"', page)
            assert len(json.loads(html.unescape(found[1]))) == len(
                reading.problems[:50]
            )
            assert stored(self.item) == before
        else:
            assert response.status_code == 302
            assert stored(self.item) == reading.document

    def test_what_no_json_reader_takes_is_one_problem(self):
        words = {"type": "text", "text": "x" * 2_100_000}
        paragraph = {"type": "paragraph", "content": [words]}
        long = json.dumps({"type": "doc", "content": [paragraph]})
        deep = '{"type":"doc","content":[' * 10_000 + "]}" * 10_000
        before = stored(self.item)
        for source in (deep, long, "", "{", "nul", '"\\ud800"', "[" * 200_000):
            response = self.save(source)
            assert response.status_code == 200, source[:20]
            assert len(problems_in(response)) == 1
            assert stored(self.item) == before
