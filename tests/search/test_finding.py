"""What is found, in which order, and how far it is counted."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.search.indexed import ROWS, begun, body, found, shelve
from thinktank.search import finding, index, synonyms
from thinktank.search.entries import OCCURRENCES, POSITIONS, Entry
from thinktank.search.matches import Clause, Match
from thinktank.search.models import Synonym

pytestmark = pytest.mark.django_db


DIGITS = str.maketrans("0123456789", "bcdfghjklm")


def spelt(number: int) -> str:
    """A word of its own for each number."""
    return f"q{number}".translate(DIGITS)


def spelt_in_arabic(number: int) -> str:
    return f"{number:05}".translate(str.maketrans("0123456789", "قكلمنهبتثج"))


class TestOrder:
    def test_titles_come_before_texts_and_phrases_before_words(self):
        phrase, words, text, split, *_others = shelve(
            "The copper harbour",
            "Harbour of copper",
            body("Copper is loaded in the harbour."),
            Entry("Copper", body="A harbour."),
            "Copper alone",
            body("harbour"),
        )
        assert found("copper harbour")[:4] == [phrase, words, split, text]

    def test_looser_forms_come_last(self):
        loose, true = shelve("أحزاب", body("حزب"))
        assert found("حزب") == [true, loose]

    def test_the_newest_comes_first_within_a_tier(self):
        old, *others = shelve("Copper", body("Copper"), body("copper"), "Copper news")
        assert found("copper") == [others[2], old, others[1], others[0]]

    def test_a_queryset_gives_the_order_and_what_may_be_seen(self):
        keys = shelve("Copper", "Copper", "Copper")
        rows = Synonym.objects.exclude(pk=keys[1]).order_by("pk")
        assert found("copper", rows=rows) == [keys[0], keys[2]]

    def test_people_topics_summary_and_notes_are_searched_too(self):
        keys = shelve(
            Entry("Nought", people="Salma"),
            Entry("Nought", topics="Salma"),
            Entry("Nought", summary="Salma"),
            Entry("Nought", notes="Salma"),
        )
        assert found("salma") == keys[::-1]


class TestPages:
    @pytest.fixture
    def keys(self) -> list[int]:
        kinds = ("Copper harbour", "Harbour copper", body("copper harbour"))
        return shelve(*(kinds[number % 3] for number in range(30)))

    @pytest.mark.parametrize("length", [1, 4, 10])
    def test_they_have_neither_gaps_nor_doubles(self, keys, length):
        whole = found("copper harbour", 0, 100)
        pages = [found("copper harbour", n, n + length) for n in range(0, 30, length)]
        assert sum(pages, []) == whole
        assert sorted(whole) == keys

    def test_they_are_the_same_for_words_that_are_common(self, keys, monkeypatch):
        rare = [found(text, 0, 100) for text in ("copper", "copper harbour", "zinc")]
        monkeypatch.setattr(index, "COMMON", 2)
        monkeypatch.setattr(index, "_common", {})
        assert rare == [
            found(text, 0, 100) for text in ("copper", "copper harbour", "zinc")
        ]

    def test_beyond_the_last_there_is_nothing(self, keys):
        assert found("copper harbour", 30, 40) == []

    def test_the_count_is_of_all(self, keys):
        assert finding.find(ROWS, "copper", 0, 5).total == 30

    def test_the_count_is_capped(self, monkeypatch):
        monkeypatch.setattr(finding, "MANY", 4)
        shelve(*["Copper"] * 4)
        assert finding.find(ROWS, "copper").total == 4
        shelve("Copper", "Copper")
        assert finding.find(ROWS, "copper").total == 5

    @pytest.mark.parametrize("common", [index.COMMON, 2])
    def test_a_title_comes_first_however_many_newer_texts_are_counted(
        self, monkeypatch, common
    ):
        monkeypatch.setattr(finding, "MANY", 4)
        monkeypatch.setattr(index, "COMMON", common)
        monkeypatch.setattr(index, "_common", {})
        _out, title, *others = shelve("Copper zinc", "Copper", *[body("copper")] * 8)
        assert found("copper -zinc", 0, 3) == [title, others[-1], others[-2]]

    @pytest.mark.parametrize("singly", [0, index.SINGLY])
    def test_few_hits_of_a_common_word_are_in_order(self, monkeypatch, singly):
        monkeypatch.setattr(index, "SINGLY", singly)
        monkeypatch.setattr(index, "COMMON", 4)
        monkeypatch.setattr(index, "_common", {})
        title, text, *_out = shelve("Copper", body("copper"), *["Copper zinc"] * 6)
        assert found("copper -zinc") == [title, text]

    def test_a_page_costs_few_queries(self, keys):
        with CaptureQueriesContext(connection) as queries:
            finding.find(ROWS, "copper harbour", 0, 5)
        # On PostgreSQL a savepoint and the planner's setting besides.
        assert len(queries) <= (7 if connection.vendor == "postgresql" else 4)


class TestWords:
    def test_all_must_be_there(self):
        _one, both = shelve(body("copper"), body("harbour of copper"))
        assert found("copper harbour")[0] == both

    def test_what_is_left_out_is_not_found_wherever_it_stands(self):
        kept, *_out = shelve(
            "Copper",
            "Copper harbour",
            Entry("Copper", body="harbour"),
            Entry("Copper", people="Harbour"),
        )
        assert found("copper -harbour") == [kept]
        assert found('copper -"nought harbour"')[-1] == kept

    def test_leaving_out_alone_finds_nothing(self):
        shelve("Copper")
        assert found("-harbour") == []

    def test_a_phrase_is_a_phrase_in_every_field(self):
        title, text, *_apart = shelve(
            "The old copper harbour",
            body("An old copper harbour"),
            "Copper of the old harbour town",
            body("A harbour full of copper"),
        )
        assert set(found('"copper harbour"')) == {title, text}

    def test_no_phrase_runs_from_one_field_into_the_next(self):
        shelve(
            Entry("Copper", people="Harbour"),
            Entry("Copper", summary="Harbour"),
            Entry("Nought", people="Copper", topics="Harbour"),
            Entry("Nought", summary="Copper", body="Harbour"),
            Entry("Nought", body="Copper", notes="Harbour"),
        )
        assert found('"copper harbour"') == []

    def test_one_word_that_has_no_hits_is_replaced_by_the_nearest_that_has(self):
        key, _other = shelve("Copper", "Harbour")
        hit = finding.find(ROWS, "coppor")
        assert (hit.keys, hit.instead) == ([key], "copper".title())

    def test_of_few_hits_some_words_are_offered_after_the_others(self):
        one, both, other = shelve("Copper", "Copper harbour", "Harbour")
        hit = finding.find(ROWS, "copper harbour")
        assert (hit.keys, hit.total, hit.some) == ([both, other, one], 3, 1)

    def test_pages_of_some_words_are_parts_of_one_order(self):
        shelve(*["Copper"] * 15, *[body("Copper")] * 15, *["Copper", "Tin"] * 5)
        whole = found("copper tin silver", 0, 40)
        assert len(whole) == len(set(whole)) == 40
        pages = [found("copper tin silver", at, at + 5) for at in range(0, 40, 5)]
        assert whole == [key for page in pages for key in page]

    def test_a_word_that_nobody_may_see_is_never_offered(self):
        hidden, _seen = shelve("Copper", "Harbour")
        hit = finding.find(ROWS.exclude(pk=hidden), "coppor")
        assert (hit.keys, hit.instead) == ([], "")


class TestWhetherAnythingIsFound:
    COPPER = Match((Clause(phrases=(("copper",),)),))

    def test_it_is_whatever_the_index_has_first(self):
        keys = shelve(*["Copper"] * (index.SINGLY + 2))
        for key in (keys[0], keys[-1]):
            assert index.finds(ROWS.filter(pk=key), self.COPPER)

    @pytest.mark.parametrize("number", [1, index.SINGLY + 2])
    def test_what_nobody_may_see_is_not(self, number):
        shelve(*["Copper"] * number)
        assert not index.finds(ROWS.none(), self.COPPER)


class TestBeginnings:
    def test_the_last_word_may_be_unfinished(self):
        one, other, _third = shelve("Copper harbours", "Harmony of copper", "Harvest")
        assert begun("copper har") == [other, one]

    def test_the_words_before_it_are_whole(self):
        shelve("Copper harbour")
        assert begun("cop harb") == []

    @pytest.mark.parametrize("typed", ["ele", "Elect", "ELECTION", "elections"])
    def test_a_word_is_met_in_its_forms(self, typed):
        keys = shelve("The elected")
        assert begun(typed) == keys

    @pytest.mark.parametrize("typed", ["الانقل", "انقلاب", "والانق"])
    def test_so_is_an_arabic_one(self, typed):
        keys = shelve("الانقلابات في أفريقيا")
        assert begun(typed) == keys

    def test_texts_are_not_looked_at(self):
        shelve(body("copper"))
        assert begun("copper") == []

    @pytest.mark.parametrize("typed", ["", " ", "-", '"', "'", "*"])
    def test_what_is_no_word_begins_nothing(self, typed):
        shelve("Copper")
        assert begun(typed) == []


class TestNames:
    def test_people_called_ali_are_found_in_the_other_language(self):
        ali = ["علي حسن سالم", "Ali Hassan Salem"]
        synonyms.put({"person:1": ali, "person:2": ["كمال علي", "Kamal Ali"]})
        salem, kamal = shelve("Ali Hassan Salem speaks", "A speech of Kamal Ali")
        assert found("علي حسن سالم") == found("على حسن سالم") == [salem]
        assert found("خطاب كمال علي", 0, 1) == [kamal]
        assert found("كمال") == []


class TestLimits:
    """Those of PostgreSQL, kept by SQLite too."""

    @pytest.fixture
    def long(self) -> int:
        words = " ".join(map(spelt, range(POSITIONS + 4_000)))
        return shelve(body(words))[0]

    @pytest.mark.large
    def test_a_word_beyond_the_positions_is_found(self, long):
        assert found(spelt(POSITIONS + 3_000)) == [long]

    @pytest.mark.large
    def test_phrases_are_found_up_to_there_and_not_beyond(self, long):
        near, far = POSITIONS - 100, POSITIONS + 100
        assert found(f'"{spelt(near)} {spelt(near + 1)}"') == [long]
        assert found(f'"{spelt(far)} {spelt(far + 1)}"') == []

    def test_a_phrase_needs_an_occurrence_that_is_kept(self):
        often = " copper" * (OCCURRENCES - 1)
        kept, _lost = shelve(
            body(f"{often} copper harbour"), body(f"{often} copper copper harbour")
        )
        assert found('"copper harbour"') == [kept]

    @pytest.mark.large
    def test_long_words_leave_no_room_for_the_last_ones_and_stop_nobody(self):
        tail = "بتثجحخدذرزسشصضطظعغ" * 3
        words = [f"{tail[:52]}{spelt_in_arabic(n)}" for n in range(10_000)]
        entry = body(" ".join(words))
        (long,) = shelve(entry)
        assert found(words[0]) == [long]
        assert index.wrong(index.rows_of({long: entry})) == []
