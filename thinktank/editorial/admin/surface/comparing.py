"""How what somebody typed differs from what is stored, for a person to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from thinktank.document.model import Document
from thinktank.document.readers import surface
from thinktank.editorial import keeping
from thinktank.editorial.admin import differences
from thinktank.editorial.models import Item, KeptText


def differences_of(
    model: type[Item],
    item: Item | None,
    language: str,
    texts: Mapping[str, str],
    document: object,
) -> str:
    """From what is stored to what was typed, as HTML; "" when both say the same."""
    before = {name: item.text_in(language, name) if item else "" for name in texts}
    like = item.body_in(language) if item else Document(language)
    typed = surface.read(document, language, like).document
    found = [
        *differences.of_texts(model, before, texts, language),
        *differences.of_bodies(like, typed, language),
    ]
    if all(each.unchanged for each in found):
        return ""
    return render_to_string("admin/desk/differences.html", {"differences": found})


def described(item_admin: Any, row: KeptText, item: Item | None) -> dict[str, Any]:
    """A kept text as the surface offers it; {} when it says what is stored."""
    document = surface.loads(row.document)
    texts = keeping.plain_texts(item_admin.model, row.texts)
    shown = differences_of(item_admin.model, item, row.language, texts, document)
    if not shown:
        return {}
    return {
        "language": row.language,
        "draft": row.draft,
        "saved": moment_of(row),
        "document": document,
        "texts": texts,
        "differences": shown,
    }


def moment_of(row: KeptText) -> str:
    """When it was kept (ISO 8601, in the time of the house)."""
    return timezone.localtime(row.kept_at).isoformat(timespec="seconds")
