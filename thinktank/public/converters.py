"""The parts of public addresses, as `path()` understands them."""

from __future__ import annotations

from django.urls import register_converter
from django.urls.converters import get_converters

from . import languages


class LanguageConverter:
    """A language of the site; any other segment matches no address (404)."""

    regex = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"

    def to_python(self, value: str) -> str:
        if value not in languages.codes():
            raise ValueError(value)
        return value

    def to_url(self, value: str) -> str:
        return value


class NumberConverter:
    """A number as addresses print it: no sign, no leading zero, no overflow."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class YearConverter(NumberConverter):
    """A year of four digits."""

    regex = "[1-9][0-9]{3}"


def register() -> None:
    """Make `<language:…>` and `<number:…>` known to `path()`, once."""
    for name, converter in (
        ("language", LanguageConverter),
        ("number", NumberConverter),
        ("year", YearConverter),
    ):
        if name not in get_converters():
            register_converter(converter, name)
