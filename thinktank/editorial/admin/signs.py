"""The signs of the text form, explained beside the box in which it is written."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override


def explained(language: str) -> Iterator[tuple[str, str]]:
    """A sample in the language of the body, and its meaning for the interface."""
    meanings = _meanings()
    with override(language):
        samples = _samples()
    return zip(samples, meanings, strict=True)


def _samples() -> list[str]:
    return [
        f"## {_('Heading')}",
        f"1. {_('Title of the point')}\n{_('Text of the point.')}",
        "##",
        f"### {_('Sub-heading')}",
        f"* {_('Item')}",
        f"1) {_('Item')}",
        f"> {_('Quotation')}\n> -- {_('Who said it')}",
        f"**{_('strong')}**  __{_('emphasis')}__",
        f"<<{_('Title of a work')}>>",
        f"[{_('link')}](https://example.org)",
        f"[{_('link')}](item:12)",
        f"{_('Words')}[^1]\n\n[^1]: {_('The note.')}",
        f"| {_('Port')} | {_('Days')} |\n|---|---|\n| {_('North')} | 3 |",
    ]


def _meanings() -> list[str]:
    return [
        _("A section begins."),
        _("A numbered point, with its title; its text follows in the next line."),
        _("The conclusion, without a heading of its own."),
        _("A smaller heading, inside a section."),
        _("A list."),
        _("A numbered list, which is no point."),
        _("A quotation, and who said it."),
        _("Strong words, and emphasised ones."),
        _("The title of a book or an article."),
        _("A link to a page elsewhere."),
        _("A link to an item of this site, by its number."),
        _("A note: called in the text, written at the end."),
        _("A table, with a row of headings."),
    ]
