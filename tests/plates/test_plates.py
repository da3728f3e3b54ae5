from __future__ import annotations

import re
from itertools import product
from math import dist
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plates.drawn import Box, Drawn
from thinktank.plates import (
    BROAD,
    DRAWINGS,
    INKS,
    SQUARE,
    TALL,
    WIDE,
    Seed,
    drawing_for,
    plate,
)
from thinktank.plates.counting import MOST_BOWLS, MOST_POINTS, MOST_SECTIONS
from thinktank.plates.drawings import DRAWING_OF

ROUNDING = 0.1 + 1e-9
"""Both drawings round to tenths: a middle is off by half of one in each."""
GOLDEN = Path(__file__).parents[1] / "data" / "plates"

shapes = st.lists(st.integers(0, 40), max_size=60)
countable = st.lists(st.integers(0, 5), min_size=1, max_size=MOST_SECTIONS)
seeds = st.builds(Seed, st.text(max_size=12), st.integers(0, 10**9))
drawings = st.sampled_from([*DRAWINGS, "unknown"])
inks = st.sampled_from(INKS)
directions = st.sampled_from(["rtl", "ltr"])
frames = st.sampled_from([TALL, SQUARE, WIDE, BROAD])
settings = st.sampled_from(["full", "stone", "reverse"])


def drawn(drawing, shape, *, number=7, direction="rtl", **more):
    seed = Seed("publications", number)
    return Drawn(plate(drawing, seed, shape, "indigo", direction=direction, **more))


