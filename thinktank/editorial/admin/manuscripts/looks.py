"""Words, tables and pictures of a manuscript as HTML for the review; links lead
nowhere, and nothing of the source's own markup is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from thinktank.document.model import Figure, Inline, Inlines, Table, Text

Numbers = Mapping[str, int]
"""The number of each note by its id."""
Address = Callable[[int], str]
"""Where the picture of a number is shown."""
_ELEMENTS = {"strong": "b", "emphasis": "i", "superscript": "sup", "work-title": "cite"}


def words(inlines: Inlines, numbers: Numbers) -> SafeString:
    return format_html_join("", "{}", ((_inline(part, numbers),) for part in inlines))


def _inline(part: Inline, numbers: Numbers) -> SafeString:
    if not isinstance(part, Text):
        return format_html('<sup class="ms-call">{}</sup>', numbers.get(part.id, "?"))
    shown = format_html("{}", part.text)
    for mark in part.marks:
        if mark.type == "link":
            shown = format_html('<u title="{}">{}</u>', mark.href, shown)
        elif element := _ELEMENTS.get(mark.type):
            tags = SafeString(f"<{element}>"), SafeString(f"</{element}>")
            shown = format_html("{}{}{}", tags[0], shown, tags[1])
    return shown


def table(block: Table, numbers: Numbers) -> SafeString:
    rows = [("th", block.header)] if block.header else []
    rows += [("td", row) for row in block.rows]
    shown = ((_row(element, cells, numbers),) for element, cells in rows)
    return format_html(
        '<div class="ms-table"><table>{}</table></div>',
        format_html_join("", "<tr>{}</tr>", shown),
    )


def _row(element: str, cells: tuple[Inlines, ...], numbers: Numbers) -> SafeString:
    opened, closed = SafeString(f"<{element}>"), SafeString(f"</{element}>")
    each = ((opened, words(cell, numbers), closed) for cell in cells)
    return format_html_join("", "{}{}{}", each)


def figure(block: Figure, numbers: Numbers, address: Address) -> SafeString:
    return format_html(
        '<img class="ms-picture" src="{}" alt="{}" loading="lazy"> {}',
        address(block.image),
        block.alt,
        words(block.caption, numbers),
    )
