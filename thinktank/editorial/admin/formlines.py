"""The lines of a form, drawn without a template.

Django's template asks some thirty questions of each line and of each field on it, and
a form has dozens. What is drawn here is the same but for white space, as a test
compares.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe


def line(line: Any) -> SafeString:
    """A `Fieldline` of the admin."""
    fields = list(line)
    alone = len(fields) == 1
    errors = line.errors() if alone else ""
    classes = [
        "form-row",
        "errors" if errors else "",
        "" if line.has_visible_field else "hidden",
        *(_named(field) for field in fields),
    ]
    inside = "".join(_field(field, alone) for field in fields)
    if not alone:
        inside = f'<div class="flex-container form-multiline">{inside}</div>'
    return mark_safe(f'<div class="{_words(classes)}">{errors}{inside}</div>')


def _field(field: Any, alone: bool) -> str:
    errors = "" if alone or field.is_readonly else field.errors()
    hidden = "hidden" if _told(field, "is_hidden") else ""
    of_several = ["fieldBox", _named(field), "errors" if errors else "", hidden]
    classes = [
        "flex-container",
        *([] if alone else of_several),
        "checkbox-row" if field.is_checkbox else "",
    ]
    parts = [field.label_tag(), _control(field)]
    drawn = "".join(reversed(parts) if field.is_checkbox else parts)
    box = f'<div class="{_words(classes)}">{drawn}</div>'
    return f"<div>{errors}{box}{_help(field, hidden)}</div>"


def _control(field: Any) -> str:
    if field.is_readonly:
        return format_html('<div class="readonly">{}</div>', field.contents())
    return str(field.field)


def _help(field: Any, hidden: str) -> str:
    """Sentences of our own, which may hold elements."""
    text = _told(field, "help_text")
    if not text:
        return ""
    label = _told(field, "id_for_label")
    id = format_html(' id="{}_helptext"', label) if label else ""
    return f'<div class="{_words(["help", hidden])}"{id}><div>{text}</div></div>'


def _named(field: Any) -> str:
    name = _told(field, "name")
    return f"field-{conditional_escape(name)}" if name else ""


def _told(field: Any, fact: str) -> Any:
    """A field without a control is a dictionary."""
    known = field.field
    ask = known.get if field.is_readonly else partial(getattr, known)
    return ask(fact, "")


def _words(classes: Iterable[str]) -> str:
    return " ".join(filter(None, classes))
