"""The body of an item as people edit it: on the writing surface, or as text form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.text import Truncator

from thinktank.document.characters import lines
from thinktank.document.model import Document
from thinktank.document.reading import Problem

from . import sides
from .surface.examining import at_block
from .surface.sent import SurfaceText, as_text, read, unix_lines, written
from .surface.widget import SurfaceWidget

MOST_PROBLEMS = 50
"""Shown at a time; a text pasted by mistake may have a hundred thousand."""
MOST_OF_A_LINE = 200
"""Characters of the line that stand beside its problem."""


class BodyField(forms.Field):
    """Cleans to a Document, or to None for an empty text.

    A text that cannot be read gives one error for each problem, with the line or the
    block it stands in; the text itself stays exactly as it was sent. `like` is the
    text as it stood: what is still in it keeps its identifiers.
    """

    widget: Any

    def __init__(self, *, language: str, name: str, **kwargs: Any) -> None:
        self.language = language
        self.name = name
        super().__init__(required=False, widget=SurfaceWidget(language), **kwargs)
        self.like: Document | None = None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        own = {"class": "body-text", "rows": 30, "spellcheck": "true"}
        return own | sides.attributes(self.language)

    def has_changed(self, initial: Document | None, data: str | None) -> bool:
        return written(initial).strip() != self.as_text(data).strip()

    def as_text(self, sent: str | None) -> str:
        """What was sent as the text form, whichever form it came in."""
        return unix_lines(as_text(sent, self.language, self.like)) if sent else ""

    def to_python(self, value: str | None) -> Document | None:
        sent = "" if value is None else value
        if self.like and _as_shown(sent) == written(self.like).strip():
            return self.like
        reading = read(sent, self.language, like=self.like)
        if reading.problems:
            self._raise(reading.problems[:MOST_PROBLEMS], sent)
        return reading.document or None

    def _raise(self, problems: tuple[Problem, ...], sent: str) -> None:
        if not isinstance(sent, SurfaceText):
            typed = lines(unix_lines(sent))
            raise ValidationError([self._at_line(each, typed) for each in problems])
        self.widget.problems = [at_block(each) for each in problems]
        raise ValidationError([self._error(each, block=each.line) for each in problems])

    def _at_line(self, problem: Problem, typed: list[str]) -> ValidationError:
        line = typed[problem.line - 1].strip() if problem.line else ""
        text = Truncator(line).chars(MOST_OF_A_LINE)
        return self._error(problem, line=problem.line, text=text)

    def _error(self, problem: Problem, **place: Any) -> ValidationError:
        context = {
            "anchor": f"id_{self.name}",
            "message": problem.message(sides.interface()),
            **place,
            **sides.attributes(self.language),
        }
        message = render_to_string("admin/desk/problem.html", context)
        return ValidationError(message, code=problem.code)


def _as_shown(sent: str) -> str | None:
    """What was sent as the text form; None for what a surface made."""
    return None if isinstance(sent, SurfaceText) else unix_lines(sent).strip()
