"""Whoever looks at the site with a browser, and notices all that goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    WebError,
)

DEVICES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
    },
}

PATIENCE = 10_000
"""Milliseconds that a page may take to become what is waited for."""


def script(name: str) -> str:
    """A function in JavaScript, from the file `name`.js beside this one."""
    return Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8")


class Visitor:
    """A browser without a past: no cookies, nothing cached.

    `page` is its first window. Everything that its windows complain of, and every
    request to another host, ends up in `troubles`.
    """

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        context.set_default_timeout(PATIENCE)
        self._messages: list[ConsoleMessage] = []
        self._others: list[str] = []
        self._refused: set[str] = set()
        self._forgiven: list[str] = []
        self._noticed: dict[Any, Callable[..., None]] = {
            "console": self._on_message,
            "weberror": self._on_error,
            "request": self._on_request,
            "response": self._on_response,
        }
        for event, notice in self._noticed.items():
            context.on(event, notice)
        self.page = context.new_page()

    def open(self, path: str, page: Page | None = None) -> Response:
        """Go to an address of the site, once its fonts and pictures have come."""
        response = (page or self.page).goto(f"{self.address}{path}")
        assert response is not None, path
        return response

    def look_away(self) -> None:
        """Notice nothing more of a browser that others go on with."""
        for event, notice in self._noticed.items():
            self.context.remove_listener(event, notice)

    def forgive(self, part: str) -> None:
        """A test lets requests fail whose address has this part: no trouble."""
        self._forgiven.append(part)

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address)

    @property
    def language(self) -> tuple[str, str]:
        """`lang` and `dir` of the page."""
        root = self.page.locator("html")
        return root.get_attribute("lang") or "", root.get_attribute("dir") or ""

    @property
    def troubles(self) -> list[str]:
        """Errors in the console (a broken policy is one) and requests elsewhere.

        That a page itself answers 404 or 410 is no trouble.
        """
        told = [
            f"{message.text} ({message.location['url']})"
            for message in self._messages
            if message.type == "error" and not self._is_refusal(message)
        ]
        return told + self._others

    def _is_refusal(self, message: ConsoleMessage) -> bool:
        url = message.location["url"]
        return url in self._refused or any(part in url for part in self._forgiven)

    def _on_message(self, message: ConsoleMessage) -> None:
        self._messages.append(message)

    def _on_error(self, error: WebError) -> None:
        self._others.append(str(error.error))

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self._others.append(f"request to {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400 and response.request.is_navigation_request():
            self._refused.add(response.url)


Visit = Callable[..., Visitor]
"""What the fixture `visit` gives."""
