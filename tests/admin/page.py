"""A page of the admin as a browser holds it: its elements, and what its form sends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from tests.cast import make_cast, make_person, make_topic
from thinktank.editorial.models import Item

NOT_SENT = {"submit", "button", "image", "reset", "search"}
VOID = {"input", "link", "meta", "br", "img", "hr"}


class Element:
    """`words` are those of its page, from and to which some are its own."""

    end: int | None = None

    def __init__(
        self,
        tag: str,
        attributes: dict[str, str],
        inside: tuple[Element, ...],
        words: list[str],
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside = inside
        self._words = words
        self._start = len(words)

    @property
    def text(self) -> str:
        return "".join(self._words[self._start : self.end])

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has_class(self, name: str) -> bool:
        return name in self["class"].split()


class Page(HTMLParser):
    """`elements` in the order of the page; a text includes that of inner elements."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._words: list[str] = []
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, tuple(self._open), self._words)
        self.elements.append(element)
        if tag in VOID:
            element.end = len(self._words)
        else:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            element = self._open.pop()
            element.end = len(self._words)
            if element.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Elements with this tag and these attributes; `class_` is one of its words."""
        return list(self._matching(tag, attributes))

    def _matching(self, tag: str, attributes: dict[str, str]) -> Iterator[Element]:
        word = attributes.pop("class_", "")
        for element in self.elements:
            fits = all(element[name] == value for name, value in attributes.items())
            if (
                fits
                and tag in ("", element.tag)
                and (not word or element.has_class(word))
            ):
                yield element

    def one(self, tag: str = "", **attributes: str) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of {tag} {attributes}"
        return found[0]

    def words(self, tag: str = "", **attributes: str) -> list[str]:
        """The texts of the elements, white space folded."""
        return [" ".join(found.text.split()) for found in self.all(tag, **attributes)]

    @property
    def text(self) -> str:
        return self.words("body")[0]

    def sent(self) -> dict[str, Any]:
        """What the page's forms send when nothing is touched; buttons left out."""
        data: dict[str, Any] = {}
        select: Element | None = None
        for element in self.elements:
            if element.tag == "select":
                select = element
                data[element["name"]] = [] if "multiple" in element.attributes else ""
            elif element.tag == "option" and select:
                _choose(data, select, element)
            elif element.tag == "textarea":
                data[element["name"]] = element.text.removeprefix("\n")
            elif element.tag == "input" and _is_sent(element):
                data[element["name"]] = element["value"] or _if_ticked(element)
        data.pop("language", None)
        return {name: value for name, value in data.items() if name}


def _choose(data: dict[str, Any], select: Element, option: Element) -> None:
    if "selected" not in option.attributes:
        return
    name, value = select["name"], option["value"]
    if "multiple" in select.attributes:
        data[name].append(value)
    else:
        data[name] = value


def _is_sent(element: Element) -> bool:
    if element["type"] in NOT_SENT:
        return False
    chosen = element["type"] not in ("checkbox", "radio")
    return chosen or "checked" in element.attributes


def _if_ticked(element: Element) -> str:
    return "on" if element["type"] == "checkbox" else ""


def address(item: Item, page: str = "change", *arguments: Any) -> str:
    return reverse(f"admin:publications_publication_{page}", args=[item.pk, *arguments])


def get(client: Client, url: str, language: str = "en") -> Page:
    """The page at an address, with the interface in this language."""
    response = client.get(url, headers={"accept-language": language})
    assert response.status_code == 200, response.status_code
    return Page(response)


def save(client: Client, item: Item, language: str = "en", **changed: Any) -> Any:
    """Open the form, change these fields, save, and go on editing."""
    url = address(item)
    return send(client, url, get(client, url, language), language, **changed)


def send(
    client: Client, url: str, page: Page, language: str = "en", **changed: Any
) -> Any:
    """Send the form of a page that was opened before, with these fields changed."""
    data = page.sent() | {"_continue": "on"} | changed
    return client.post(url, data, headers={"accept-language": language})


def typed(moment: datetime) -> str:
    """An instant as a browser sends a local date and time."""
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


class DeskTestCase(TestCase):
    """An editor is logged in; there are two people and a topic."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()
        cls.people = [make_person(), make_person("نادر العطار", "Nader Al Attar")]
        cls.topic = make_topic()

    def setUp(self) -> None:
        self.client.force_login(self.cast.editor)
