"""The body of an item as people edit it: the text form in a large box."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.text import Truncator

from thinktank.document.characters import lines
from thinktank.document.model import Document
from thinktank.document.readers import text as reader
from thinktank.document.reading import Problem
from thinktank.document.writers import text as writer

from . import sides

MOST_PROBLEMS = 50
"""Shown at a time; a text pasted by mistake may have a hundred thousand."""
MOST_OF_A_LINE = 200
"""Characters of the line that stand beside its problem."""


def unix_lines(text: str) -> str:
    """Browsers send CR LF at the end of each line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def written(document: Document | None) -> str:
    """The text form of a body, as the box shows it."""
    return writer.write(document) if document else ""


class BodyField(forms.Field):
    """Cleans to a Document, or to None for an empty text.

    A text that cannot be read gives one error for each problem, with the line it
    stands in; the text itself stays exactly as it was typed. `like` is the text as
    it stood: what is still in it keeps its identifiers.
    """

    widget = forms.Textarea

    def __init__(self, *, language: str, name: str, **kwargs: Any) -> None:
        self.language = language
        self.name = name
        super().__init__(required=False, **kwargs)
        self.like: Document | None = None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        own = {"class": "body-text", "rows": 30, "spellcheck": "true"}
        return own | sides.attributes(self.language)

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else written(value)

    def has_changed(self, initial: Document | None, data: str | None) -> bool:
        return written(initial).strip() != unix_lines(data or "").strip()

    def to_python(self, value: str | None) -> Document | None:
        source = unix_lines(value or "")
        reading = reader.read(source, self.language, like=self.like)
        if reading.problems:
            typed = lines(source)
            first = reading.problems[:MOST_PROBLEMS]
            raise ValidationError([self._error(problem, typed) for problem in first])
        return reading.document or None

    def _error(self, problem: Problem, typed: list[str]) -> ValidationError:
        line = typed[problem.line - 1].strip() if problem.line else ""
        context = {
            "anchor": f"id_{self.name}",
            "line": problem.line,
            "message": problem.message(sides.interface()),
            "text": Truncator(line).chars(MOST_OF_A_LINE),
            **sides.attributes(self.language),
        }
        message = render_to_string("admin/desk/problem.html", context)
        return ValidationError(message, code=problem.code)
