"""The column that holds a Document."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from modeltranslation.fields import TranslationField

from thinktank.document.checks import check
from thinktank.document.jsonform import from_json, to_json
from thinktank.document.model import Document


class DocumentField(models.JSONField):
    """Stores a `Document` as JSON and gives a `Document` (or None) back.

    Older schema versions are upgraded when read. Validation runs the whitelist
    check at every depth, so what is stored can be rendered safely.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        data = super().from_db_value(value, expression, connection)
        # Key lookups ("body_en__lead") pass here too; only a whole form carries "v".
        return from_json(data) if isinstance(data, dict) and "v" in data else data

    def get_prep_value(self, value: Any) -> Any:
        return to_json(value) if isinstance(value, Document) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = json.loads(value) if value else None
        return from_json(value) if isinstance(value, dict) else value

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        problems = check(to_json(value)) if isinstance(value, Document) else []
        if problems:
            raise ValidationError([str(problem) for problem in problems])

    def value_to_string(self, obj: models.Model) -> Any:
        return self.get_prep_value(self.value_from_object(obj))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        # modeltranslation keeps the untranslated column beside the translated ones;
        # left alone it would store one more copy of the text, in no known language.
        if not isinstance(self, TranslationField):
            return None
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"show_hidden_initial": False, **kwargs})
