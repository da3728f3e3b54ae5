"""The form of a menu entry: what it can lead to, and what it refuses."""

from __future__ import annotations

from tests.admin.page import DeskTestCase, Page, get, send
from tests.cast import make_publication
from thinktank.public.furniture import furniture
from thinktank.public.models import MenuEntry
from thinktank.reference.models import Series

ADD = "/admin/public/menuentry/add/"


class TestMenuEntryForm(DeskTestCase):
    def setUp(self) -> None:
        self.client.force_login(self.cast.admin)

    def add(self, language: str = "en", **fields: str) -> Page | None:
        """Add an entry to the header; the page that comes back when it is refused."""
        page = get(self.client, ADD, language)
        sent = {"place": "header", "order": "1", **fields}
        answer = send(self.client, ADD, page, language, **sent)
        return Page(answer) if answer.status_code == 200 else None

    def options(self, language: str) -> dict[str, str]:
        page = get(self.client, ADD, language)
        start = page.elements.index(page.one("select", name="section"))
        found: dict[str, str] = {}
        for element in page.elements[start + 1 :]:
            if element.tag not in ("option", "optgroup"):
                break
            if element.tag == "option":
                found[element["value"]] = element.text.strip()
        return found

    def test_it_offers_lists_types_and_indexes_in_both_languages(self) -> None:
        for language, names in (
            ("en", ("Events", "Studies", "Book fairs", "People", "Archive")),
            ("ar", ("الفعاليات", "دراسات", "معارض كتب", "الكتّاب", "الأرشيف")),
        ):
            offered = self.options(language)
            codes = ("events", "publications/study", "events/fair", "people", "archive")
            assert tuple(offered[code] for code in codes) == names
            assert offered[""] == "—"

    def test_a_chosen_section_stands_in_the_menu_at_once(self) -> None:
        assert self.add(section="publications/study") is None
        for language, name in (("ar", "دراسات"), ("en", "Studies")):
            assert [place.label for place in furniture(language).header] == [name]

    def test_it_keeps_the_section_that_was_chosen(self) -> None:
        self.add(section="events/fair")
        (entry,) = MenuEntry.objects.all()
        url = f"/admin/public/menuentry/{entry.pk}/change/"
        assert get(self.client, url).sent()["section"] == "events/fair"

    def test_it_refuses_a_section_that_there_is_not(self) -> None:
        page = self.add(section="publications/poem")
        assert page
        assert "is not one of the available choices" in page.text
        assert not MenuEntry.objects.exists()

    def test_it_leads_to_a_series_that_is_chosen(self) -> None:
        series = Series.objects.create(name_ar="مدّ", name_en="Madd")
        make_publication(series=series, live=True)
        assert self.add(series=str(series.pk)) is None
        for language, name in (("ar", "مدّ"), ("en", "Madd")):
            (place,) = furniture(language).header
            assert place.label == name
            assert self.client.get(place.path).status_code == 200

    def test_it_takes_one_target_and_says_so_in_both_languages(self) -> None:
        series = Series.objects.create(name_en="Madd")
        two = {"section": "events", "series": str(series.pk)}
        for language, words in (
            ("en", "Choose one target: an item, a section, a series or an address."),
            ("ar", "اختر وجهة واحدة"),
        ):
            for fields in (two, {}):
                page = self.add(language, **fields)
                assert page
                told = page.words("ul", class_="errorlist")
                assert any(words in line for line in told), told
                assert page.sent()["section"] == fields.get("section", "")
        assert not MenuEntry.objects.exists()
