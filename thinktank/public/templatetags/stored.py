"""How templates print what editors stored: isolated, and in its own language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from thinktank.language.bidi import isolate_html, isolate_plain
from thinktank.language.dates import ISO_LENGTHS, format_date, hijri_line
from thinktank.language.numbers import Digits, format_number, localise_digits
from thinktank.language.scripts import direction
from thinktank.language.times import format_moment

register = template.Library()


@register.simple_tag(takes_context=True)
def text(context: Context, words: str, language: str = "") -> SafeString:
    """Stored words as HTML, marked when they are not in the page's language."""
    language = language or context["frame"].language
    return _stated(context, mark_safe(isolate_html(words, language)), language)


@register.simple_tag(takes_context=True)
def marked(
    context: Context, pieces: Iterable[tuple[str, bool]], language: str
) -> SafeString:
    """The same of words in pieces, those that are true in `<mark>`."""
    found = [(mark_safe(isolate_html(each, language)), met) for each, met in pieces]
    html = [
        format_html("<mark>{}</mark>", each) if met else each for each, met in found
    ]
    return _stated(context, mark_safe("".join(html)), language)


def _stated(context: Context, html: SafeString, language: str) -> SafeString:
    if language == context["frame"].language:
        return html
    return format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), html
    )


@register.simple_tag(takes_context=True)
def link(
    context: Context, path: str, words: str, language: str = "", rel: str = ""
) -> SafeString:
    """A link whose words are stored ones, for use inside a sentence."""
    attributes = format_html(' rel="{}"', rel) if rel else ""
    inner = text(context, words, language)
    return format_html('<a href="{}"{}>{}</a>', path, attributes, inner)


@register.filter
def plain(words: str, language: str) -> str:
    """Stored words for an attribute, which can hold no markup."""
    return isolate_plain(words, language)


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | datetime, precision: Any = "day") -> SafeString:
    """A date in the page's language; an instant becomes the site's local day."""
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    machine = value.isoformat()[: ISO_LENGTHS[precision]]
    frame = context["frame"]
    words = format_date(value, frame.language, precision, frame.house.style)
    return format_html('<time datetime="{}">{}</time>', machine, words)


@register.simple_tag(takes_context=True)
def moment(context: Context, value: datetime) -> str:
    """An instant in the page's language, in the zone of the house."""
    frame = context["frame"]
    local = value.astimezone(frame.house.zone)
    return format_moment(local, frame.language, frame.house.style)


@register.simple_tag(takes_context=True)
def hijri(context: Context, value: date, precision: Any = "day") -> str:
    """The Hijri line of a date, where the house wants one and a day has one."""
    frame = context["frame"]
    return hijri_line(value, frame.language, precision, frame.house.style)


@register.simple_tag(takes_context=True)
def number(context: Context, value: int) -> str:
    """A number in the page's language and the house's digits."""
    frame = context["frame"]
    return format_number(value, frame.language, frame.digits)


@register.filter
def digits(generated: object, wanted: Digits) -> str:
    """Generated words with their numbers in the digits of `frame.digits`.

    Around a sentence: {% filter digits:frame.digits %}…{% endfilter %}. Markup inside
    would have its own digits changed too.
    """
    return localise_digits(str(generated), wanted)
