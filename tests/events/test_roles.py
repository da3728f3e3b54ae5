from __future__ import annotations

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from events.models import EventType
from events.roles import OCCASIONS, grouped
from thinktank.editorial.models import Role
from thinktank.public.byline import Contribution
from thinktank.public.references import Reference
from thinktank.public.wording import Wording

HIM, HER = "male", "female"


def part(role: Role, gender: str = "", name: str = "Name") -> Contribution:
    word = Wording(name, "en")
    none = Wording("", "en")
    return Contribution(
        person=Reference(word, "/"),
        role=role,
        full_name=word,
        affiliation=none,
        position=none,
        gender=gender,
        portrait=SafeString(),
    )


def label(role, genders, type="panel", over=False, language="ar"):
    people = [part(role, gender) for gender in genders]
    with override(language):
        return grouped(people, type, over)[0].label


class TestGrouped:
    def test_groups_and_names_keep_the_order_of_precedence(self):
        people = [
            part(Role.PATRON, name="first"),
            part(Role.GUEST, name="second"),
            part(Role.MODERATOR, name="third"),
            part(Role.GUEST, name="fourth"),
        ]
        assert [
            (group.role, [each.full_name.text for each in group.people])
            for group in grouped(people, "panel", over=False)
        ] == [
            (Role.PATRON, ["first"]),
            (Role.GUEST, ["second", "fourth"]),
            (Role.MODERATOR, ["third"]),
        ]


class TestLabel:
    @pytest.mark.parametrize(
        ("role", "genders", "type", "over", "expected"),
        [
            (Role.GUEST, [HIM], "panel", False, "ضيف الحلقة"),
            (Role.GUEST, [HER], "panel", True, "ضيفة الحلقة"),
            (Role.GUEST, [HIM, HER], "panel", False, "ضيفا الحلقة"),
            (Role.GUEST, [HER, HER], "seminar", False, "ضيفتا الندوة"),
            (Role.GUEST, [HIM, HER, HER], "panel", False, "ضيوف الحلقة"),
            (Role.MODERATOR, [HIM], "panel", False, "يدير الحلقة"),
            (Role.MODERATOR, [HIM], "panel", True, "أدار الحلقة"),
            (Role.MODERATOR, [HER], "panel", False, "تدير الحلقة"),
            (Role.MODERATOR, [HER], "seminar", True, "أدارت الندوة"),
            # A verb before its subject is singular and agrees with the first name.
            (Role.MODERATOR, [HER, HIM], "conference", True, "أدارت المؤتمر"),
            (Role.CHAIR, [HIM], "conference", True, "ترأس المؤتمر"),
            (Role.CHAIR, [HIM], "conference", False, "يرأس المؤتمر"),
            (Role.CHAIR, [HER], "conference", True, "ترأست المؤتمر"),
            (Role.SPEAKER, [HIM], "lecture", False, "المتحدث"),
            (Role.SPEAKER, [HER], "lecture", False, "المتحدثة"),
            (Role.SPEAKER, [HIM] * 11, "conference", False, "المتحدثون"),
            (Role.DISCUSSANT, [HIM], "panel", False, "المعقّب"),
            (Role.DISCUSSANT, [HER] * 3, "panel", False, "المعقّبات"),
            (Role.PATRON, [HIM], "fair", False, "برعاية"),
            (Role.ATTENDING, [HER], "fair", True, "بحضور"),
            # Of somebody whose gender is not recorded Arabic speaks as of a man.
            (Role.MODERATOR, [""], "panel", False, "يدير الحلقة"),
        ],
    )
    def test_arabic_agrees_in_gender_number_and_time(
        self, role, genders, type, over, expected
    ):
        assert label(role, genders, type, over) == expected

    @pytest.mark.parametrize(
        ("role", "count", "over", "expected"),
        [
            (Role.GUEST, 1, False, "Guest of the panel"),
            (Role.GUEST, 2, False, "Guests of the panel"),
            (Role.MODERATOR, 1, True, "Moderated the panel"),
            (Role.CHAIR, 1, False, "Chairs the panel"),
            (Role.DISCUSSANT, 1, False, "Discussant"),
            (Role.PATRON, 1, False, "Under the patronage of"),
            (Role.TRANSLATOR, 1, False, "Translator"),
        ],
    )
    def test_english_agrees_in_number_and_time(self, role, count, over, expected):
        assert label(role, [HIM] * count, over=over, language="en") == expected

    def test_every_occasion_has_a_word(self):

        assert set(OCCASIONS) == set(EventType.values)