class TestEveryPlate:
    @given(drawings, seeds, shapes, inks, directions, settings, frames)
    def test_it_holds_shapes_and_classes_only(
        self, drawing, seed, shape, ink, direction, setting, frame
    ):
        svg = plate(
            drawing, seed, shape, ink, direction=direction, setting=setting, frame=frame
        )
        tags = {node.tag for node in Drawn(svg).root.iter()}
        assert tags <= {"svg", "path", "circle"}
        assert not re.search(r"style|<script|\son\w+=|\bid=|>[^<]+<", svg)
        assert "nan" not in svg
        assert "inf" not in svg

    @given(drawings, seeds, shapes, directions, frames)
    def test_it_keeps_to_its_sheet(self, drawing, seed, shape, direction, frame):
        found = Drawn(
            plate(drawing, seed, shape, "indigo", direction=direction, frame=frame)
        )
        sheet = Box(0, 0, found.width, found.height)
        assert [box for box in found.boxes() if not _inside(box, sheet)] == []

    @given(drawings, seeds, shapes, frames)
    def test_it_weighs_six_kilobytes_at_most(self, drawing, seed, shape, frame):
        svg = plate(drawing, seed, shape, "verdigris", direction="rtl", frame=frame)
        assert len(svg) <= 6 * 1024

    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_the_fullest_weighs_six_kilobytes_at_most(self, drawing):
        shape = [MOST_POINTS // MOST_SECTIONS] * MOST_SECTIONS
        for full in (shape, [MOST_POINTS], [*[0] * 19, MOST_POINTS]):
            for frame in (TALL, SQUARE, WIDE, BROAD):
                svg = plate(
                    drawing,
                    *(Seed("x", 1), full, "verdigris"),
                    direction="rtl",
                    frame=frame,
                )
                assert len(svg) <= 6 * 1024

    @given(drawings, seeds, shapes, frames)
    def test_it_has_one_odd_dot(self, drawing, seed, shape, frame):
        found = Drawn(
            plate(drawing, seed, shape, "indigo", direction="ltr", frame=frame)
        )
        assert len(found.dots("a")) == 1

    @given(drawings, seeds, shapes, frames)
    def test_it_runs_the_other_way_in_the_other_direction(
        self, drawing, seed, shape, frame
    ):
        """Dots change places, and stay tilted as the pen left them."""
        left, right = (
            Drawn(plate(drawing, seed, shape, "indigo", direction=way, frame=frame))
            for way in ("ltr", "rtl")
        )
        here = [box.middle for box in left.dots("m", "a")]
        there = [
            (right.width - x, y)
            for x, y in (box.middle for box in right.dots("m", "a"))
        ]
        assert here
        assert len(here) == len(there)
        assert max(_distances(here, there)) < ROUNDING

    @given(drawings, seeds, shapes, inks, directions)
    def test_it_never_changes(self, drawing, seed, shape, ink, direction):
        again = Seed(seed.kind, seed.number)
        first, second = (
            plate(drawing, each, shape, ink, direction=direction)
            for each in (seed, again)
        )
        assert first == second

    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_it_is_the_one_that_was_always_drawn(self, drawing):
        """A change here changes the face of everything ever published."""
        svg = plate(
            drawing, Seed("publications", 7), [4, 3, 4], "cinnabar", direction="rtl"
        )
        assert svg + "\n" == (GOLDEN / f"{drawing}.svg").read_text()

    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_numbers_differ(self, drawing):
        plates = {
            plate(drawing, Seed("x", number), [4, 3, 4], "indigo", direction="rtl")
            for number in range(30)
        }
        assert len(plates) > 2

    def test_it_is_silent(self):
        root = drawn("analysis", [3]).root
        assert root.get("aria-hidden") == "true"
        assert root.get("focusable") == "false"

    @pytest.mark.parametrize(
        ("setting", "classes"),
        [
            ("full", "plate ink-indigo"),
            ("stone", "plate ink-indigo stone"),
            ("reverse", "plate ink-indigo reverse"),
        ],
    )
    def test_it_says_its_setting_by_class(self, setting, classes):
        assert drawn("study", [3], setting=setting).root.get("class") == classes

    def test_an_ink_that_does_not_exist_is_the_seeds(self):
        svg = plate("study", Seed("x", 2), [], "gold", direction="ltr")
        assert 'class="plate ink-verdigris"' in svg

    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_only_what_counts_nothing_is_cropped(self, drawing):
        fit = drawn(drawing, [3]).root.get("preserveAspectRatio")
        cropped = drawing in ("issue", "book")
        assert fit == f"xMidYMax {'slice' if cropped else 'meet'}"


class TestAnalysis:
    @given(countable, seeds, frames)
    def test_it_counts_points_and_sections(self, shape, seed, frame):
        found = Drawn(
            plate("analysis", seed, shape, "indigo", direction="rtl", frame=frame)
        )
        threads = [node for node in found.having("l") if node.tag == "path"]
        assert len(threads) == len(shape)
        assert len(found.dots("m", "a")) == max(1, sum(shape))

    def test_columns_stand_in_the_order_of_reading(self):
        found = drawn("analysis", [1, 2, 3], direction="rtl")
        places = [round(box.middle[0]) for box in found.dots("m", "a")]
        assert sorted(map(places.count, set(places))) == [1, 2, 3]
        first = max(places)
        assert places.count(first) == 1

    def test_a_text_without_points_is_one_point(self):
        assert len(drawn("analysis", []).dots("m", "a")) == 1
        assert len(drawn("analysis", [0, 0, 0]).dots("m", "a")) == 1

    @given(countable, seeds, frames)
    def test_no_dot_covers_another(self, shape, seed, frame):
        found = Drawn(
            plate("analysis", seed, shape, "indigo", direction="rtl", frame=frame)
        )
        places = sorted(box.middle for box in found.dots("m", "a"))
        size = found.dots("a")[0]
        radius = (size.bottom - size.top) / 2
        for (x, y), (other, below) in zip(places, places[1:], strict=False):
            assert abs(x - other) > 0.3 or abs(y - below) > 2 * radius

    def test_what_nobody_could_count_is_measured(self):
        for shape in ([1] * (MOST_SECTIONS + 1), [MOST_POINTS + 1]):
            found = drawn("analysis", shape)
            assert found.dots("m") == []
            assert len(found.having("m")) == len(shape)

    @pytest.mark.parametrize("frame", [TALL, SQUARE, WIDE, BROAD])
    @pytest.mark.parametrize("shape", [[100] + [0] * 39, [0] * 39 + [100], [37] * 3])
    def test_the_odd_dot_of_an_alif_is_whole(self, shape, frame):
        found = drawn("analysis", shape, frame=frame)
        (odd,) = found.dots("a")
        assert _inside(odd, Box(0, 0, found.width, found.height))

    def test_higher_alifs_have_more_points(self):
        found = drawn("analysis", [10, 30, 100], direction="ltr")
        tops = [box.top for box in found.boxes() if box.bottom == found.height]
        assert tops == sorted(tops, reverse=True)
        assert len(set(tops)) == 3


class TestEstimate:
    @given(st.integers(1, MOST_BOWLS), seeds, frames)
    def test_it_counts_sections(self, sections, seed, frame):
        found = Drawn(
            plate(
                "estimate",
                *(seed, [2] * sections, "indigo"),
                direction="rtl",
                frame=frame,
            )
        )
        bowls = [
            node for node in found.having() if re.search(r"A.*Z", node.get("d", ""))
        ]
        assert len(bowls) == sections


class TestStudy:
    @pytest.mark.parametrize(("chapters", "dots"), [(1, 7), (5, 7), (7, 7), (11, 11)])
    def test_large_dots_are_chapters(self, chapters, dots):
        sizes = [
            round(box.bottom - box.top)
            for box in drawn("study", [3] * chapters).dots("m", "a")
        ]
        assert len(sizes) == dots
        assert len([size for size in sizes if size > max(sizes) - 2]) == chapters


class TestEvent:
    @pytest.mark.parametrize(("days", "dots"), [(0, 1), (1, 1), (3, 3), (14, 14)])
    def test_it_counts_days(self, days, dots):
        assert len(drawn("event", [days]).dots("m", "a")) == dots

    def test_more_than_two_weeks_are_one_dot(self):
        assert len(drawn("event", [15]).dots("m", "a")) == 1


class TestIndicatorsAndIssue:
    def test_there_are_nine_alifs_with_heads(self):
        found = drawn("indicators", [])
        assert len(found.dots("m", "a")) == 9
        assert len(found.having("m")) + len(found.having("a")) == 18

    @pytest.mark.parametrize("number", range(20))
    def test_there_are_six_arcs(self, number):
        assert len(drawn("issue", [], number=number).having("l")) == 6


class TestDrawingFor:
    def test_the_nearest_code_counts(self):
        assert drawing_for("strategic-report", "article", "publications") == "study"
        assert drawing_for("events") == "event"

    def test_a_type_that_editors_added_takes_its_form(self):
        assert drawing_for("festschrift", "book", "publications") == "book"

    def test_what_nobody_knows_is_an_analysis(self):
        assert drawing_for() == drawing_for("festschrift") == "analysis"

    def test_every_code_has_a_drawing_that_exists(self):
        assert set(DRAWING_OF.values()) <= set(DRAWINGS)

    def test_an_unknown_drawing_is_an_analysis(self):
        calls = product(["nothing", "analysis"], [[3, 4]])
        unknown, analysis = (
            plate(name, Seed("x", 1), shape, "indigo", direction="rtl")
            for name, shape in calls
        )
        assert unknown == analysis


def _distances(here, there):
    """How far each place is from its own one of the others: nearest pairs first."""
    pairs = sorted(
        (dist(here[one], there[other]), one, other)
        for one, other in product(range(len(here)), range(len(there)))
    )
    taken: set[tuple[str, int]] = set()
    for distance, one, other in pairs:
        if not taken & {("here", one), ("there", other)}:
            taken |= {("here", one), ("there", other)}
            yield distance


def _inside(box: Box, sheet: Box) -> bool:
    slack = 0.1
    return (
        box.left >= sheet.left - slack
        and box.top >= sheet.top - slack
        and box.right <= sheet.right + slack
        and box.bottom <= sheet.bottom + slack
    )
