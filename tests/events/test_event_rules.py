"""What the form of an event refuses: one sentence, at the field, nothing lost."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Event
from tests.admin.page import Page, get, send
from tests.cast import make_event
from tests.events.desk import ADD, TYPED, EventDeskCase

BACKWARDS = (
    {"end_day": "2026-05-19"},
    "end_day",
    "The last day comes before the first. Check both.",
    "اليوم الأخير يسبق الأول. راجع اليومين.",
)
REFUSED = [
    BACKWARDS,
    (
        {"start_clock": "18:00", "end_clock": "16:00"},
        "end_clock",
        "It would end before it begins. Check the times.",
        "بهذا تنتهي قبل أن تبدأ. راجع الأوقات.",
    ),
    (
        {"end_clock": "16:00"},
        "start_clock",
        "Say when it begins, too, or leave both times empty.",
        "اذكر وقت البدء أيضاً، أو اترك الوقتين خاليين.",
    ),
    (
        {
            "start_day": "2026-03-29",
            "start_clock": "01:30",
            "time_zone": "Europe/London",
        },
        "start_clock",
        "The clocks of this place skip that time on that day. Choose an earlier or a "
        "later one.",
        "تتخطى ساعات هذا المكان ذلك الوقت في ذلك اليوم. اختر وقتاً قبله أو بعده.",
    ),
    (
        {"start_day": "0202-05-20"},
        "start_day",
        "Check the year: it must lie between 1900 and 2200.",
        "راجع السنة: يجب أن تقع بين 1900 و2200.",
    ),
    (
        {"end_day": "9999-12-31"},
        "end_day",
        "Check the year: it must lie between 1900 and 2200.",
        "راجع السنة: يجب أن تقع بين 1900 و2200.",
    ),
]


@pytest.mark.large
class TestEventRules(EventDeskCase):
    def test_each_has_a_sentence_at_its_field_and_nothing_is_lost(self) -> None:
        for language in ("en", "ar"):
            empty = get(self.client, ADD, language)
            for fields, name, english, arabic in REFUSED:
                sentence = english if language == "en" else arabic
                with self.subTest(fields=fields, language=language):
                    values = TYPED | fields
                    page = Page(send(self.client, ADD, empty, language, **values))
                    assert page.words("ul", id=f"id_{name}_error") == [sentence]
                    sent = page.sent()
                    assert values.items() <= sent.items()
        assert not Event.objects.exists()

    def test_a_zone_that_is_not_in_the_list_is_refused(self) -> None:
        page = self.add(time_zone="Mars/Olympus")
        assert page.all("ul", id="id_time_zone_error")

    def test_a_part_must_lie_inside_its_whole(self) -> None:
        fair = make_event(start_day=date(2026, 5, 20), end_day=date(2026, 5, 26))
        outside = {"parent": fair.pk, "start_day": "2026-05-27"}
        for language, sentence in (
            (
                "en",
                "That is outside the event it is part of, which lasts from "
                "20 May 2026 to 26 May 2026.",
            ),
            (
                "ar",
                "هذا خارج زمن الفعالية التي تتبعها، وهي من 20 مايو، 2026 إلى "
                "26 مايو، 2026.",
            ),
        ):
            page = self.add(language, **outside)
            assert page.words("ul", id="id_start_day_error") == [sentence]
        assert not self.add(**outside | {"start_day": "2026-05-26"}).all(
            class_="errorlist"
        )

    def test_a_part_is_compared_by_instants(self) -> None:
        """The last day of a fair in Dubai goes on in Cairo until ten at night."""
        fair = make_event(start_day=date(2026, 5, 20), time_zone="Asia/Dubai")
        part = Event(
            start_day=date(2026, 5, 20),
            start_clock=time(21),
            end_clock=time(22),
            time_zone="Africa/Cairo",
            parent=fair,
        )
        part.clean()
        part.end_clock = time(23, 30)
        with pytest.raises(ValidationError):
            part.clean()

    def test_a_day_as_a_whole_names_its_day_alone(self) -> None:
        day = make_event(start_day=date(2026, 5, 20))
        page = self.add(parent=day.pk, start_day="2026-05-21")
        assert "which takes place on 20 May 2026." in page.text

    def test_events_cannot_go_round_in_a_circle(self) -> None:
        top = make_event()
        middle = make_event(parent=top)
        bottom = make_event(parent=middle)
        for language, sentence in (
            ("en", "This event is already above that one. Choose another."),
            ("ar", "هذه الفعالية فوق تلك أصلاً. اختر غيرها."),
        ):
            for above in (bottom, top):
                page = self.save(top, language, parent=above.pk)
                assert sentence in page.content.decode()
        top.refresh_from_db()
        assert top.parent is None


class TestConstraints(EventDeskCase):
    """What the database holds by itself."""

    def test_it_refuses_days_and_clocks_that_cannot_be(self) -> None:
        event = make_event()
        for wrong in (
            {"end_day": date(2026, 4, 30)},
            {"end_clock": time(12)},
            {"parent_id": event.pk},
            {"type": "circus"},
            {"status": "perhaps"},
        ):
            with (
                self.subTest(wrong),
                pytest.raises(IntegrityError),
                transaction.atomic(),
            ):
                Event.objects.filter(pk=event.pk).update(**wrong)
