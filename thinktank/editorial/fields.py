"""The column that holds a Document."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname

from thinktank.document.checks import check
from thinktank.document.jsonform import Malformed, from_json, from_stored, to_json
from thinktank.document.model import Document
from thinktank.document.reading import Problem


class DocumentField(models.JSONField):
    """Stores a `Document` as JSON and gives a `Document` (or None) back.

    Older schema versions are upgraded when read. What is written is checked at every
    depth, so what is stored can be rendered safely: `full_clean` reports problems as
    ValidationError, and saving without it raises `Malformed`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if isinstance(value, str) and (known := _whole(value)):
            return known
        data = super().from_db_value(value, expression, connection)
        # Key lookups ("body_en__lead") pass here too; only a whole form carries "v".
        return from_stored(data) if isinstance(data, dict) and "v" in data else data

    def get_prep_value(self, value: Any) -> Any:
        return to_json(value) if isinstance(value, Document) else value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value is not None and not hasattr(value, "as_sql"):
            _require_sound(value)
        return super().get_db_prep_save(value, connection)

    def to_python(self, value: Any) -> Any:
        try:
            if isinstance(value, str):
                value = json.loads(value) if value else None
            return from_json(value) if isinstance(value, dict) else value
        except Malformed as malformed:
            raise ValidationError(_sentences(malformed.problems)) from malformed
        except json.JSONDecodeError as error:
            raise ValidationError(self.error_messages["invalid"]) from error

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if problems := _problems(value):
            raise ValidationError(_sentences(problems))

    def value_to_string(self, obj: models.Model) -> Any:
        return self.get_prep_value(self.value_from_object(obj))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        # modeltranslation keeps the untranslated column beside the translated ones;
        # left alone it would store one more copy of the text, in no known language.
        column = build_localized_fieldname(self.name, settings.LANGUAGE_CODE)
        if hasattr(model_instance, column):
            return None
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"show_hidden_initial": False, **kwargs})


class ItemsInOrder(models.ManyToManyField):
    """The related items of an item; forms show and save them in their order."""

    def value_from_object(self, obj: Any) -> list[int]:
        return obj.related_keys() if obj.pk else []

    def save_form_data(self, instance: Any, data: Any) -> None:
        instance.relate(data)


@lru_cache(maxsize=8)  # shown in a form, then read again to be saved and published
def _whole(stored: str) -> Document | None:
    """The Document of what a column holds, which nobody changes; None for less."""
    if not stored.startswith("{"):
        return None
    data = json.loads(stored)
    return from_stored(data) if "v" in data else None


def _require_sound(value: Any) -> None:
    if problems := _problems(value):
        raise Malformed(problems)


def _problems(value: Any) -> list[Problem]:
    return _checked(value) if isinstance(value, Document) else check(value)


@lru_cache(maxsize=4)  # validated, then stored: a save asks twice of each text
def _checked(document: Document) -> list[Problem]:
    return check(to_json(document))


def _sentences(problems: list[Problem]) -> list[str]:
    interface = get_language() or settings.LANGUAGE_CODE
    return [problem.message(interface) for problem in problems]
