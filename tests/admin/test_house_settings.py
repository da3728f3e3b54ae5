from __future__ import annotations

from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse

from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import approve, make_image, make_publication, make_user
from tests.clock import MORNING, Clock
from tests.house.test_house import save_house
from thinktank import changes, house
from thinktank.house.models import House
from thinktank.language.style import Style

pytestmark = pytest.mark.large

LIST = reverse("admin:house_house_changelist")
FORM = reverse("admin:house_house_change", args=[1])


class TestHouseSettings(DeskTestCase):
    def setUp(self):
        self.client.force_login(self.cast.admin)

    def save(self, language="en", **changed):
        page = get(self.client, FORM, language)
        return send(self.client, FORM, page, language, **changed)

    def test_it_opens_straight_on_the_one_row(self):
        self.assertRedirects(self.client.get(LIST), FORM)
        page = get(self.client, FORM)
        assert page.words("h1")[-1] == "House settings"
        assert page.one(name="name_en")["value"] == "Al-Marfa Centre"
        assert not House.objects.exists()

    def test_it_has_one_row_alone(self):
        for url in (
            reverse("admin:house_house_add"),
            reverse("admin:house_house_delete", args=[1]),
        ):
            assert self.client.get(url).status_code == 403
        other = reverse("admin:house_house_change", args=[2])
        assert self.client.get(other).status_code == 302
        page = get(self.client, FORM)
        assert [b["name"] for b in page.all("input", type="submit")] == ["_save"]

    def test_it_saves_what_the_site_follows_and_counts_the_change(self):
        before = changes.current()
        self.save(months="dual", digits="arab", hijri="on", name_en="Quay Centre")
        assert changes.current() == before + 1
        current = house.current()
        assert current.style == Style("dual", "arab", True, True)
        assert current.name_in("en") == "Quay Centre"
        self.save(comma="", titles="parentheses", time_zone="Africa/Cairo")
        current = house.current()
        assert current.style == Style("dual", "arab", False, True, "parentheses")
        assert str(current.zone) == "Africa/Cairo"

    def test_a_save_that_fails_halfway_changes_nothing(self):
        failing = patch("thinktank.changes.touch", side_effect=RuntimeError)
        with failing, pytest.raises(RuntimeError):
            self.save(name_en="Never")
        assert not House.objects.exists()
        assert house.current().name_in("en") == "Al-Marfa Centre"

    def test_it_shows_each_choice_by_an_example_in_its_own_language(self):
        for language in ("ar", "en"):
            page = get(self.client, FORM, language)
            examples = page.all("bdi", lang="ar", dir="rtl")
            words = [element.text for element in examples]
            for example in (
                "12 نيسان، 2024",
                "12 أفريل، 2024",
                "12 أبريل/نيسان، 2024",
                "١٢ أبريل، ٢٠٢٤",
                "12 أبريل، 2024 / 3 شوال 1445 هـ",
                "(عنوان كتاب)",
            ):
                assert example in words

    def test_it_holds_the_languages_beside_each_other(self):
        page = get(self.client, FORM)
        arabic, english = page.one(name="name_ar"), page.one(name="name_en")
        assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
        assert (english["lang"], english["dir"]) == ("en", "ltr")

    def test_it_says_what_is_wrong_and_keeps_what_was_typed(self):
        wrong = {
            "name_en": "",
            "telephone": "call us",
            "profiles": "nowhere",
            "time_zone": "Sea/Atlantis",
            "reading_speed_ar": "7",
        }
        response = self.save(postal_address_en="Quay 4", **wrong)
        page = Page(response)
        assert len(page.all("ul", class_="errorlist")) == len(wrong)
        assert "Line 1 is not an address: “nowhere”." in page.text
        assert page.one(name="telephone")["value"] == "call us"
        assert "Quay 4" in page.one("textarea", name="postal_address_en").text
        assert not House.objects.exists()


class TestPermission(DeskTestCase):
    def test_it_is_asked_for_at_the_door(self):
        for url in (LIST, FORM):
            assert self.client.get(url).status_code == 403
        assert self.client.post(FORM, {"name_en": "Mine"}).status_code == 403

    def test_whoever_may_look_may_not_save(self):
        self.client.force_login(make_user("guest", ["view_house"]))
        self.assertRedirects(self.client.get(LIST), FORM)
        page = get(self.client, FORM)
        assert page.all("input", type="submit") == []
        assert "Asia/Dubai" in page.text
        assert self.client.post(FORM, {"name_en": "Mine"}).status_code == 403
        assert not House.objects.exists()

    def test_it_can_be_given_to_somebody(self):
        self.client.force_login(make_user("keeper", ["change_house", "view_house"]))
        send(self.client, FORM, get(self.client, FORM), email="desk@quay.example")
        assert house.current().email == "desk@quay.example"


