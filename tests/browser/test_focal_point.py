"""The focal point of a picture, set on the picture itself or typed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.desk import ADMIN, Desk, Enter
from tests.media.samples import picture

pytestmark = pytest.mark.browser

STORED = f"{ADMIN}media/image/1/change/"
ADD = f"{ADMIN}media/image/add/"


def point(desk: Desk) -> tuple[int, int]:
    """What the form sends."""
    across, down = (desk.field(f"focal_{axis}").input_value() for axis in "xy")
    return int(across), int(down)


def near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Within a pixel of a picture that is 48 high."""
    return all(abs(a - b) <= 3 for a, b in zip(one, other, strict=True))


def mark(shown: Locator) -> tuple[int, int]:
    """Where the mark stands on the picture, in percent from the left and the top."""
    box, frame = shown.locator(".focal-mark").bounding_box(), shown.bounding_box()
    assert box is not None
    assert frame is not None
    across = (box["x"] + box["width"] / 2 - frame["x"]) / frame["width"]
    down = (box["y"] + box["height"] / 2 - frame["y"]) / frame["height"]
    return round(100 * across), round(100 * down)


def click(shown: Locator, across: float, down: float) -> None:
    frame = shown.bounding_box()
    assert frame is not None
    place = {"x": frame["width"] * across, "y": frame["height"] * down}
    shown.click(position=place)  # type: ignore[arg-type]  # a plain dictionary will do


class TestFocalPoint:
    def test_a_click_sets_it_in_both_directions(self, enter: Enter, interface: str):
        desk = enter(interface)
        desk.visitor.open(STORED)
        shown = desk.page.locator(".focal")
        assert near(mark(shown), (50, 50))
        click(shown, 0.25, 0.75)
        assert near(point(desk), (25, 75))
        assert near(mark(shown), (25, 75))

    def test_the_mark_follows_what_is_typed(self, enter: Enter, interface: str):
        desk = enter(interface)
        desk.visitor.open(STORED)
        desk.fill(focal_x="10", focal_y="90")
        assert near(mark(desk.page.locator(".focal")), (10, 90))

    def test_it_is_set_on_a_picture_that_was_only_chosen(self, enter: Enter):
        desk = enter("en")
        desk.visitor.open(ADD)
        shown = desk.page.locator(".focal")
        desk.field("file").set_input_files(chosen(picture(size=(300, 200))))
        shown.locator("canvas").wait_for()
        click(shown, 0.9, 0.1)
        assert near(point(desk), (90, 10))
        desk.save()
        assert near(point(desk), (90, 10))
        assert desk.page.locator(".focal img").is_visible()

    def test_a_file_that_is_no_picture_is_left_to_the_server(self, enter: Enter):
        desk = enter("en")
        desk.visitor.open(ADD)
        desk.field("file").set_input_files(chosen(b"<html>"))
        desk.save()
        expect(desk.page.locator(".field-file .errorlist")).to_be_visible()


def chosen(content: bytes) -> Any:
    return {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": content}
