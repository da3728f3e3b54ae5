"""A page as a browser takes it apart, and a text that tries to become part of it."""

from __future__ import annotations

from html.parser import HTMLParser

NASTY = (
    "' zz-single='1' \" zz-double=\"1\" zz-bare=1 >"
    "</p></title></textarea></script>--><injected zz-tag='1'>"
    " &lt;injected&gt; javascript:zz() {{ 7|add:7 }}"
)
"""Ends what it stands in, opens an element, and adds attributes in three ways."""
NASTY_NAME = "\"'><injected zz-name='1'>"
"""The same in few characters, and without a slash."""
ADDRESSES = ("href", "src", "action", "formaction", "data-href")
SCHEMES = ("http:", "https:", "mailto:")


class Markup(HTMLParser):
    """`faults` names what a stored text put into the page, `text` is what it says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "injected":
            self.faults.append(f"<{tag}> in line {self.getpos()[0]}")
        for name, value in attrs:
            if name.startswith(("on", "zz", "style", "srcdoc")) or "<" in name:
                self.faults.append(f"{name} on <{tag}> in line {self.getpos()[0]}")
            if name in ADDRESSES and not _is_harmless(value or ""):
                self.faults.append(f"{name}={value!r} on <{tag}>")
            self.text += f" {value}"

    def handle_data(self, data: str) -> None:
        self.text += data


def _is_harmless(address: str) -> bool:
    """A path of this site, or an address with a scheme that runs nothing."""
    before_path = address.strip().split("/")[0].split("?")[0].split("#")[0].lower()
    return ":" not in before_path or before_path.startswith(SCHEMES)
