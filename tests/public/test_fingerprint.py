from __future__ import annotations

from django.utils import translation

from thinktank.public.fingerprint import MOST_DOTS, Fingerprint


class TestFingerprint:
    def test_it_draws_a_dot_for_each_point(self) -> None:
        dots = Fingerprint.of([3, 4]).dots
        assert [len(group) for group in dots] == [3, 4]

    def test_it_leaves_out_sections_without_points(self) -> None:
        assert Fingerprint.of([3, 0, 4]) == Fingerprint.of([3, 4])

    def test_it_is_not_drawn_for_a_text_without_points(self) -> None:
        assert not Fingerprint.of([])
        assert not Fingerprint.of([0, 0])

    def test_it_is_not_drawn_when_nobody_could_count_it(self) -> None:
        assert Fingerprint.of([MOST_DOTS])
        assert not Fingerprint.of([MOST_DOTS, 1])

    def test_it_counts_in_words(self) -> None:
        with translation.override("en"):
            assert str(Fingerprint.of([1])) == "1 section, 1 point"
            assert str(Fingerprint.of([3, 3, 4])) == "3 sections, 10 points"
        with translation.override("ar"):
            assert str(Fingerprint.of([1])) == "قسم واحد، نقطة واحدة"
            assert str(Fingerprint.of([1, 1])) == "قسمان، نقطتان"
            assert str(Fingerprint.of([4, 4, 3])) == "3 أقسام، 11 نقطة"
