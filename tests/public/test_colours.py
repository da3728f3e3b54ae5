"""That dark is the same however it comes about, and what browsers colour to match."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOKENS = (ROOT / "static" / "css" / "tokens.css").read_text()
HEAD = (ROOT / "templates" / "components" / "head.html").read_text()
BY_SYSTEM = ':root:where(:not([data-theme="light"]))'
BY_CHOICE = ':root:where([data-theme="dark"])'


def values(selector: str) -> dict[str, str]:
    """The custom properties in the first block of `selector`."""
    block = TOKENS.partition(f"{selector} {{")[2].partition("}")[0]
    return dict(re.findall(r"(--[\w-]+): ([^;]+);", block))


def bar(scheme: str) -> str:
    pattern = rf'content="(#\w+)" media="\(prefers-color-scheme: {scheme}\)"'
    return re.findall(pattern, HEAD)[0]


class TestColours:
    def test_dark_is_one_whoever_asked_for_it(self) -> None:
        assert values(BY_SYSTEM) == values(BY_CHOICE)
        assert len(values(BY_CHOICE)) > 30

    def test_dark_names_nothing_that_light_does_not(self) -> None:
        assert values(BY_CHOICE).keys() < values(":root").keys()

    def test_the_bars_of_the_browser_have_the_colour_of_the_paper(self) -> None:
        assert bar("light") == values(":root")["--paper"]
        assert bar("dark") == values(BY_CHOICE)["--paper"]
