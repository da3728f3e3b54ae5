"""`make screenshots`: a picture of every kind of page, for people to look at.

Each page in both languages, light and dark, at 320, 768 and 1280 px, of a site of its
own that is gone afterwards. Pictures and one contact sheet for each language, scheme
and width go to `var/screenshots`; nothing of it is kept in the repository.

`python -m tools.screenshots home "sample item"` draws those pages alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, FloatRect, ViewportSize, sync_playwright

from tests.browser.public_pages import paths
from tests.browser.running_site import running_site
from tools import chromium
from tools.fresh import ROOT

FOLDER = ROOT / "var" / "screenshots"
LANGUAGES = ("ar", "en")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = {320: 640, 768: 1024, 1280: 900}
"""Height of the window by its width, in CSS pixels."""
TALLEST = 12_000
"""Pixels after which a picture is cut: Chromium draws none above 16,384."""
THUMB = (240, 640)
COLUMNS = 10
CAPTION = 18
GROUND, INK = "#808a86", "#ffffff"


def main(chosen: list[str]) -> None:
    """Draw the chosen pages, or all of them, and say where the sheets are."""
    with running_site() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium.provide(), args=["--no-sandbox"]
        )
        for language, scheme, width in product(LANGUAGES, SCHEMES, WIDTHS):
            folder = FOLDER / f"{language}-{scheme}-{width}"
            pages = pages_to_draw(language, chosen)
            drawn = draw(browser, address, pages, scheme, width, folder)
            print(contact_sheet(list(drawn), folder), flush=True)
        browser.close()


def pages_to_draw(language: str, chosen: list[str]) -> dict[str, str]:
    pages = paths(language)
    unknown = [name for name in chosen if name not in pages]
    if unknown:
        raise SystemExit(f"No such page: {unknown[0]}. There are: {', '.join(pages)}")
    return {name: pages[name] for name in chosen or pages}


def draw(
    browser: Browser,
    address: str,
    pages: dict[str, str],
    scheme: Literal["light", "dark"],
    width: int,
    folder: Path,
) -> Iterator[Path]:
    """A picture of each page, from its top to its end."""
    size = ViewportSize(width=width, height=WIDTHS[width])
    context = browser.new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in pages.items():
        page.goto(f"{address}{path}")
        height = page.evaluate("document.documentElement.scrollHeight")
        file = folder / f"{name.replace(' ', '-')}.png"
        area = FloatRect(x=0, y=0, width=width, height=min(height, TALLEST))
        page.screenshot(path=file, full_page=True, clip=area)
        yield file
    context.close()


def contact_sheet(pictures: list[Path], folder: Path) -> Path:
    """All pictures of a folder, small, with their names, in one."""
    width, height = THUMB
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (width + 8), rows * (height + CAPTION)), GROUND)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(13)
    for place, file in enumerate(pictures):
        x, y = place % COLUMNS * (width + 8), place // COLUMNS * (height + CAPTION)
        pen.text((x + 4, y + 1), file.stem, INK, font)
        with Image.open(file) as picture:
            small = picture.convert("RGB")
            small.thumbnail((width, picture.height))
            sheet.paste(small.crop((0, 0, width, height)), (x, y + CAPTION))
    target = folder.with_suffix(".png")
    sheet.save(target)
    return target


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
