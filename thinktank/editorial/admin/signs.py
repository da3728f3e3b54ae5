"""The signs of the text form, explained beside the box in which it is written."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.document.panels import panel_name

SAMPLES = (
    "## {heading}",
    "1. {title}\n{text}",
    "##",
    "### {subheading}",
    "* {item}",
    "1) {item}",
    "> {quotation}\n> -- {speaker}",
    "**{strong}**  __{emphasis}__",
    "<<{work}>>",
    "[{link}](https://example.org)",
    "[{link}](item:12)",
    "{words}[^1]\n\n[^1]: {note}",
    "| {port} | {days} |\n|---|---|\n| {north} | 3 |",
    "== {findings}\n* {item}",
    "== {recommendations}\n* {item}",
    "== {three_lines}\n* {new}\n* {reason}\n* {action}",
)


def explained(language: str) -> Iterator[tuple[str, str]]:
    """A sample in the language of the body, and its meaning for the interface."""
    meanings = _meanings()
    with override(language):
        samples = _samples(language)
    return zip(samples, meanings, strict=True)


def _samples(language: str) -> list[str]:
    words = {
        "heading": _("Heading"),
        "title": _("Title of the point"),
        "text": _("Text of the point."),
        "subheading": _("Sub-heading"),
        "item": _("Item"),
        "quotation": _("Quotation"),
        "speaker": _("Who said it"),
        "strong": _("strong"),
        "emphasis": _("emphasis"),
        "work": _("Title of a work"),
        "link": _("link"),
        "words": _("Words"),
        "note": _("The note."),
        "port": _("Port"),
        "days": _("Days"),
        "north": _("North"),
        "findings": panel_name("findings", language),
        "recommendations": panel_name("recommendations", language),
        "three_lines": panel_name("summary", language),
        "new": _("What is new."),
        "reason": _("Why it matters."),
        "action": _("What should be done."),
    }
    return [sample.format(**words) for sample in SAMPLES]


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
        _("The key findings in a panel: 1 to 12 items. The page prints the heading."),
        _("The recommendations in a panel, which the page numbers."),
        _(
            "The whole text in three lines, in this order. The page prints the "
            "questions that they answer."
        ),
    ]
