"""Publications of every form, public in both languages, and what holds them together.

class TestSomething(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.shelf = Shelf()      # cls.shelf.issue, .article, .dossier, .book, .study
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django.test import Client

from publications.models import Publication
from tests.cast import (
    LANGUAGES,
    live_address,
    make_person,
    make_publication,
    make_topic,
    write,
)
from thinktank.editorial import publishing
from thinktank.editorial.models import LinkKind
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Person, Series

ISSUE_TITLES = {"ar": "زمن الموانئ", "en": "The time of harbours"}
ARTICLE_TITLES = {"ar": "ساعة الرصيف", "en": "The clock of the quay"}
DOSSIER_TITLES = {"ar": "بحر واحد", "en": "One sea"}


class Shelf:
    """`issue` 37 of a periodical holds `article` and `other`, which is Arabic only;
    issue 36 stands before it. `dossier` holds `study`, number 19 of a series between
    18 and 20, then `article`. `book` comes in two formats."""

    def __init__(self) -> None:
        self.person = make_person()
        self.editor = Person.objects.create(
            name_ar="هند الصباغ",
            name_en="Hind Al Sabbagh",
            honorific_ar="د.",
            honorific_en="Dr",
        )
        self.topics = [make_topic()]
        self.periodical = make_series(
            "مدّ", "Madd", form="periodical", issn="2049-3630", issn_online="0378-5955"
        )
        self.papers = make_series("أوراق المرفأ", "Marfa Papers")
        self.earlier = self.make(type="issue", **self.number(36))
        self.issue = self.make(titles=ISSUE_TITLES, type="issue", **self.number(37))
        self.other = self.in_issue(16, 23, en=False)
        self.article = self.in_issue(7, 15, titles=ARTICLE_TITLES)
        self.studies = [self.study_number(number) for number in ("18", "19", "20")]
        self.study = self.studies[1]
        self.dossier = self.make_dossier([self.study, self.article])
        self.book = self.make_book()

    def number(self, number: int) -> dict[str, Any]:
        return {
            "series": self.periodical,
            "series_number": f"{number}",
            "displayed_date": date(2026, 7, 1),
            "date_precision": "month",
        }

    def make(self, *, titles: Any = None, **facts: Any) -> Publication:
        """Live in both languages, or without one of them, by the same author."""
        languages = [code for code in LANGUAGES if facts.pop(code, True)]
        people = {"people": [self.person], "topics": self.topics}
        item = make_publication(ar=False, en=False, **people | facts)
        for language in languages:
            changed = {"headline": titles[language]} if titles else {}
            write(item, language, **changed)
            publish(item, language)
        return item

    def in_issue(self, first: int, last: int, **wanted: Any) -> Publication:
        pages = {"issue": self.issue, "first_page": first, "last_page": last}
        return self.make(type="article", **pages | wanted)

    def study_number(self, number: str) -> Publication:
        return self.make(type="study", series=self.papers, series_number=number)

    def make_dossier(self, members: list[Publication]) -> Publication:
        dossier = self.make(type="dossier", titles=DOSSIER_TITLES)
        for order, target in enumerate(members, start=1):
            kind = LinkKind.CONTENTS
            dossier.listed.create(target=target, kind=kind, order=order)
        publishing.publish_facts(dossier, by=SYSTEM)
        return dossier

    def make_book(self) -> Publication:
        book = self.make(type="book")
        book.contributors.create(person=self.editor, role="editor", order=2)
        shop = "https://www.books.example/ledger"
        for binding, isbn, price, currency in (
            ("hardback", "978-0-306-40615-7", "32.00", "AED"),
            ("ebook", "", "9.50", "USD"),
        ):
            book.formats.create(
                binding=binding,
                isbn=isbn,
                pages=312 if isbn else None,
                price=Decimal(price),
                currency=currency,
                shop=shop,
            )
        publishing.publish_facts(book, by=SYSTEM)
        return book


def make_series(ar: str, en: str, **facts: Any) -> Series:
    return Series.objects.create(name_ar=ar, name_en=en, **facts)


def publish(item: Publication, language: str) -> None:
    publishing.publish(item, language, by=SYSTEM)


def words(html: str) -> str:
    """What a page says, without its markup."""
    return " ".join(re.sub("<[^>]+>", "", html).split())


def show(client: Client, item: Publication, language: str) -> str:
    """The page of an item, white space folded."""
    response = client.get(live_address(item, language))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())
