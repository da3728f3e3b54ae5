"""Structured publications and the editable table of their types."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Item
from thinktank.reference.identifiers import (
    validate_doi,
    validate_isbn,
    validate_issn,
)
from thinktank.reference.models import Named, named_in_some_language


class Ink(models.TextChoices):
    """The four inks of the identity; each type is printed in one of them."""

    CINNABAR = "cinnabar", _("cinnabar")
    INDIGO = "indigo", _("indigo")
    VERDIGRIS = "verdigris", _("verdigris")
    SAFFRON = "saffron", _("saffron")


class PublicationTypeQuerySet(models.QuerySet["PublicationType"]):
    def labels(self) -> dict[str, TypeName]:
        """What readers see of each type, by code. Costs one query."""
        return {row.code: row.label() for row in self.all()}


class PublicationType(Named):
    """A type of publication: analysis, study, report …; data, not code."""

    code = models.SlugField(
        _("code"),
        max_length=40,
        unique=True,
        help_text=_("Used in addresses and imports. It should never change."),
    )
    plural = models.CharField(_("plural name"), max_length=200, blank=True, default="")
    ink = models.CharField(
        _("ink"), max_length=10, choices=Ink.choices, default=Ink.CINNABAR
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    schema_org = models.CharField(
        _("schema.org type"), max_length=60, default="Article"
    )
    ris = models.CharField(_("RIS type"), max_length=10, default="RPRT")
    crossref = models.CharField(
        _("Crossref type"), max_length=40, blank=True, default=""
    )

    objects = models.Manager.from_queryset(PublicationTypeQuerySet)()

    class Meta:
        verbose_name = _("publication type")
        verbose_name_plural = _("publication types")
        ordering = ["order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="publication_type_has_a_name"
            ),
            models.CheckConstraint(
                condition=models.Q(ink__in=Ink.values), name="publication_type_ink"
            ),
        ]

    def plurals(self) -> dict[str, str]:
        """The plural name in each language, by language code."""
        columns = {
            code: build_localized_fieldname("plural", code)
            for code, _label in settings.LANGUAGES
        }
        return {code: getattr(self, name) or "" for code, name in columns.items()}

    def label(self) -> TypeName:
        return TypeName(self.names(), self.ink, self.plurals())


class Publication(Item):
    """A structured analysis, study, estimate, report, book or opinion."""

    KIND = "publications"

    type = models.ForeignKey(
        PublicationType, on_delete=models.PROTECT, verbose_name=_("type")
    )
    report_number = models.CharField(
        _("report number"), max_length=40, blank=True, default=""
    )
    isbn = models.CharField(
        "ISBN",
        max_length=17,
        blank=True,
        default="",
        validators=[validate_isbn],
    )
    issn = models.CharField(
        "ISSN",
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
    )
    doi = models.CharField(
        "DOI",
        max_length=120,
        blank=True,
        default="",
        validators=[validate_doi],
    )

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.UniqueConstraint(
                fields=["doi"],
                condition=~models.Q(doi=""),
                name="publication_doi_once",
                violation_error_message=_(
                    "Another publication has this DOI already. Check both."
                ),
            ),
        ]

    def own_facts(self) -> dict[str, Any]:
        return {
            "type": self.type.code,
            "report_number": self.report_number,
            "isbn": self.isbn,
            "issn": self.issn,
            "doi": self.doi,
        }
