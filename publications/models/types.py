"""The types of publications: records, which the house keeps."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.kinds import TypeName
from thinktank.reference.models import Named, named_in_some_language


class Ink(models.TextChoices):
    """The four inks of the identity; each type is printed in one of them."""

    CINNABAR = "cinnabar", _("cinnabar")
    INDIGO = "indigo", _("indigo")
    VERDIGRIS = "verdigris", _("verdigris")
    SAFFRON = "saffron", _("saffron")


class Form(models.TextChoices):
    """How a page of a type is built."""

    ARTICLE = "article", _("a text of its own")
    ISSUE = "issue", _("an issue of a periodical, with its articles")
    DOSSIER = "dossier", _("a dossier: an introduction and an ordered list of items")
    BOOK = "book", _("a book, with its formats")


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
    announcement = models.CharField(
        _("announcement"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("What a news line says before the title when one comes out."),
    )
    ink = models.CharField(
        _("ink"), max_length=10, choices=Ink.choices, default=Ink.CINNABAR
    )
    form = models.CharField(
        _("form"), max_length=10, choices=Form.choices, default=Form.ARTICLE
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
            models.CheckConstraint(
                condition=models.Q(form__in=Form.values), name="publication_type_form"
            ),
        ]

    def label(self) -> TypeName:
        return TypeName(
            self.names(),
            self.ink,
            self.texts("plural"),
            self.form,
            self.texts("announcement"),
        )
