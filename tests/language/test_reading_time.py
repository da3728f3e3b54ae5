from __future__ import annotations

from thinktank.language.reading_time import minutes


class TestMinutes:
    def test_it_goes_by_the_language(self) -> None:
        assert minutes(1500, "ar") == 10
        assert minutes(1500, "en") == 7

    def test_it_is_one_at_least(self) -> None:
        assert minutes(0, "en") == minutes(20, "ar") == 1

    def test_it_can_follow_the_houses_own_estimate(self):
        assert minutes(1500, "ar", 100) == 15
        assert minutes(1500, "en", 300) == 5