class TestDatesAtTheDesk(DeskTestCase):
    def test_they_follow_the_house(self):
        make_publication(displayed_date="2024-04-12", date_precision="month")
        make_publication(displayed_date="2024-04-12")
        save_house(months="levant", digits="arab")
        url = reverse("admin:publications_publication_changelist")
        arabic = get(self.client, url, "ar")
        dates = arabic.words("td", class_="field-displayed_date")
        assert dates == ["١٢ نيسان، ٢٠٢٤", "نيسان ٢٠٢٤"]
        english = get(self.client, url)
        dates = english.words("td", class_="field-displayed_date")
        assert dates == ["12 April 2024", "April 2024"]

    def test_so_do_moments_in_the_zone_of_the_house(self):
        self.enterContext(Clock())
        save_house(months="levant", digits="arab", time_zone="Pacific/Kiritimati")
        item = make_publication(live=True)
        self.client.force_login(self.cast.admin)
        save(self.client, item, headline_en="A new headline")
        LogEntry.objects.log_actions(
            self.cast.admin.pk, [self.topic], CHANGE, "Changed.", single_object=True
        )
        LogEntry.objects.update(action_time=MORNING)
        for url in (
            address(item),
            address(item, "versions"),
            reverse("admin:reference_topic_history", args=[self.topic.pk]),
            address(item, "schedule", "ar"),
            reverse("admin:editorial_auditevent_changelist"),
        ):
            assert "٢ آذار، ٢٠٢٦، ٢٢:٠٠" in get(self.client, url, "ar").text, url
            assert "2 March 2026, 22:00" in get(self.client, url).text, url
        page = get(self.client, address(item, "schedule", "ar"))
        assert "In the time of Pacific/Kiritimati" in page.text

    def test_so_do_times_typed_in(self):
        self.enterContext(Clock())
        save_house(time_zone="Pacific/Kiritimati")
        item = make_publication()
        approve(item)
        self.client.force_login(self.cast.publisher)
        url = address(item, "schedule", "en")
        send(self.client, url, get(self.client, url), at="2026-03-03T10:00")
        ahead = item.editions.get()
        assert ahead.live_from == datetime(2026, 3, 2, 20, tzinfo=UTC)


class TestTwoPeopleAtTheSettings(DeskTestCase):
    def setUp(self):
        self.client.force_login(self.cast.admin)

    def both(self, language="en", **second):
        """Two pages are opened, the first is saved, then the second."""
        first, later = (get(self.client, FORM, language) for _each in range(2))
        send(self.client, FORM, first, language, months="dual", email="a@marfa.example")
        return Page(send(self.client, FORM, later, language, **second))

    def test_the_second_save_is_refused_and_shows_the_difference(self):
        page = self.both(telephone="+999 5550 0137")
        assert "Somebody saved other settings after you opened this page." in page.text
        assert "a@marfa.example" in page.words("del")
        assert page.one(name="telephone")["value"] == "+999 5550 0137"
        stored = House.objects.get()
        assert (stored.months, stored.telephone) == ("dual", "")

    def test_it_says_so_in_arabic(self):
        page = self.both("ar", telephone="+999 5550 0137")
        assert "حُفظت إعدادات أخرى بعد أن فتحت هذه الصفحة." in page.text

    def test_saving_again_puts_it_in_place(self):
        page = self.both(telephone="+999 5550 0137")
        assert send(self.client, FORM, page).status_code == 302
        stored = House.objects.get()
        assert (stored.months, stored.telephone) == ("gulf", "+999 5550 0137")

    def test_an_untouched_page_brings_no_old_settings_back(self):
        self.both()
        assert House.objects.get().months == "dual"


class TestLogo(DeskTestCase):
    def test_it_stands_at_the_head_of_the_desk(self):
        self.client.force_login(self.cast.admin)
        assert get(self.client, FORM).all("img", class_="desk-logo") == []
        image = make_image()
        page = get(self.client, FORM)
        send(self.client, FORM, page, logo=str(image.pk))
        page = get(self.client, reverse("admin:index"))
        assert page.one("img", class_="desk-logo")["src"] == image.address
