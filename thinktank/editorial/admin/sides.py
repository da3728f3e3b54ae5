"""The sides of a bilingual form: what belongs to which language.

A side is one language's half of a form. Its fields carry their own language and
direction, whatever language the interface speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField
from modeltranslation.utils import build_localized_fieldname

from thinktank.language.scripts import direction


def codes() -> list[str]:
    return [code for code, _label in settings.LANGUAGES]


def name(language: str) -> str:
    """The name of a language in the language of the interface."""
    return str(dict(settings.LANGUAGES)[language])


def own_name(language: str) -> str:
    """The name of a language in that language itself."""
    with override(language):
        return name(language)


def column(field: str, language: str) -> str:
    return build_localized_fieldname(field, language)


def columns(field: str) -> tuple[str, ...]:
    """The columns of a translated field in all languages: a row of a form."""
    return tuple(column(field, code) for code in codes())


def interface() -> str:
    """The language of the interface."""
    return get_language() or settings.LANGUAGE_CODE


def in_reading_order() -> list[str]:
    """All languages, that of the interface first."""
    return sorted(codes(), key=lambda code: code != interface())


def listed(names: Iterable[object]) -> str:
    """Names in a row, with the comma of the interface's language."""
    comma = pgettext("between names", ",")
    return f"{comma} ".join(map(str, names))


def attributes(language: str) -> dict[str, str]:
    """What an element with a text in `language` must carry."""
    return {"lang": language, "dir": direction(language)}


def marked(text: str, language: str) -> SafeString:
    """A stored text as an element that states its language and direction."""
    return format_html(
        '<span lang="{}" dir="{}">{}</span>', language, direction(language), text
    )


def marked_first(texts: Iterable[tuple[str, str]], fallback: str) -> SafeString:
    """The first text that is not empty, of pairs of language and text."""
    found = next(((code, text) for code, text in texts if text), None)
    return marked(found[1], found[0]) if found else format_html("{}", fallback)


def label(db_field: models.Field[Any, Any]) -> str:
    """«العنوان — الإنجليزية», or the bare name for a field without a language."""
    if not isinstance(db_field, TranslationField):
        return str(capfirst(db_field.verbose_name))
    return _("%(field)s — %(language)s") % {
        "field": capfirst(db_field.translated_field.verbose_name),
        "language": name(db_field.language),
    }
