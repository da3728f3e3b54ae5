"""The sample files agree with one another and with what their README says."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from itertools import product

import pytest

from tests.demo.sample import (
    EVENTS,
    HOME,
    LANGUAGES,
    NEWS,
    PAGES,
    PEOPLE,
    PUBLICATIONS,
    REFERENCE,
    SAMPLE,
    Row,
    document,
    headline,
    is_manuscript,
    kicker,
    languages,
    path,
    rows,
    source,
    values,
)
from thinktank.document.model import Document
from thinktank.document.readers import manuscript, text
from thinktank.language.folding import fold
from thinktank.language.names import bare_name
from thinktank.language.scripts import dominant_script

EXPECTED_NOTICES = {"notes-read", "authors-divided"}
LENGTHS = {
    "analysis": (500, 1300),
    "estimate": (500, 1300),
    "study": (500, 2600),
    "report": (500, 1300),
    "strategic-report": (500, 1300),
    "programme-report": (500, 1300),
}
SHORT = (240, 700)
GENERATED = ("release", "writing")
"""The kinds of news that may leave their headline to the system."""
BODIES = [pytest.param(group, row, id=f"{group}-{row['key']}") for group, row in rows()]

MANUSCRIPTS = [row for row in PUBLICATIONS if is_manuscript(row)]
LATER = PUBLICATIONS[6:]
"""The first six have lengths of their own."""


def keys(found: list[Row]) -> set[str]:
    return {row["key"] for row in found}


def by_key(found: list[Row]) -> dict[str, Row]:
    return {row["key"]: row for row in found}


def of_type(code: str) -> list[Row]:
    return [row for row in PUBLICATIONS if row["type"] == code]


def of_kind(found: list[Row], kind: str) -> list[Row]:
    return [row for row in found if row["kind"] == kind]


class TestQuantities:
    def test_the_centre_has_what_it_should(self):
        assert len(PUBLICATIONS) == 24
        assert len(NEWS) == 12
        assert len(EVENTS) == 6
        assert len(PEOPLE) == 10
        assert len(PAGES) == 7
        counts = {name: len(found) for name, found in REFERENCE.items()}
        assert counts == {"topics": 12, "regions": 8, "programmes": 2, "series": 3}
        assert [row["key"] for row in REFERENCE["series"] if row["periodical"]]

    def test_every_type_of_publication_occurs(self):
        counts = Counter(row["type"] for row in PUBLICATIONS)
        assert set(counts) == {
            *("analysis", "estimate", "study", "report", "strategic-report"),
            *("programme-report", "policy-brief", "book", "indicators"),
            *("infographic", "world-views"),
            *("discussion", "opinion", "article", "issue", "dossier"),
        }
        assert (counts["book"], counts["issue"], counts["dossier"]) == (2, 2, 1)
        assert counts["article"] == 4

    def test_every_state_and_lack_of_a_language_occurs(self):
        states = Counter(row["state"] for row in PUBLICATIONS)
        assert states == Counter(published=21, scheduled=1, withdrawn=1, corrected=1)
        written = Counter(" ".join(row["languages"]) for row in PUBLICATIONS)
        assert written == {"ar en": 21, "ar": 2, "en": 1}

    def test_news_is_of_all_kinds(self):
        counts = Counter(row["kind"] for row in NEWS)
        expected = Counter(release=3, participation=2, hosting=2, writing=2, coverage=2)
        assert counts == expected + Counter(agreement=1)
        genders = {
            by_key(PEOPLE)[row["people"][0]["person"]]["gender"]
            for row in of_kind(NEWS, "writing")
        }
        assert genders == {"male", "female"}

    def test_a_fair_launches_sixteen_public_titles_in_both_languages(self):
        (fair,) = of_kind(EVENTS, "fair")
        titles = [by_key(PUBLICATIONS)[key] for key in fair["launched"]]
        assert len(set(fair["launched"])) == len(titles) == 16
        assert {row["state"] for row in titles} <= {"published", "corrected"}
        assert all(row["languages"] == ["ar", "en"] for row in titles)
        assert "16 إصداراً" in by_key(NEWS)["sixteen-titles-at-the-fair"]["headline_ar"]

    def test_two_signings_stand_inside_the_fair(self):
        (fair,) = of_kind(EVENTS, "fair")
        signings = of_kind(EVENTS, "signing")
        assert len(signings) == 2
        for row in signings:
            assert row["parent"] == fair["key"]
            assert row["room_ar"]
            assert row["room_en"]
            assert fair["starts"] <= row["starts"][:10] <= fair["ends"]
            assert "author" in {credit["role"] for credit in row["people"]}

    def test_the_panel_has_its_people(self):
        (panel,) = of_kind(EVENTS, "panel")
        roles = {credit["role"] for credit in panel["people"]}
        assert {"guest", "moderator", "discussant"} <= roles

    def test_people_are_whole_in_both_languages(self):
        for person, name in product(PEOPLE, ("name", "position", "biography")):
            assert dominant_script(person[f"{name}_ar"]) == "arabic", person["key"]
            assert dominant_script(person[f"{name}_en"]) == "latin", person["key"]
        for person in PEOPLE:
            scripts = {dominant_script(spelling) for spelling in person["variants"]}
            assert scripts == {"arabic", "latin"}
            years = [row["from"] for row in person["affiliations"]]
            assert years == sorted(years)

    def test_people_are_of_all_standings(self):
        assert {row["standing"] for row in PEOPLE} == {
            "resident",
            "non-resident",
            "guest",
        }
        assert {row["gender"] for row in PEOPLE} == {"male", "female"}
        assert len([row for row in PEOPLE if row["orcid"]]) == 2


class TestKeys:
    def test_none_stands_twice(self):
        spaces = [(*PUBLICATIONS, *EVENTS, *PAGES), NEWS, PEOPLE, *REFERENCE.values()]
        for space in spaces:
            counts = Counter(row["key"] for row in space)
            assert [key for key, count in counts.items() if count > 1] == []

    @pytest.mark.parametrize(
        ("name", "known"),
        [
            ("person", keys(PEOPLE)),
            ("topics", keys(REFERENCE["topics"])),
            ("regions", keys(REFERENCE["regions"])),
            ("programmes", keys(REFERENCE["programmes"])),
            ("related", keys(PUBLICATIONS)),
            ("launched", keys(PUBLICATIONS)),
            ("outputs", keys(PUBLICATIONS)),
            ("supplements", keys(PUBLICATIONS)),
            ("shown_series", keys(REFERENCE["series"])),
            ("contents", keys(PUBLICATIONS)),
            ("announces", keys(PUBLICATIONS) | keys(EVENTS)),
            ("links", keys(PUBLICATIONS) | keys(EVENTS)),
            ("page", keys(PAGES)),
        ],
    )
    def test_each_leads_to_its_row(self, name, known):
        everything = [PEOPLE, PUBLICATIONS, NEWS, EVENTS, HOME, REFERENCE["series"]]
        named = [key for value in values(everything, name) for key in _keys(value)]
        assert named
        assert set(named) - known == set()

    def test_series_and_slots_lead_to_their_rows(self):
        numbered = [credit for row in PUBLICATIONS for credit in row["series"]]
        series = {credit["series"] for credit in numbered} | {"madd"}
        assert series == keys(REFERENCE["series"])
        for language, slots in HOME["slots"].items():
            assert len(slots) == 4
            for key in slots:
                assert language in by_key(PUBLICATIONS)[key]["languages"]

    @pytest.mark.parametrize("name", ["topics", "regions"])
    def test_parents_stand_before_their_children(self, name):
        seen: set[str | None] = {None}
        for row in REFERENCE[name]:
            assert row["parent"] in seen
            seen.add(row["key"])

    def test_no_file_belongs_to_nobody(self):
        owned = {
            path(group, row, language)
            for group, row in rows()
            for language in languages(row)
        }
        assert set(SAMPLE.rglob("*.txt")) == owned


class TestPublications:
    @pytest.mark.parametrize(("group", "row"), BODIES)
    def test_it_reads_without_a_surprise(self, group, row):
        for language in languages(row):
            written = source(group, row, language)
            if not is_manuscript(row):
                assert text.read(written, language).problems == ()
                continue
            found = manuscript.read_bytes(written.encode(), language)
            assert {notice.code for notice in found.notices} <= EXPECTED_NOTICES
            assert found.date is not None
            assert found.date.day.isoformat() == row["date"]
            assert found.authors

    @pytest.mark.parametrize(("group", "row"), BODIES)
    def test_both_languages_have_one_structure(self, group, row):
        shapes = [_shape(document(group, row, code)) for code in languages(row)]
        assert all(shape == shapes[0] for shape in shapes)

    @pytest.mark.parametrize("row", MANUSCRIPTS)
    def test_its_byline_names_its_authors(self, row):
        people = by_key(PEOPLE)
        credited = [
            people[credit["person"]]
            for credit in row["contributors"]
            if credit["role"] == "author"
        ]
        for language in row["languages"]:
            found = manuscript.read(source("publications", row, language), language)
            names = [fold(person[f"name_{language}"]) for person in credited]
            assert [fold(bare_name(name)) for name in found.authors] == names

    @pytest.mark.parametrize("row", LATER)
    def test_it_is_as_long_as_its_type_asks(self, row):
        least, most = LENGTHS.get(row["type"], SHORT)
        for language in row["languages"]:
            count = len(source("publications", row, language).split())
            assert least <= count <= most, language

    def test_each_has_a_doi_of_its_own(self):
        found = [row["doi"] for row in PUBLICATIONS]
        assert len(set(found)) == 24
        assert all(doi.startswith("10.5555/") for doi in found)

    def test_what_was_corrected_stands_once(self):
        for row in PUBLICATIONS:
            for language in row["languages"] if "correction" in row else ():
                earlier = row["correction"][f"earlier_{language}"]
                written = source("publications", row, language)
                assert written.count(earlier["stands"]) == 1
                assert earlier["stood"] not in written

    def test_each_state_has_what_it_needs(self):
        needs = {
            "corrected": "correction",
            "scheduled": "publish_at",
            "withdrawn": "withdrawal",
        }
        for row in PUBLICATIONS:
            has = {need for need in needs.values() if need in row}
            assert has == ({needs[row["state"]]} if row["state"] in needs else set())

    def test_panels_say_the_same_number_of_things(self):
        panels = [panel for row in PUBLICATIONS for panel in row.get("panels", ())]
        assert {panel["kind"] for panel in panels} == {
            "findings",
            "recommendations",
            "summary",
        }
        assert len([row for row in PUBLICATIONS if "panels" in row]) == 3
        for panel in panels:
            assert len(panel["ar"]) == len(panel["en"])
            assert panel["kind"] != "summary" or len(panel["ar"]) == 3

    def test_books_can_be_bought_and_articles_have_pages(self):
        assert all(len(row["formats"]) >= 2 for row in of_type("book"))
        for row in of_type("article"):
            assert row["pages"]["from"] < row["pages"]["to"]
        listed = {key for row in of_type("issue") for key in row["contents"]}
        assert listed == keys(of_type("article"))


class TestNumbers:
    def test_isbns(self):
        found = list(values(PUBLICATIONS, "isbn"))
        assert len(set(found)) == len(found) >= 4
        for isbn in found:
            digits = [int(digit) for digit in isbn.replace("-", "")]
            assert len(digits) == 13
            assert (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0, isbn

    def test_issns(self):
        for name in ("issn_print", "issn_online"):
            for issn in values(REFERENCE["series"], name):
                digits = [_digit(sign) for sign in issn.replace("-", "")]
                weights = range(8, 0, -1)
                total = sum(w * d for w, d in zip(weights, digits, strict=True))
                assert total % 11 == 0, issn

    def test_orcids(self):
        for orcid in filter(None, values(PEOPLE, "orcid")):
            *digits, last = (_digit(sign) for sign in orcid.replace("-", ""))
            total = 0
            for digit in digits:
                total = (total + digit) * 2
            assert (12 - total % 11) % 11 == last, orcid

    def test_addresses_lead_nowhere(self):
        for name in ("url", "buy", "outlet_url", "site"):
            for address in filter(None, values([PUBLICATIONS, NEWS, EVENTS], name)):
                assert re.match(r"https://[\w.-]+\.example\b", address), address

    def test_dates_are_real_and_end_with_november(self):
        for group in (PUBLICATIONS, NEWS):
            days = [date.fromisoformat(row["date"]) for row in group]
            assert max(days) <= date(2026, 11, 30)
        for row in EVENTS:
            if isinstance(row["starts"], str):
                starts, ends = map(datetime.fromisoformat, (row["starts"], row["ends"]))
                assert starts < ends
            else:
                assert row["starts"]["days_from_load"] == 21


class TestLengths:
    def test_headlines_kickers_and_summaries_fit(self):
        for group, row in rows():
            for code in languages(row):
                generated = row.get("kind") in GENERATED
                assert generated or headline(group, row, code), row["key"]
                assert len(headline(group, row, code)) <= 250
                assert len(kicker(group, row, code)) <= 150
                assert 0 < len(row[f"summary_{code}"]) <= 600

    def test_no_headline_stands_twice(self):
        for language in LANGUAGES:
            found = Counter(
                fold(headline(group, row, language))
                for group, row in rows()
                if language in languages(row) and headline(group, row, language)
            )
            assert [words for words, count in found.items() if count > 1] == []

    def test_biographies_have_60_to_120_words(self):
        for person in PEOPLE:
            for language in LANGUAGES:
                assert 60 <= len(person[f"biography_{language}"].split()) <= 120

    @pytest.mark.parametrize("page", PAGES)
    def test_pages_have_100_to_350_words(self, page):
        for language in LANGUAGES:
            assert 100 <= len(source("pages", page, language).split()) <= 350


def _keys(value: object) -> list[str]:
    """The keys in a value: one, a list of them, or none where rows stand inside."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [part for part in value if isinstance(part, str)]
    return []


def _shape(found: Document) -> object:
    sections = [
        (bool(section.heading), len(section.blocks), len(section.points))
        for section in found.sections
    ]
    return len(found.lead), sections, len(found.notes)


def _digit(sign: str) -> int:
    return 10 if sign == "X" else int(sign)
