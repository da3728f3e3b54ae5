"""How templates print what editors stored: isolated, and in its own language."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from thinktank.language.bidi import isolate_html, isolate_plain
from thinktank.language.dates import format_date
from thinktank.language.scripts import direction

register = template.Library()


@register.simple_tag(takes_context=True)
def text(context: Context, words: str, language: str = "") -> SafeString:
    """Stored words as HTML, marked when they are not in the page's language."""
    page = context["frame"].language
    language = language or page
    html = mark_safe(isolate_html(words, language))
    if language == page:
        return html
    return format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), html
    )


@register.filter
def plain(words: str, language: str) -> str:
    """Stored words for an attribute, which can hold no markup."""
    return isolate_plain(words, language)


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | datetime, precision: Any = "day") -> SafeString:
    """A date in the page's language; an instant becomes the site's local day."""
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    machine = value.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
    words = format_date(value, context["frame"].language, precision)
    return format_html('<time datetime="{}">{}</time>', machine, words)
