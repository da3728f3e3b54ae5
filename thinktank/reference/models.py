"""Bilingual reference records that editions point at and public pages read."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.language.slugs import slug


def named_in_some_language() -> models.Q:
    """True for a row that has a name in one language at least."""
    condition = models.Q()
    for code, _label in settings.LANGUAGES:
        column = build_localized_fieldname("name", code)
        # NULL > '' is unknown, and a check passes on unknown: hence the first term.
        condition |= models.Q(**{f"{column}__isnull": False, f"{column}__gt": ""})
    return condition


class Named(models.Model):
    """A record with a name in each language, read by language and never by guess."""

    name = models.CharField(_("name"), max_length=200, blank=True, default="")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        names = self.names()
        preferred = names.get(get_language() or "")
        return preferred or next(filter(None, names.values()), f"#{self.pk}")

    def name_in(self, language: str) -> str:
        """The name in `language`; empty when it has none in that language."""
        return getattr(self, build_localized_fieldname("name", language)) or ""

    def names(self) -> dict[str, str]:
        """The name in each language, by language code."""
        return {code: self.name_in(code) for code, _label in settings.LANGUAGES}

    def slug_in(self, language: str) -> str:
        """The last part of the record's address in `language`."""
        return slug(self.name_in(language)) or "-"


class Person(Named):
    """Somebody who writes, edits, translates or speaks."""

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="person_has_a_name"
            ),
        ]


class Topic(Named):
    """A subject that items are filed under."""

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="topic_has_a_name"
            ),
        ]
