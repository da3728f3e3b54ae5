from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..identifiers import validate_orcid
from .named import (
    Mergeable,
    Named,
    named_in_some_language,
    not_merged_into_itself,
)


class Gender(models.TextChoices):
    """For verbs and titles that agree with a person: «يكتب» or «تكتب»."""

    MALE = "male", _("male")
    FEMALE = "female", _("female")


class Residence(models.TextChoices):
    """How a person belongs to the centre."""

    RESIDENT = "resident", _("resident")
    NON_RESIDENT = "non-resident", _("non-resident")
    GUEST = "guest", _("guest")


class Person(Mergeable):
    """Somebody who writes, edits, translates or speaks.

    `name` holds no title: `honorific` is printed before it, in each language.
    """

    SEARCHED = ("name", "variants", "orcid")
    LOOSELY = False  # «سالم» is not «سليم».

    honorific = models.CharField(
        pgettext_lazy("before a name", "title"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("Printed before the name: Dr, H.E. …"),
    )
    position = models.CharField(
        _("position"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("What the person is today, in a few words, without the name."),
    )
    biography = models.TextField(
        _("biography"),
        max_length=3000,
        blank=True,
        default="",
        help_text=_("Three or four sentences in the third person."),
    )
    gender = models.CharField(
        _("gender"),
        max_length=6,
        choices=Gender.choices,
        blank=True,
        default="",
        help_text=_("Arabic verbs agree with it: “writes” in a news line."),
    )
    residence = models.CharField(
        _("tie to the centre"),
        max_length=12,
        choices=Residence.choices,
        blank=True,
        default="",
    )
    portrait = models.ForeignKey(
        "media.Image",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
        help_text=_("Without one, pages show a drawn initial."),
    )
    topics: models.ManyToManyField[Any, Any] = models.ManyToManyField(
        "Topic",
        blank=True,
        related_name="+",
        verbose_name=_("topics"),
        help_text=_("What the person works on, as the person’s page says it."),
    )
    regions: models.ManyToManyField[Any, Any] = models.ManyToManyField(
        "Region", blank=True, related_name="+", verbose_name=_("regions")
    )
    variants = models.TextField(
        _("other spellings"),
        blank=True,
        default="",
        help_text=_("One a line, in any language. Searches find the person by them."),
    )
    orcid = models.CharField(
        "ORCID",
        max_length=19,
        blank=True,
        default="",
        validators=[validate_orcid],
        help_text=_("Four groups of four, for example 0000-0002-1825-0097."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="person_has_a_name"
            ),
            not_merged_into_itself("person_merged_into_another"),
            models.CheckConstraint(
                condition=models.Q(gender__in=["", *Gender.values]),
                name="person_gender",
            ),
            models.CheckConstraint(
                condition=models.Q(residence__in=["", *Residence.values]),
                name="person_residence",
            ),
            models.UniqueConstraint(
                fields=["orcid"],
                condition=~models.Q(orcid="") & models.Q(merged_into__isnull=True),
                name="person_orcid_once",
                violation_error_message=_(
                    "Another person has this ORCID already. Check both."
                ),
            ),
        ]

    def full_name_in(self, language: str) -> str:
        """The name with its title, as bylines print it; empty without a name."""
        name = self.name_in(language)
        honorific = self.text_in(language, "honorific")
        return f"{honorific} {name}" if honorific and name else name


class Affiliation(Named):
    """Where a person worked, and when; `name` is the organisation."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="affiliations"
    )
    since = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    until = models.PositiveSmallIntegerField(
        _("until year"),
        null=True,
        blank=True,
        help_text=_("Empty: to this day."),
    )

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="affiliation_has_a_name"
            ),
            models.CheckConstraint(
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="affiliation_years",
                violation_error_message=_(
                    "The last year is before the first. Check both."
                ),
            ),
        ]
