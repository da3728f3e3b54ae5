"""What the admin's templates ask: the centre's name, and names of languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from django import template
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from thinktank import house
from thinktank.editorial.admin import formlines, inwords, sides, signs, staff
from thinktank.editorial.admin.acts import confirmation
from thinktank.house.plain import Logo
from thinktank.language import scripts
from thinktank.language.dates import format_date

register = template.Library()


@register.simple_tag
def centre_name() -> str:
    """In the language of the interface."""
    return house.current().name_in(sides.interface())


@register.simple_tag
def centre_logo() -> Logo | None:
    return house.current().logo


@register.simple_tag
def interface_languages() -> list[tuple[str, str]]:
    """Code and own name of each language the interface speaks."""
    return [(code, own_name(code)) for code in sides.codes()]


@register.filter
def own_name(language: str) -> str:
    """The name of a language in that language."""
    return sides.own_name(language)


@register.filter
def language_name(language: str) -> str:
    """The name of a language in the language of the interface."""
    return sides.name(language)


@register.filter
def direction(language: str) -> str:
    return scripts.direction(language)


@register.filter
def called(user: User | None) -> str:
    """The name of somebody at the desk; of the system for nobody."""
    return staff.called(user)


@register.filter
def moment(instant: datetime) -> str:
    """An instant in the centre's zone, in the style of the interface."""
    return confirmation.moment(instant)


@register.filter
def day(value: date) -> str:
    """A day in the style of the interface."""
    return format_date(value, sides.interface(), "day", house.current().style)


@register.filter
def overdue(value: date | None) -> bool:
    """Whether a day has passed where the house is."""
    today = timezone.localdate(timezone=house.current().zone)
    return value is not None and value < today


@register.filter
def clock(instant: datetime) -> str:
    """The time of day in the centre's zone."""
    return inwords.in_words(instant.astimezone(house.current().zone).time())


@register.simple_tag
def zone() -> str:
    return str(house.current().zone)


@register.simple_tag
def labelled(cells: Iterable[str], headers: Iterable[dict[str, Any]]) -> list[str]:
    """The cells of a row in a list, each with the heading of its column."""
    return [_labelled(*pair) for pair in zip(cells, headers, strict=True)]


def _labelled(cell: str, header: dict[str, Any]) -> str:
    """A column of boxes to tick has a box as its heading, and no words."""
    if isinstance(header["text"], SafeString):
        return cell
    # A cell of Django's is escaped already, and begins with "<td" or "<th".
    label = escape(capfirst(str(header["text"])))
    return mark_safe(f'{cell[:3]} data-label="{label}"{cell[3:]}')


@register.simple_tag
def filter_choices(choices: Iterable[dict[str, Any]]) -> SafeString:
    """The lines of a filter, which may be hundreds."""
    lines = (
        (SafeString(' class="selected"' if choice["selected"] else ""), *_led(choice))
        for choice in choices
    )
    return format_html_join("\n", '<li{}><a href="{}">{}</a></li>', lines)


def _led(choice: dict[str, Any]) -> tuple[str, Any]:
    return iri_to_uri(choice["query_string"]), choice["display"]


@register.simple_tag
def form_line(line: Any) -> SafeString:
    """A line of a fieldset, with its fields."""
    return formlines.line(line)


@register.simple_tag
def format_help(language: str) -> SafeString:
    """How a body in `language` is written; the same on each page."""
    return _format_help(language, sides.interface())


@cache
def _format_help(language: str, interface: str) -> SafeString:
    told = list(signs.explained(language))
    context = {"language": language, "interface": interface, "signs": told}
    return render_to_string("admin/desk/format_help.html", context)
