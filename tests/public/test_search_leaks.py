"""No door of the search tells of what is not public, not yet or no more."""

from __future__ import annotations

import re
from html import unescape
from io import StringIO
from urllib.parse import quote_plus

from django.core.management import call_command
from django.test import TestCase

from tests.cast import (
    make_document,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.clock import Clock
from thinktank.editorial import publishing
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import SYSTEM

WORDS = {
    "headline": "Quillfeather accord",
    "kicker": "Brambleworth",
    "summary": "Thornapple is agreed upon.",
}
PERSON, TOPIC = "Wolmar Drosseling", "Zymurgy"
ASKED = (
    "quillfeathr",
    '"quillfeather accord"',
    "harbours brambleworth",
    "thornapple",
    "gorsebush",
    "ولمار",
    "zymu",
)
BEGUN = ("quil", "dross", "zymu")
TOLD = ("uillfeather", "rambleworth", "hornapple", "orsebush", "rosseling", "ymurgy")

ISOLATION = re.compile("</?bdi[^>]*>|[\u2066-\u2069]")


def without(html: str, text: str) -> str:
    """A page without the question that it repeats."""
    said = ISOLATION.sub("", unescape(html))
    for form in (quote_plus(text), text.strip('"')):
        said = said.replace(form, "")
    return said


class TestHidden(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.person = make_person("ولمار دروسلنغ", PERSON)
        cls.topic = make_topic("علم التخمير", TOPIC)
        make_publication(live=True)

    def secret(self) -> Item:
        item = make_publication(people=[self.person], topics=[self.topic], ar=False)
        write(item, "en", **WORDS, body=make_document("en", "Gorsebush."))
        return item

    def said(self) -> str:
        """All that a stranger gets for these words, without their own questions."""
        found = []
        for text in ASKED:
            answer = self.client.get("/en/search/", {"q": text})
            found.append(without(answer.content.decode(), text))
            stream = StringIO()
            call_command("search", "--json", "--", text, stdout=stream)
            found.append(stream.getvalue())
        for text in BEGUN:
            answer = self.client.get("/en/search/suggestions", {"q": text})
            found.append(answer.content.decode())
        for name in ("topic", "person"):
            query = {"q": "harbours", name: getattr(self, name).pk}
            found.append(self.client.get("/ar/search/", query).content.decode())
        return "\n".join(found)

    def assert_silent(self) -> None:
        said = self.said()
        for words in TOLD:
            place = said.find(words)
            assert place < 0, said[place - 200 : place + 100]

    def test_a_draft(self) -> None:
        self.secret()
        self.assert_silent()

    def test_what_is_scheduled_until_its_instant(self) -> None:
        with Clock() as clock:
            item = self.secret()
            publishing.schedule(item, "en", clock.ahead(hours=1), by=SYSTEM)
            clock.forward(minutes=59)
            self.assert_silent()
            clock.forward(minutes=1)
            said = self.said()
            for words in TOLD:
                assert words in said, words

    def test_what_is_withdrawn(self) -> None:
        item = self.secret()
        publishing.publish(item, "en", by=SYSTEM)
        assert TOLD[0] in self.said()
        publishing.withdraw(item, "en", "Over.", by=SYSTEM)
        self.assert_silent()

    def test_what_is_suppressed(self) -> None:
        item = self.secret()
        publishing.publish(item, "en", by=SYSTEM)
        publishing.withdraw(item, "en", "Over.", by=SYSTEM)
        publishing.suppress(item, "en", "A judge said so.", by=SYSTEM)
        self.assert_silent()

    def test_a_change_that_is_scheduled(self) -> None:
        with Clock() as clock:
            item = make_publication(ar=False)
            publishing.publish(item, "en", by=SYSTEM)
            write(item, "en", **WORDS, body=make_document("en", "Gorsebush."))
            publishing.schedule(item, "en", clock.ahead(hours=1), by=SYSTEM)
            clock.forward(minutes=59)
            self.assert_silent()
