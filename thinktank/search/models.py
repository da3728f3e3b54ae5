from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.manager import get_translatable_fields_for_model
from modeltranslation.utils import get_translation_fields

from .analysis import LONGEST, analyse
from .columns import COLUMN, keys

LONGEST_NAME = 200
"""Characters of a name that is looked for in place of another."""
MOST_SYNONYMS = 30


class Findable(models.Model):
    """A record that staff find by the words of its texts, in any of their forms.

    `save` keeps the column; whoever writes one of the texts past it calls `rekey`.
    """

    SEARCHED: ClassVar[tuple[str, ...]] = ()
    """The fields with these texts, by their bare names."""
    LOOSELY: ClassVar[bool] = False
    """Whether looser forms find it too, such as other plurals. Not where texts are many
    or long: a list at the desk has no order by which the best came first."""

    search_keys = models.TextField(editable=False, default="")

    class Meta:
        abstract = True

    @classmethod
    def searched_columns(cls) -> list[str]:
        """The columns of these texts: one for each language of a translated field."""
        translated = get_translatable_fields_for_model(cls) or ()
        columns = (
            get_translation_fields(name) if name in translated else [name]
            for name in cls.SEARCHED
        )
        return [column for each in columns for column in each]

    def rekey(self) -> bool:
        """Bring the column in step with the texts; whether it was not."""
        texts = (getattr(self, column) or "" for column in self.searched_columns())
        before, self.search_keys = self.search_keys, keys(texts, loosely=self.LOOSELY)
        return before != self.search_keys

    def save(self, *args: Any, **kwargs: Any) -> None:
        named = kwargs.get("update_fields")
        if named is None:
            self.rekey()
        elif not set(self.searched_columns()).isdisjoint(named):
            # Asked only now: a text that was not read would be fetched for nothing.
            self.rekey()
            kwargs["update_fields"] = {*named, COLUMN}
        super().save(*args, **kwargs)


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


class Synonym(Findable):
    """Words and names that find each other."""

    SEARCHED = ("words",)
    LOOSELY = True

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
        if problem := next(self._problems(), None):
            raise ValidationError({"words": problem})

    def _problems(self) -> Iterator[str]:
        lines = self.lines()
        if len(lines) < 2:
            yield gettext("Write at least two words or names, each on its own line.")
        if len(lines) > MOST_SYNONYMS:
            most = {"most": MOST_SYNONYMS}
            yield gettext("These are more than %(most)s lines. Leave some out.") % most
        for line in lines:
            said = {"line": line}
            if len(line) > LONGEST_NAME:
                yield gettext("This line is too long: %(line)s") % said
            if not any(token.stem for token in analyse(line)):
                yield gettext("No search can look for this: %(line)s") % said


class Variant(models.Model):
    """One of the names of a thing, found by the stem of its first word.

    `source` is what the names of one thing share: "synonym:3", "person:12".
    """

    source = models.CharField(max_length=40)
    text = models.CharField(max_length=LONGEST_NAME)
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
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "query"], name="search_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return self.query
