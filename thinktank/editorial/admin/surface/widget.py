"""The box of a body: the text form, which scripts replace by the writing surface."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from thinktank.document.model import Document
from thinktank.document.readers import surface
from thinktank.document.surfaceform import form_problems
from thinktank.document.writers import surface as writer

from .sent import SurfaceText, read, written

_INSIDE_SCRIPT = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script_json(data: object) -> SafeString:
    """JSON for a script element: nothing in it can end the element."""
    return mark_safe(json.dumps(data).translate(_INSIDE_SCRIPT))


class SurfaceWidget(forms.Textarea):
    """`problems` of the text that was sent are shown at their blocks."""

    def __init__(self, language: str, attrs: Any = None) -> None:
        self.language = language
        self.problems: list[dict[str, Any]] = []
        super().__init__(attrs)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        value = super().value_from_datadict(data, files, name)
        is_surface = data.get(f"{name}-form") == "surface"
        return SurfaceText(value) if is_surface and value is not None else value

    def format_value(self, value: Any) -> str | None:
        """The text form, for those who have no scripts."""
        if isinstance(value, Document | SurfaceText):
            value = written(_document(value, self.language))
        return super().format_value(value)

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        context = {
            "box": super().render(name, value, attrs, renderer),
            "language": self.language,
            "document": script_json(_surface_form(value, self.language)),
            "problems": json.dumps(self.problems, ensure_ascii=False),
        }
        return render_to_string("admin/desk/surface.html", context)


def _document(value: Document | str | None, language: str) -> Document:
    if isinstance(value, Document):
        return value
    return read(value or "", language).document


def _surface_form(value: Document | str | None, language: str) -> Mapping[str, Any]:
    """What was sent exactly as it was, unless no surface can show it."""
    if isinstance(value, SurfaceText):
        data = surface.loads(value)
        if isinstance(data, dict) and not form_problems(data):
            return data
    return writer.write(_document(value, language))
