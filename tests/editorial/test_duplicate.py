from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.cast import (
    HEADLINES,
    LANGUAGES,
    make_news,
    make_person,
    make_publication,
    make_topic,
    make_user,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial.copying import duplicate
from thinktank.editorial.models import Edition, LinkKind
from thinktank.editorial.permissions import SYSTEM, Refused
from thinktank.reference.models import Series

pytestmark = pytest.mark.large


class TestDuplicate(EditorialCase):
    def setUp(self):
        super().setUp()
        self.other = make_publication()
        self.book = make_publication(
            type="book",
            live=True,
            people=[make_person()],
            topics=[make_topic()],
            displayed_date=date(2026, 5, 1),
            date_precision="month",
            updated=datetime(2026, 6, 1, tzinfo=UTC),
            series=Series.objects.create(name_en="Marfa Papers"),
            series_number="7",
            doi="10.5555/marfa.7",
            isbn="978-0-306-40615-7",
            report_number="M-7",
            pages=312,
        )
        write(self.book, "en", slug="an-address", keywords="harbours")
        self.book.related.set([self.other])
        self.book.listed.create(target=self.other, kind=LinkKind.CONTENTS, order=1)
        self.book.formats.create(
            binding="hardback",
            isbn="978-0-306-40615-7",
            price=Decimal("18.00"),
            currency="AED",
        )
        self.book.contributors.update(affiliation_en="Harbour School")
        self.copied = duplicate(self.book, by=SYSTEM)
        self.copied.refresh_from_db()

    def test_a_manuscript_stays_with_the_item_made_of_it(self):
        self.book.manuscripts.create(languages="en")
        copied = duplicate(self.book, by=SYSTEM)
        assert not copied.manuscripts.exists()
        assert self.book.manuscripts.count() == 1

    def test_related_items_and_topics_keep_their_order(self):
        others = [make_publication() for _each in range(3)]
        wanted = [others[1], others[2], others[0]]
        self.book.relate(wanted)
        copied = duplicate(self.book, by=SYSTEM)
        assert copied.related_keys() == [item.pk for item in wanted]

    def test_it_is_another_item_and_leaves_the_first_as_it_was(self):
        assert self.copied.pk != self.book.pk
        assert type(self.copied) is type(self.book)
        self.book.refresh_from_db()
        assert (self.book.doi, self.book.formats.count()) == ("10.5555/marfa.7", 1)

    def test_it_begins_with_the_words_of_every_language(self):
        for language in LANGUAGES:
            assert self.copied.text_in(language, "headline") == HEADLINES[language]
            assert self.copied.body_in(language) == self.book.body_in(language)
        assert self.copied.keywords_en == "harbours"

    def test_it_begins_with_the_facts_links_and_lists(self):
        copied = self.copied
        assert (copied.type.code, copied.pages) == ("book", 312)
        assert copied.series == self.book.series
        assert list(copied.topics.all()) == list(self.book.topics.all())
        assert list(copied.related.values_list("pk", flat=True)) == [self.other.pk]
        assert copied.listed.get().target_id == self.other.pk
        part = copied.contributors.get()
        assert part.person == self.book.contributors.get().person
        assert part.affiliation_en == "Harbour School"
        row = copied.formats.get()
        assert (row.binding, row.price, row.currency) == ("hardback", 18, "AED")

    def test_it_leaves_behind_what_only_one_item_can_have(self):
        copied = self.copied
        assert (copied.doi, copied.isbn, copied.report_number) == ("", "", "")
        assert (copied.series_number, copied.slug_en) == ("", "")
        assert (copied.displayed_date, copied.date_precision) == (None, "day")
        assert (copied.updated, copied.first_published) == (None, None)
        assert copied.formats.get().isbn == ""
        assert copied.version == 0

    def test_it_is_a_draft_with_one_revision_a_language(self):
        assert not Edition.objects.filter(item_id=self.copied.pk).exists()
        for language in LANGUAGES:
            revision = self.copied.revisions.get(language=language)
            assert revision.texts["headline"] == HEADLINES[language]
            assert revision.facts["people"][0][0] == author_of(self.book)

    def test_it_writes_nothing_in_a_language_that_has_no_text(self):
        copied = duplicate(make_publication(en=False), by=SYSTEM)
        assert copied.revisions.count() == 1
        assert not copied.has_text("en")

    def test_it_serves_every_kind(self):
        line = make_news(type="agreement", strip_order=3)
        copied = duplicate(line, by=SYSTEM)
        copied.refresh_from_db()
        assert (copied.kind, copied.type) == ("news", "agreement")
        assert copied.strip_order == 0
        assert copied.text_in("ar", "headline") == HEADLINES["ar"]

    def test_it_is_for_those_who_may_add(self):
        looking = make_user("looking", ["view_publication", "change_publication"])
        refusal = self.refused(duplicate, self.book, by=looking)
        assert "may not add" in str(refusal)
        adding = make_user("adding", ["add_publication"])
        assert duplicate(self.book, by=adding).pk

    def test_it_tells_of_a_deleted_item(self):
        gone = make_publication()
        held = type(gone).objects.get(pk=gone.pk)
        gone.delete()
        with pytest.raises(Refused, match="deleted meanwhile"):
            duplicate(held, by=SYSTEM)


def author_of(item):
    return item.contributors.get().person_id
