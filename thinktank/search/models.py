from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST = 60
"""Letters of a word that the index keeps."""


class Word(models.Model):
    """A word of the index as it was written, under its stem.

    Only ever added to: a word may come from a text that is not public yet, so that
    whoever shows one asks first whether it finds anything. Two who publish the same
    new word at once may both add it: were it unique, one would wait for the other, and
    two bundles for each other.
    """

    stem = models.CharField(max_length=LONGEST)
    word = models.CharField(max_length=LONGEST)

    class Meta:
        indexes = [models.Index(fields=["stem", "word"], name="search_word_stem")]

    def __str__(self) -> str:
        return self.word


class Synonym(models.Model):
    """Words and names that find each other."""

    words = models.TextField(
        _("words"),
        help_text=_(
            "One word or name a line. Whoever searches for one of them finds the"
            " others too."
        ),
    )

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return " = ".join(self.lines())

    def lines(self) -> list[str]:
        stripped = map(str.strip, self.words.splitlines())
        return list(dict.fromkeys(filter(None, stripped)))

    def clean(self) -> None:
        if len(self.lines()) < 2:
            raise ValidationError(
                {"words": _("Write at least two words or names, each on its own line.")}
            )


class Variant(models.Model):
    """One of the names of a thing, found by the stem of its first word.

    `source` is what the names of one thing share: "synonym:3", "person:12".
    """

    source = models.CharField(max_length=40)
    text = models.CharField(max_length=200)
    first = models.CharField(max_length=LONGEST)

    class Meta:
        indexes = [models.Index(fields=["first"], name="search_variant_first")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "text"], name="search_variant_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Asked(models.Model):
    """How often something was searched for in a day. Nobody is named."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    query = models.CharField(_("query"), max_length=100)
    times = models.PositiveIntegerField(_("times"), default=1)
    hits = models.PositiveIntegerField(_("hits"))

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["day"], condition=Q(hits=0), name="search_asked_in_vain"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "query"], name="search_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return self.query
