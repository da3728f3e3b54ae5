from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plates.drawn import Drawn
from thinktank.plates import INKS, Seed, cover, cover_class

GOLDEN = Path(__file__).parents[1] / "data" / "plates"
numbers = st.integers(0, 10**9)
directions = st.sampled_from(["rtl", "ltr"])


class TestCover:
    @given(numbers, directions)
    def test_the_upper_third_is_left_to_the_title(self, number, direction):
        found = Drawn(cover(Seed("publications", number), direction=direction))
        assert (found.width, found.height) == (200, 300)
        assert min(box.top for box in found.boxes()) >= 100
        assert max(box.bottom for box in found.boxes()) <= 300.1
        assert "text" not in {node.tag for node in found.root}

    @given(numbers, directions)
    def test_one_dot_is_odd(self, number, direction):
        found = Drawn(cover(Seed("publications", number), direction=direction))
        assert len(found.dots("a")) == 1

    @given(numbers)
    def test_it_runs_from_the_side_of_reading(self, number):
        left, right = (
            Drawn(cover(Seed("publications", number), direction=way))
            for way in ("ltr", "rtl")
        )
        here = sorted(box.middle for box in left.dots("m", "a"))
        there = sorted(
            (200 - x, y) for x, y in (box.middle for box in right.dots("m", "a"))
        )
        assert len(here) == len(there)
        for mine, other in zip(here, there, strict=True):
            assert mine == pytest.approx(other, abs=0.11)

    def test_numbers_take_turns_in_ink_and_paleness(self):
        seen = [cover_class(Seed("publications", number)) for number in range(8)]
        assert seen[:4] == [f"cover ink-{ink}" for ink in INKS]
        assert seen[4:] == [f"cover ink-{ink} reverse" for ink in INKS]

    def test_the_frame_and_the_drawing_agree(self):
        seed = Seed("publications", 5)
        drawing = Drawn(cover(seed, direction="rtl", ink="saffron"))
        assert drawing.root.get("class") == "plate ink-saffron reverse"
        assert cover_class(seed, ink="saffron") == "cover ink-saffron reverse"

    def test_it_is_the_one_that_was_always_drawn(self):
        svg = cover(Seed("publications", 7), direction="rtl")
        assert svg + "\n" == (GOLDEN / "cover.svg").read_text()
