"""The admin as one person uses it, in one interface language.

Fields are found by their names and states by what the interface calls them, so that
its words may change.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import override
from playwright.sync_api import Locator, expect

from tests.browser.visitor import Visitor
from thinktank.editorial.states import State

ADMIN = "/admin/"
PUBLICATIONS = f"{ADMIN}publications/publication/"
PASTE = """(surface, [type, words]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, words);
  const event = new ClipboardEvent("paste", {bubbles: true, cancelable: true});
  // Firefox takes no data with the event.
  Object.defineProperty(event, "clipboardData", {value: clipboardData});
  surface.dispatchEvent(event);
}"""
"""Pastes what another programme copied: its media type and its words."""


IN_HASTE = "The tests cannot wait."
"""Why a text is published that nobody has approved."""


class Desk:
    """`page` is the window in use; `window` opens another one of the same person."""

    def __init__(self, visitor: Visitor, interface: str) -> None:
        self.visitor = visitor
        self.interface = interface
        self.page = visitor.page

    def arrive(self, name: str, passes: dict[str, Any]) -> None:
        """Be known to the site; `passes` has the cookies of earlier logins by name."""
        context = self.visitor.context
        context.clear_cookies()
        if name in passes:
            context.add_cookies(passes[name])
        else:
            self.visitor.open(ADMIN)
            self.log_in(name, name)
            self.page.wait_for_url(f"**{ADMIN}")
            passes[name] = context.cookies()

    def leave(self) -> None:
        """Close all windows at once, with nothing said to the site or left behind."""
        context = self.visitor.context
        self.visitor.look_away()
        context.set_offline(True)
        used, last = context.pages, context.new_page()
        for page in used:
            page.close()  # a page that goes away still keeps what was typed
        context.set_offline(False)
        last.route("**", lambda route: route.fulfill(body=""))
        self.visitor.open("/", last)
        last.evaluate("localStorage.clear()")
        last.close()

    def log_in(self, name: str, password: str) -> None:
        """Through the form, when the site shows it instead of the page asked for."""
        self.page.locator("[name=username]").fill(name)
        self.page.locator("[name=password]").fill(password)
        self.page.locator("form:has([name=password]) [type=submit]").click()

    def window(self) -> Desk:
        other = Desk(self.visitor, self.interface)
        other.page = self.visitor.context.new_page()
        return other

    # The form of a publication

    def open(self, number: int) -> None:
        self.visitor.open(f"{PUBLICATIONS}{number}/change/", self.page)

    def add(self, **texts: str) -> int:
        """Save a new publication with these texts, and give its number."""
        self.visitor.open(f"{PUBLICATIONS}add/", self.page)
        self.page.locator("[name=type]").select_option(index=1)
        self.fill(**texts)
        self.save()
        self.page.wait_for_url("**/change/")
        return int(self.page.url.removesuffix("/change/").rpartition("/")[2])

    def copy(self, number: int) -> None:
        """Open a duplicate of an item, as the button of its form makes it."""
        context = self.visitor.context
        token = next(c["value"] for c in context.cookies() if c["name"] == "csrftoken")
        response = context.request.post(
            f"{self.visitor.address}{PUBLICATIONS}{number}/duplicate/",
            headers={"X-CSRFToken": token},
            max_redirects=0,
        )
        self.page.goto(f"{self.visitor.address}{response.headers['location']}")

    def field(self, name: str) -> Locator:
        """A field of one language: headline_ar, body_en …"""
        return self.page.locator(f"[name={name}]")

    def fill(self, **texts: str) -> None:
        """Type into fields; a body is pasted into its surface."""
        for name, text in texts.items():
            if name.startswith("body_"):
                self.paste(name.removeprefix("body_"), text)
            else:
                self.field(name).fill(text)

    def surface(self, language: str) -> Locator:
        """Where the body of a language is written."""
        field = self.page.locator(f".surface-field[data-surface={language}]")
        return field.locator(".ProseMirror")

    def paste(self, language: str, text: str) -> None:
        """Paste plain text at the caret, as another programme copied it."""
        surface = self.surface(language)
        surface.click()
        surface.evaluate(PASTE, ["text/plain", text])
        last = text.split()[-1]
        expect(surface).to_contain_text(last)

    def save(self) -> None:
        """Save and stay."""
        self.page.locator(".submit-row [name=_continue]").click()

    def side(self, language: str) -> Locator:
        """The half of the form that belongs to a language."""
        return self.page.locator(f"section[aria-labelledby=side-{language}]")

    def state_line(self, language: str) -> Locator:
        """What stands beside the name of a language."""
        return self.side(language).locator("header")

    def called(self, state: State) -> str:
        """What the interface calls a state."""
        with override(self.interface):
            return str(state.label)

    # What makes texts public

    def take(self, step: str) -> None:
        """Press a button that leads to a verb: "publish:ar", "cancel:12" …"""
        self.page.locator(f'button[name=_then][value^="{step}"]').click()

    def confirm(self, **values: Any) -> None:
        """Fill in the page of a verb and press its button."""
        form = self.page.locator("form:has([name=shown])")
        form.wait_for()
        if form.locator("[name=unapproved]").count():
            values.setdefault("unapproved", IN_HASTE)
        for name, value in values.items():
            one_of_several = form.locator(f"[type=radio][name={name}][value='{value}']")
            if one_of_several.count():
                one_of_several.check()
            else:
                form.locator(f"[name={name}]").fill(value)
        form.locator("[type=submit]").click()

    def publish(self, language: str, **values: Any) -> None:
        self.take(f"publish:{language}")
        self.confirm(**values)


Enter = Callable[..., Desk]
"""What the fixture `enter` gives."""
