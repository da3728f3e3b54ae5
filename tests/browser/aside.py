"""What stands beside the writing surface of one language, as a person uses it."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import override
from playwright.sync_api import Locator

from tests.browser.desk import Desk
from thinktank.editorial.admin import sides
from thinktank.editorial.admin.surface.words import WORDS


class Aside:
    """The outline, the lists and the offers of `language` at a desk."""

    def __init__(self, desk: Desk, language: str) -> None:
        self.desk = desk
        self.language = language
        self.field = desk.page.locator(f".surface-field[data-surface={language}]")
        self.surface = desk.surface(language)

    def said(self, key: str, **values: Any) -> str:
        """A sentence of the surface in the interface's language."""
        with override(self.desk.interface):
            return str(WORDS[key]) % values

    @property
    def name(self) -> str:
        """What the interface calls the language."""
        with override(self.desk.interface):
            return sides.name(self.language)

    def button(self, key: str, **values: Any) -> Locator:
        """A button by what it says."""
        return self.field.get_by_role("button", name=self.said(key, **values))

    @property
    def outline(self) -> Locator:
        return self.field.locator(".surface-outline details")

    @property
    def rows(self) -> Locator:
        """The buttons that lead to the parts, in the order of the text."""
        return self.outline.locator(".outline-jump")

    @property
    def lacks(self) -> Locator:
        return self.outline.locator(".outline-lacks li")

    @property
    def advice(self) -> Locator:
        return self.field.locator(".advice-list > li")

    @property
    def problems(self) -> Locator:
        return self.field.locator(".problems-list > li")

    @property
    def offer(self) -> Locator:
        return self.field.locator(".surface-offer")

    def titles(self) -> list[str]:
        return [text.strip() for text in self.rows.all_inner_texts()]

    def blocks(self) -> list[str]:
        """The words of each block that is in sight, notes of the system left out."""
        visible = self.surface.locator("> :is(p, h2, h3):visible")
        return [text.strip() for text in visible.all_inner_texts()]

    def parts(self) -> list[tuple[str, str]]:
        """Kind and id of headings and points as the page has brought them."""
        source = self.field.locator(".surface-document").text_content() or "{}"
        blocks = json.loads(source).get("content", [])
        kinds = ("section", "point", "conclusion")
        return [
            (block["type"], block["attrs"]["id"])
            for block in blocks
            if block["type"] in kinds
        ]


def kept_line(desk: Desk) -> Locator:
    """The line beside the buttons that says what is kept and where."""
    return desk.page.locator(".kept-line")
