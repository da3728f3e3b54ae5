"""What the loaded demonstration centre holds, item by item."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from django.utils import timezone

from tests.demo import sample
from tests.demo.centre import (
    LoadedTestCase,
    event,
    linked,
    live,
    news,
    parts,
    publication,
    row,
)
from thinktank import house
from thinktank.document.model import plain
from thinktank.editorial.models import Edition, Item, LinkKind
from thinktank.public.furniture import furniture
from thinktank.public.models import Announcement, HomeSlot, MenuEntry
from thinktank.reference.models import Person, Region, Series, Topic

LANGUAGES = sample.LANGUAGES
TWINS = (
    ("sixteen-titles-at-the-fair", "participation", "sahel-book-fair-2026"),
    ("night-work-study", "release", "work-moves-to-night"),
    ("host-to-badr-sahariji", "hosting", "panel-who-drinks-first"),
)


@pytest.mark.large
class TestDemoContent(LoadedTestCase):
    # Publications

    def test_contributors_stand_in_order_with_role_and_affiliation(self) -> None:
        people = {found["key"]: found for found in sample.PEOPLE}
        for found in sample.PUBLICATIONS:
            credits = publication(found["key"]).contributors.select_related("person")
            told = [
                (one.person.name_ar, one.role, one.affiliation_ar, one.affiliation_en)
                for one in credits
            ]
            assert told == [
                (
                    people[one["person"]]["name_ar"],
                    one["role"],
                    one["affiliation_ar"],
                    one["affiliation_en"],
                )
                for one in found["contributors"]
            ]

    def test_the_dossier_has_its_members_in_order(self) -> None:
        keys = row(sample.PUBLICATIONS, "a-longer-summer")["contents"]
        members = [publication(key).pk for key in keys]
        for language in LANGUAGES:
            dossier = publication("a-longer-summer")
            assert linked(dossier, LinkKind.CONTENTS, language) == members

    def test_issues_have_their_articles_by_page(self) -> None:
        queue, falaj = "the-queue-as-contract", "how-the-falaj-told-time"
        court, premium = "a-court-of-two-chairs", "a-premium-for-patience"
        expected = {
            ("madd-37", "ar"): [queue, falaj],
            ("madd-37", "en"): [queue],
            ("madd-38", "ar"): [court],
            ("madd-38", "en"): [court, premium],
        }
        for (issue, language), keys in expected.items():
            articles = [publication(key).pk for key in keys]
            assert parts(publication(issue), language) == articles
        own = live(publication(falaj), "ar").revision.facts["own"]
        assert (own["first_page"], own["last_page"]) == (16, 23)

    def test_series_number_their_publications(self) -> None:
        expected = {
            "a-season-at-one-quay": ("Marfa Papers", "18"),
            "work-moves-to-night": ("Marfa Papers", "19"),
            "cost-of-waiting": ("Season's Indicators", "64"),
            "madd-37": ("Madd", "37"),
            "madd-38": ("Madd", "38"),
        }
        for key, told in expected.items():
            (place,) = live(publication(key), "ar").series.all()
            assert (place.series.name_en, place.number) == told

    def test_books_come_in_their_formats(self) -> None:
        own = live(publication("ledger-of-straits"), "ar").revision.facts["own"]
        bindings = [book["binding"] for book in own["formats"]]
        assert bindings == ["hardback", "paperback", "ebook"]
        assert own["formats"][0]["price"] == "32.00"
        assert own["formats"][2]["pages"] is None

    def test_panels_stand_at_the_end_of_the_lead(self) -> None:
        for found in sample.PUBLICATIONS:
            for language in found["languages"] if "panels" in found else ():
                edition = live(publication(found["key"]), language)
                lead = edition.revision.document.lead
                panels = lead[-len(found["panels"]) :]
                assert lead[0].type == "paragraph"
                assert [
                    (panel.kind, [plain(item) for item in panel.items])
                    for panel in panels
                ] == [(panel["kind"], panel[language]) for panel in found["panels"]]

    def test_files_come_with_two_publications(self) -> None:
        report = [row.file for row in publication("short-notice").attachments.all()]
        assert [file.language for file in report] == ["ar", "en"]
        for file in report:
            with ZipFile(file.file) as package:
                words = ElementTree.fromstring(package.read("word/document.xml"))
            title = live(publication("short-notice"), file.language).headline
            assert next(words.itertext()) == title
        (data,) = publication("cost-of-waiting").attachments.all()
        lines = data.file.file.read().decode("utf-8-sig").splitlines()
        assert lines[0] == "Class of port,Ports,Spring 2026,Autumn 2026,Change"
        assert lines[2] == "Middling ports,11,402,468,+16%"
        facts = live(publication("cost-of-waiting"), "ar").revision.facts
        assert facts["attachments"] == [[data.file_id, "data", True]]

    def test_what_stands_elsewhere_is_told(self) -> None:
        (first,) = publication("shore-power").elsewhere.all()
        (source,) = publication("cooperatives-at-sea").elsewhere.all()
        assert (first.part, first.day) == ("first", date(2026, 11, 7))
        assert (source.part, source.author) == ("source", "Milo Tarvand")

    def test_subjects_and_relations_reach_the_edition(self) -> None:
        edition = live(publication("winter-wheat"), "en")
        related = [
            publication(key).pk for key in ("shorter-sea-routes", "hidden-water")
        ]
        assert {one.topic.name_en for one in edition.topics.all()} == {
            "Food",
            "Ports",
            "Trade Corridors",
        }
        assert {one.region.name_en for one in edition.regions.all()} == {
            "The Levant",
            "The Nile Valley",
        }
        assert edition.programmes.get().programme.name_en.startswith("Political")
        assert linked(edition.item, LinkKind.RELATED, "en") == related
        assert "wheat" in edition.revision.texts["keywords"]

    # Events

    def test_the_fair_shows_its_series_in_order_and_leads_to_a_map(self) -> None:
        found = row(sample.EVENTS, "sahel-book-fair-2026")
        names = {each["key"]: each["name_ar"] for each in sample.REFERENCE["series"]}
        for language in LANGUAGES:
            edition = live(event("sahel-book-fair-2026"), language)
            shown = [each.series.name_ar for each in edition.shown_series.all()]
            assert shown == [names[key] for key in found["shown_series"]]
            html = self.client.get(edition.get_absolute_url()).content.decode()
            assert f'href="{found["map"]}"' in html
            for each in edition.shown_series.all():
                assert f'href="/{language}/series/{each.series_id}/' in html

    def test_the_panel_led_to_the_summary_of_its_discussion(self) -> None:
        panel, summary = (
            event("panel-who-drinks-first"),
            publication("who-drinks-first"),
        )
        for language in LANGUAGES:
            assert linked(panel, LinkKind.OUTPUT, language) == [summary.pk]

    def test_an_issue_has_sections_and_a_supplement(self) -> None:
        issue, supplement = publication("madd-38"), publication("journey-of-a-loaf")
        for language, words in (
            ("ar", ("دراسات", "قراءات", "الملاحق")),
            ("en", ("Studies", "Readings", "Supplements")),
        ):
            assert linked(supplement, LinkKind.SUPPLEMENTS, language) == [issue.pk]
            html = self.client.get(live(issue, language).get_absolute_url())
            headings = re.findall(r">([^<]+)</h[23]>", html.content.decode())
            assert [name for name in headings if name in words] == list(words)

    def test_the_fair_launches_its_titles_in_order(self) -> None:
        keys = row(sample.EVENTS, "sahel-book-fair-2026")["launched"]
        titles = [publication(key).pk for key in keys]
        assert len(titles) == 16
        for language in LANGUAGES:
            fair = event("sahel-book-fair-2026")
            assert linked(fair, LinkKind.LAUNCHED, language) == titles
            assert all(live(Item(pk=pk), language) for pk in titles)

    def test_two_signings_are_parts_of_the_fair(self) -> None:
        signings = ["signing-ledger-of-straits", "signing-cities-in-the-shade"]
        for language in LANGUAGES:
            found = parts(event("sahel-book-fair-2026"), language)
            assert found == [event(key).pk for key in signings]
        own = live(event(signings[0]), "ar").revision.facts["own"]
        assert own["room"] == {"ar": "مسرح الحوار", "en": "The talk stage"}
        assert (own["start_clock"], own["end_clock"]) == ("17:00", "18:30")

    def test_the_fair_lasts_until_the_end_of_its_last_day(self) -> None:
        edition = live(event("sahel-book-fair-2026"), "en")
        assert edition.starts_at == datetime.fromisoformat("2026-11-17T20:00Z")
        assert edition.ends_at == datetime.fromisoformat("2026-11-28T20:00Z")

    def test_the_panel_has_its_people_in_order(self) -> None:
        edition = live(event("panel-who-drinks-first"), "ar")
        told = [(one.person.name_en, one.role) for one in edition.people.all()]
        assert told == [
            ("Badr Sahariji", "guest"),
            ("Layan Qanatri", "moderator"),
            ("Hashim Sawaqi", "discussant"),
            ("Nizar Marsawi", "attending"),
        ]
        own = edition.revision.facts["own"]
        assert own["chatham_house"]
        assert own["by_invitation"]
        assert edition.revision.texts["outcome"].startswith("انتهت الحلقة")

    def test_the_lecture_lies_ahead(self) -> None:
        edition = live(event("lecture-desert-farming"), "en")
        assert edition.starts_at > self.before + timedelta(days=20)
        assert edition.ends_at - edition.starts_at == timedelta(minutes=90)
        assert edition.displayed_date <= timezone.localdate()

    def test_the_workshop_is_postponed(self) -> None:
        edition = live(event("workshop-cable-repair"), "ar")
        assert edition.status == "postponed"
        assert edition.starts_at == datetime.fromisoformat("2026-11-09T07:00Z")

    # News

    def test_three_lines_announce_a_fair_a_study_and_a_panel(self) -> None:
        events = {found["key"] for found in sample.EVENTS}
        for key, type, announced in TWINS:
            target = event(announced) if announced in events else publication(announced)
            for language in LANGUAGES:
                assert live(news(key), language).type == type
                announces = linked(news(key), LinkKind.ANNOUNCES, language)
                assert announces == [target.pk]

    def test_headlines_that_were_not_typed_are_generated(self) -> None:
        told = {
            "night-work-study": (
                "صدور دراسة جديدة بعنوان: (حين ينتقل العمل إلى الليل)",
                "New study: “When work moves to the night”",
            ),
            "younis-tawahni-writes": (
                "م. يونس الطواحني يكتب: (أطفئوا محركات السفن الراسية)",
                "Younis Tawahni writes: “Switch off the ships at rest”",
            ),
            "rabab-majadifi-writes": (
                "د. رباب المجاديفي تكتب: (محكمة من كرسيين)",
                "Dr Rabab Majadifi writes: “A court of two chairs”",
            ),
        }
        for key, (arabic, english) in told.items():
            assert live(news(key), "ar").headline == arabic
            assert live(news(key), "en").headline == english

    def test_the_strip_has_its_lines_in_order_until_they_leave(self) -> None:
        strip = [found for found in sample.NEWS if found["strip"]]
        strip.sort(key=lambda found: found["strip"]["order"])
        lines = Edition.objects.live().filter(language="ar", strip_order__isnull=False)
        ordered = [line.item_id for line in lines.order_by("strip_order")]
        assert ordered == [news(found["key"]).pk for found in strip]
        for found in strip:
            until = live(news(found["key"]), "ar").strip_until
            days = timedelta(days=found["strip"]["days"])
            assert abs(until - self.before - days) <= timedelta(days=1)

    def test_coverage_names_its_outlet(self) -> None:
        own = live(news("agency-on-waiting-costs"), "ar").revision.facts["own"]
        assert own["outlet"]["en"] == "Sahel News Agency"
        assert own["outlet_url"].startswith("https://agency.example")

    # The house and its front

    def test_people_have_all_that_the_files_tell(self) -> None:
        for found in sample.PEOPLE:
            person = Person.objects.get(name_en=found["name_en"])
            assert person.full_name_in("ar").startswith(found["honorific_ar"])
            assert person.gender == found["gender"]
            assert person.residence == found["standing"]
            assert person.biography_ar == found["biography_ar"]
            assert person.position_en == found["position_en"]
            assert person.variants.splitlines() == found["variants"]
            assert person.orcid == found["orcid"]
            years = {one.since for one in person.affiliations.all()}
            assert years == {one["from"] for one in found["affiliations"]}

    def test_topics_and_regions_are_trees(self) -> None:
        for model, name in ((Topic, "topics"), (Region, "regions")):
            names = {one["key"]: one["name_en"] for one in sample.REFERENCE[name]}
            for found in sample.REFERENCE[name]:
                above = model.objects.get(name_en=found["name_en"]).parent
                told = above.name_en if above else None
                assert told == names.get(found["parent"])

    def test_one_series_is_a_periodical(self) -> None:
        (madd,) = Series.objects.filter(form=Series.Form.PERIODICAL)
        assert (madd.name_en, madd.frequency_ar) == ("Madd", "فصلية")
        assert (madd.issn, madd.issn_online) == ("9999-0016", "9999-0024")

    def test_the_house_writes_as_the_sample_does(self) -> None:
        style = house.current().style
        assert (style.months, style.titles) == ("gulf", "parentheses")
        assert house.current().name_in("ar") == "مركز المرفأ"

    def test_the_front_page_is_curated_in_each_language(self) -> None:
        for language, keys in sample.HOME["slots"].items():
            slots = HomeSlot.objects.filter(language=language)
            expected = [publication(key).pk for key in keys]
            assert [slot.item_id for slot in slots] == expected
        assert Announcement.objects.get().shows()

    def test_menus_lead_to_what_is_public(self) -> None:
        for language in LANGUAGES:
            for entry in MenuEntry.objects.all():
                assert entry.item is None or live(entry.item, language)
            assert len(furniture(language).header) == 6
            assert len(furniture(language).footer) == 11
            for place in (*furniture(language).header, *furniture(language).footer):
                assert self.client.get(place.path).status_code == 200
