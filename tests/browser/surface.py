"""A writing surface as the person before it uses it: by keys, and by what it holds."""

from __future__ import annotations

from typing import Any

from django.utils.translation import override
from playwright.sync_api import Locator, Page

from tests.browser.desk import PUBLICATIONS, Desk
from thinktank.editorial.admin.surface.words import WORDS

DOCUMENT = "surface => surface.editor.getJSON()"
CARET = """surface => {
  surface.editor.view.domObserver.flush();  // the browser may not have told yet
  return surface.editor.state.selection.head;
}"""
SELECTED = """surface => {
  surface.editor.view.domObserver.flush();
  const {from, to} = surface.editor.state.selection;
  return surface.editor.state.doc.textBetween(from, to, "|");
}"""


class Surface:
    """The surface of one language. What is pressed goes to where the caret stands."""

    def __init__(self, desk: Desk, language: str) -> None:
        self.desk = desk
        self.language = language
        self.box: Locator = desk.surface(language)

    @property
    def page(self) -> Page:
        return self.desk.page

    def write(self, *lines: str) -> None:
        """Type lines with Enter between them."""
        for index, line in enumerate(lines):
            if index:
                self.press("Enter")
            self.page.keyboard.type(line)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def clear(self) -> None:
        self.box.evaluate("surface => surface.editor.commands.clearContent()")
        self.box.focus()

    def blocks(self) -> list[str]:
        """The document, a line a block: `point: Words`, `list: one / two`."""
        document = self.box.evaluate(DOCUMENT)
        return [shown(block) for block in document["content"]]

    def caret(self) -> int:
        return int(self.box.evaluate(CARET))

    def walk(self, arrow: str, steps: int) -> int:
        """Press an arrow so often, and where the caret is then. ProseMirror is told of
        each step: of one that it does not know it may set the caret back."""
        for _step in range(steps):
            self.press(arrow)
            self.caret()
        return self.caret()

    def select(self, keys: str, text: str) -> None:
        """Select with keys that can be pressed again: for a moment after the focus has
        come, ProseMirror sets a selection back to what it was."""
        for _press in range(100):
            self.press(keys)
            if self.box.evaluate(SELECTED) == text:
                return
        raise AssertionError(f"{keys} never selected {text}")

    def tool(self, name: str) -> Locator:
        """A button of the toolbar, by the name of its command."""
        frame = self.page.locator(f".surface[data-language={self.language}]")
        return frame.locator(f".tool-{name}").first


def new_surface(desk: Desk, language: str) -> Surface:
    """An empty surface of a publication that is being added, with the caret in it."""
    desk.visitor.open(f"{PUBLICATIONS}add/")
    surface = Surface(desk, language)
    surface.box.click()
    return surface


def shown(node: dict[str, Any]) -> str:
    kind = node["type"]
    if kind == "note":
        return f"[{words(node['attrs']['content'])}]"
    if kind == "text":
        marks = "".join(f"{mark['type']}:" for mark in node.get("marks", ()))
        return f"{{{marks}{node['text']}}}" if marks else str(node["text"])
    inner = node.get("content", [])
    inline = all(child["type"] in ("text", "note") for child in inner)
    if inline:
        return f"{kind}: {words(inner)}".strip()
    return f"{kind}: {' / '.join(line(child) for child in inner)}"


def line(node: dict[str, Any]) -> str:
    """A part of a list, a quotation or a table: `th` and `td` name a table's cells."""
    kind, inner = node["type"], node.get("content", [])
    if kind in ("table", "tableRow"):
        return (" | " if kind == "tableRow" else " / ").join(map(line, inner))
    prefix = {"attribution": "-- ", "tableHeader": "#"}.get(kind, "")
    return prefix + words(inner)


def words(inline: list[dict[str, Any]]) -> str:
    return "".join(map(shown, inline))


def said(key: str, interface: str) -> str:
    """What the interface says by a key."""
    with override(interface):
        return str(WORDS[key])
