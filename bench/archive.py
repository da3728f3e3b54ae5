"""A generated archive: live editions of made-up words, half Arabic, half English.

The words are none, but they are as frequent as in a language (Zipf's law), have its
prefixes and endings, and stand in headed sections with points. The same seed makes the
same archive. The rows are those that publishing would have written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import accumulate, islice
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import JSONField, Value

from thinktank.document.jsonform import to_json
from thinktank.document.model import Document, Paragraph, Point, Section, text
from thinktank.editorial import rows
from thinktank.editorial.models import Edition, Item, Revision
from thinktank.reference.models import Person, Region, Topic

LANGUAGES = ("ar", "en")
STEMS = 15_000
"""Of each language."""
PEOPLE, TOPICS, REGIONS = 400, 80, 40
TYPES = ("analysis", "article", "paper", "report")
BATCH = 1_000
BEGUN = datetime(2010, 1, 1, 9, tzinfo=UTC)
DAYS = 6_000
ZONE = ZoneInfo("UTC")
POINTS = (2, 3, 2)
"""The points of each section."""
POINT = 26
"""Words of a point, on average: an edition has some 260."""

ARABIC = {
    "letters": "بتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "vowels": ("", "", "ا", "ي", "و"),
    "before": ("", "", "", "ال", "ال", "ال", "وال", "بال", "و", "لل"),
    "after": ("", "", "", "", "ة", "ات", "ين", "ية", "ها", "هم"),
}
ENGLISH = {
    "letters": "bcdfgklmnprstvz",
    "vowels": ("a", "e", "i", "o", "u", "ea", "ou"),
    "before": ("",),
    "after": ("", "", "", "s", "s", "ed", "ing", "ly", "er", "al"),
}


class Words:
    """The words of a language, to be drawn as often as it says them."""

    def __init__(self, language: str, seed: int) -> None:
        self._random = Random(f"{language} {seed}")
        self._parts: dict[str, Any] = ARABIC if language == "ar" else ENGLISH

    def some(self, number: int) -> list[str]:
        return self._random.choices(self._forms, cum_weights=self._weights, k=number)

    def line(self, number: int) -> str:
        return " ".join(self.some(number))

    def name(self, number: int) -> str:
        """Any of its words, the rare ones too, as names are."""
        return " ".join(self._random.choices(self._forms, k=number))

    @cached_property
    def _forms(self) -> list[str]:
        before, after = self._parts["before"], self._parts["after"]
        pairs = list(zip(before * len(after), sorted(after * len(before)), strict=True))
        return [
            f"{start}{stem}{end}"
            for stem in self._stems()
            for start, end in self._random.sample(pairs, 6)
        ]

    @cached_property
    def _weights(self) -> list[float]:
        """The law of Zipf and Mandelbrot, by the place of each stem."""
        return list(accumulate(1 / (place // 6 + 2.7) for place in range(STEMS * 6)))

    def _stems(self) -> list[str]:
        found = dict.fromkeys(self._stem() for _turn in range(STEMS * 2))
        return list(islice(found, STEMS))

    def _stem(self) -> str:
        letters, vowels = self._parts["letters"], self._parts["vowels"]
        length = self._random.choice((2, 3, 3, 3, 4, 4))
        pairs = (
            self._random.choice(letters) + self._random.choice(vowels)
            for _turn in range(length)
        )
        return "".join(pairs) + self._random.choice(letters)


class Archive:
    """Fills an empty database; `words` are those its texts are made of."""

    def __init__(self, seed: int = 1) -> None:
        self.random = Random(seed)
        self.words = {language: Words(language, seed) for language in LANGUAGES}
        self.headlines: dict[str, list[str]] = {language: [] for language in LANGUAGES}

    def fill(self, editions: int) -> None:
        """Store so many editions, two of each item."""
        self._people = self._named(Person, PEOPLE, 2)
        self._topics = self._named(Topic, TOPICS, 2)
        self._regions = self._named(Region, REGIONS, 1)
        for begun in range(0, editions // 2, BATCH):
            with transaction.atomic():
                self._store(min(BATCH, editions // 2 - begun))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _named(self, model: Any, number: int, length: int) -> list[int]:
        made = (
            {f"name_{code}": words.name(length) for code, words in self.words.items()}
            for _turn in range(number)
        )
        return [model.objects.create(**names).pk for names in made]

    def _store(self, number: int) -> None:
        manager: Any = Item.objects
        items = manager.bulk_create(
            Item(kind="publications") for _turn in range(number)
        )
        made = [pair for item in items for pair in self._revisions(item)]
        Revision.objects.bulk_create(revision for revision, _document in made)
        editions = [self._edition(*pair) for pair in made]
        Edition.objects.bulk_create(editions)
        pairs = zip(editions, made, strict=True)
        _hang(rows.children(row, body, of.facts) for row, (of, body) in pairs)

    def _revisions(self, item: Item) -> Iterator[tuple[Revision, Document]]:
        facts = self._facts()
        for language in LANGUAGES:
            document = self._document(language)
            # It is sound; that each is checked would take most of the time.
            form: Any = Value(to_json(document), JSONField())
            revision = Revision(
                item=item,
                language=language,
                number=1,
                texts=self._texts(language),
                document=form,
                facts=facts,
                digest=f"{item.pk} {language}",
                text_digest=f"{item.pk} {language}",
            )
            yield revision, document

    def _facts(self) -> dict[str, Any]:
        people = self._few(self._people, 3)
        return {
            "displayed_date": None,
            "date_precision": "day",
            "first_published": None,
            "updated": None,
            "people": [[pk, "author", {}] for pk in people],
            "topics": self._few(self._topics, 4),
            "regions": self._few(self._regions, 2),
            **dict.fromkeys(("programmes", "gallery", "attachments", "links"), ()),
            "cover": None,
            "own": {"type": self.random.choice(TYPES)},
        }

    def _few(self, keys: list[int], most: int) -> list[int]:
        """Some records, the first of them more often."""
        weights = [1 / (place + 2) for place in range(len(keys))]
        drawn = self.random.choices(keys, weights, k=self.random.randint(1, most))
        return list(dict.fromkeys(drawn))

    def _texts(self, language: str) -> dict[str, str]:
        words = self.words[language]
        headline = words.line(self.random.randint(5, 12))
        self.headlines[language].append(headline)
        return {
            "kicker": words.line(2),
            "headline": headline,
            "summary": words.line(22),
            "slug": "",
        }

    def _document(self, language: str) -> Document:
        size = self.random.uniform(0.4, 1.6)
        line = self.words[language].line
        lead = Paragraph(text(line(int(34 * size))))
        sections = (
            Section(
                f"s-{place:04}",
                text(line(3)),
                points=tuple(self._points(line, size, place, number)),
            )
            for place, number in enumerate(POINTS)
        )
        return Document(language, lead=(lead,), sections=tuple(sections))

    def _points(
        self, line: Any, size: float, place: int, number: int
    ) -> Iterator[Point]:
        for turn in range(number):
            body = Paragraph(text(line(int((POINT - 4) * size))))
            yield Point(f"p-{place}{turn:03}", text(line(4)), (body,))

    def _edition(self, revision: Revision, document: Document) -> Edition:
        at = BEGUN + timedelta(days=revision.item_id % DAYS)
        told = [(at, "")]
        shown = Revision(texts=revision.texts, facts=revision.facts, document=document)
        return Edition(
            item_id=revision.item_id,
            language=revision.language,
            live_from=at,
            revision=revision,
            stated=revision,
            **rows.columns("publications", shown, told, ZONE),
        )


def _hang(filled: Iterable[rows.Children]) -> None:
    for tables in zip(*(children.tables() for children in filled), strict=True):
        if batch := [row for table in tables for row in table]:
            type(batch[0])._default_manager.bulk_create(batch)
