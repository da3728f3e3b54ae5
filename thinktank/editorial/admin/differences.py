"""What changed between two texts, field by field and word by word, for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thinktank.document.diff import BlockChange, Piece, diff, words_diff
from thinktank.document.model import Document
from thinktank.editorial.models import Item
from thinktank.language.scripts import direction

PARTS = {
    "heading": pgettext_lazy("part of a text", "section heading"),
    "title": pgettext_lazy("part of a text", "title of a point"),
    "conclusion": pgettext_lazy("part of a text", "conclusion without a heading"),
    "note": pgettext_lazy("part of a text", "note"),
    "paragraph": pgettext_lazy("part of a text", "paragraph"),
    "subheading": pgettext_lazy("part of a text", "sub-heading"),
    "quote": pgettext_lazy("part of a text", "quotation"),
    "list": pgettext_lazy("part of a text", "list"),
    "figure": pgettext_lazy("part of a text", "figure"),
    "table": pgettext_lazy("part of a text", "table"),
    "embed": pgettext_lazy("part of a text", "recording"),
    "panel": pgettext_lazy("part of a text", "panel"),
}
FATES = {
    "changed": _("changed"),
    "added": _("added"),
    "removed": _("removed"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field or block, or `unchanged` blocks in a row that nobody need read."""

    label: str
    language: str
    fate: str = ""
    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0

    @property
    def direction(self) -> str:
        return direction(self.language)


def of_texts(
    model: type[Item], old: Mapping[str, str], new: Mapping[str, str], language: str
) -> Iterator[Difference]:
    """The fields whose words differ, in the order of the form."""
    for field, words in new.items():
        before = old.get(field, "")
        if before != words:
            pieces = tuple(words_diff(before, words))
            label = str(capfirst(name_of_field(model, field)))
            yield Difference(label, language, fate(before, words), pieces)


def of_bodies(
    old: Document | None, new: Document | None, language: str
) -> Iterator[Difference]:
    """The blocks that differ, with the number of blocks left out between them."""
    changes = diff(old or Document(language), new or Document(language))
    for same, run in groupby(changes, key=lambda change: change.kind == "same"):
        blocks = list(run)
        if same:
            yield Difference("", language, unchanged=len(blocks))
        else:
            yield from (_block(change, language) for change in blocks)


def _block(change: BlockChange, language: str) -> Difference:
    label = PARTS.get(change.part, change.part)
    fate = str(FATES[change.kind])
    return Difference(str(capfirst(label)), language, fate, change.pieces)


def name_of_field(model: type[Item], field: str) -> str:
    """What the form calls a text field, by its bare name."""
    db_field = model._meta.get_field(field)
    assert isinstance(db_field, models.Field)
    return str(db_field.verbose_name)


def fate(old: str, new: str) -> str:
    """What became of a text, in a word."""
    kind = "changed" if old and new else "added" if new else "removed"
    return str(FATES[kind])
