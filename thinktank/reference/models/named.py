"""What all reference records are: named in each language, some of them mergeable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.language.slugs import slug
from thinktank.search.models import Findable


def named_in_some_language() -> models.Q:
    """True for a row that has a name in one language at least."""
    condition = models.Q()
    for code, _label in settings.LANGUAGES:
        column = build_localized_fieldname("name", code)
        # NULL > '' is unknown, and a check passes on unknown: hence the first term.
        condition |= models.Q(**{f"{column}__isnull": False, f"{column}__gt": ""})
    return condition


class Worded(models.Model):
    """A row with texts in each language, read by language and never by guess."""

    class Meta:
        abstract = True

    def text_in(self, language: str, field: str) -> str:
        """A text of this row in `language`; empty when there is none."""
        return getattr(self, build_localized_fieldname(field, language)) or ""

    def texts(self, field: str) -> dict[str, str]:
        """A text in each language, by language code."""
        return {code: self.text_in(code, field) for code, _label in settings.LANGUAGES}


class Named(Worded):
    """A record with a name in each language."""

    name = models.CharField(_("name"), max_length=200, blank=True, default="")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        names = self.names()
        preferred = names.get(get_language() or "")
        return preferred or next(filter(None, names.values()), f"#{self.pk}")

    def name_in(self, language: str) -> str:
        """The name in `language`; empty when it has none in that language."""
        return self.text_in(language, "name")

    def names(self) -> dict[str, str]:
        """The name in each language, by language code."""
        return self.texts("name")

    def slug_in(self, language: str) -> str:
        """The last part of the record's address in `language`."""
        return slug(self.name_in(language)) or "-"


class MergeableQuerySet(models.QuerySet[Any]):
    def standing(self) -> MergeableQuerySet:
        """The records that were not merged into another one."""
        return self.filter(merged_into__isnull=True)

    def resolve(self, keys: Iterable[int]) -> dict[int, Any]:
        """The standing record by each of these ids, merged ones followed.

        Revisions keep the ids of their day; unknown ids are left out. Costs one
        query, or none for no ids.
        """
        wanted = set(keys)
        if not wanted:
            return {}
        rows: Any = self.filter(pk__in=wanted).select_related("merged_into")
        return {row.pk: row.merged_into or row for row in rows}


class Mergeable(Findable, Named):
    """A record that can be merged into another one of its table.

    A merged record keeps its row, so that what was published under its id still
    finds the one that stands, and its address can redirect. It is never the target
    of another merger: `merged_into` always points at a standing record.
    """

    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)
    LOOSELY: ClassVar[bool] = True

    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("merged into"),
    )

    objects = MergeableQuerySet.as_manager()

    class Meta:
        abstract = True


class Tree(Mergeable):
    """A record with a place under another one of its table."""

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("belongs under"),
    )
    description = models.TextField(_("description"), blank=True, default="")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        above = self.parent.pk if self.parent else None
        if self.pk and above in (self.pk, *self.descendants()):
            message = _("This would put it under itself. Choose a place elsewhere.")
            raise ValidationError({"parent": message})
        if self.parent and self.parent.merged_into:
            message = _(
                "That one was merged into another one. Choose the one that stands."
            )
            raise ValidationError({"parent": message})

    def descendants(self) -> set[int]:
        """The ids of all that stands below. Costs one query."""
        table: Any = type(self)._default_manager
        rows = table.values_list("pk", "parent_id")
        below: dict[int | None, list[int]] = {}
        for pk, parent in rows:
            below.setdefault(parent, []).append(pk)
        found: set[int] = set()
        waiting = list(below.get(self.pk, []))
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting += below.get(pk, [])
        return found


def not_under_itself(name: str) -> Any:
    """What the database can hold of a tree: no row is its own parent."""
    itself = models.Q(parent=models.F("pk"))
    return models.CheckConstraint(condition=~itself, name=name)


def not_merged_into_itself(name: str) -> Any:
    itself = models.Q(merged_into=models.F("pk"))
    return models.CheckConstraint(condition=~itself, name=name)
