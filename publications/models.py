"""Structured publications and the editable table of their types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Item, LinkKind
from thinktank.editorial.models.item import Link
from thinktank.reference.identifiers import (
    validate_doi,
    validate_isbn,
    validate_issn,
)
from thinktank.reference.models import Named, Series, named_in_some_language


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


class Publication(Item):
    """A structured analysis, study, estimate, report, book or opinion."""

    KIND = "publications"
    EXTRA_TEXTS = ("keywords",)
    NOT_COPIED = (
        *Item.NOT_COPIED,
        "report_number",
        "isbn",
        "doi",
        "series_number",
        "first_page",
        "last_page",
    )

    keywords = models.CharField(
        _("keywords"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("For library catalogues: words in a row, with commas between."),
    )
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

    pages = models.PositiveSmallIntegerField(
        _("number of pages"), null=True, blank=True
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("series or periodical"),
    )
    series_number = models.CharField(
        _("number in the series"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("The number alone, for example 37. Pages print “No. 37”."),
    )
    issue = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("appeared in the issue"),
        limit_choices_to={"type__form": Form.ISSUE},
    )
    first_page = models.PositiveSmallIntegerField(_("from page"), null=True, blank=True)
    last_page = models.PositiveSmallIntegerField(_("to page"), null=True, blank=True)
    issue_section = models.CharField(
        _("section of the issue"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("The heading under which its table of contents lists the article."),
    )
    is_supplement = models.BooleanField(
        _("supplement"),
        default=False,
        help_text=_("It comes with the issue and is not among its pages."),
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
            models.CheckConstraint(
                condition=~models.Q(issue=models.F("pk")),
                name="publication_not_in_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(is_supplement=False)
                | models.Q(issue__isnull=False, first_page__isnull=True),
                name="publication_supplement_of_an_issue",
                violation_error_message=_(
                    "A supplement comes with an issue, and has no pages in it."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(first_page__isnull=True)
                | models.Q(last_page__isnull=True)
                | models.Q(last_page__gte=models.F("first_page")),
                name="publication_pages_in_order",
                violation_error_message=_(
                    "The last page comes before the first. Check both."
                ),
            ),
        ]

    @classmethod
    def begun(cls, type: str) -> Self:
        """Raises PublicationType.DoesNotExist for a code that is none."""
        return cls(type=PublicationType.objects.get(code=type))

    @classmethod
    def with_records(cls, items: models.QuerySet[Any]) -> models.QuerySet[Any]:
        return items.select_related("type")

    def own_facts(self) -> dict[str, Any]:
        """Keys as the fields; `formats` and `elsewhere` hold a dictionary for each
        row, in order."""
        return {
            "type": self.type.code,
            "report_number": self.report_number,
            "isbn": self.isbn,
            "issn": self.issn,
            "doi": self.doi,
            "pages": self.pages,
            "series": self.series_id,
            "series_number": self.series_number,
            "first_page": self.first_page,
            "last_page": self.last_page,
            "issue_section": self.texts("issue_section"),
            "formats": [row.facts() for row in self.formats.all()],
            "elsewhere": [row.facts() for row in self.elsewhere.all()],
        }

    def own_links(self) -> list[Link]:
        """An article is a part of its issue, in the order of its pages; a supplement
        comes with it."""
        if self.issue_id is None:
            return []
        kind = LinkKind.SUPPLEMENTS if self.is_supplement else LinkKind.PART_OF
        return [(kind.value, self.issue_id, self.first_page or 0)]

    def own_values(self, own: dict[str, Any]) -> dict[str, Any]:
        if "type" in own:
            kind = PublicationType.objects.filter(code=own["type"]).first()
            own = own | {"type": kind or self.type}
        return own

    def set_own_links(self, links: Iterable[Link], kinds: set[str]) -> None:
        own = (LinkKind.PART_OF.value, LinkKind.SUPPLEMENTS.value)
        if not kinds & {*own}:
            return
        kind, self.issue_id, _order = next(
            (link for link in links if link[0] in own), ("", None, 0)
        )
        self.is_supplement = kind == LinkKind.SUPPLEMENTS


class BookFormat(models.Model):
    """One form in which a book can be had; each has an ISBN of its own."""

    NOT_COPIED = ("isbn",)

    class Binding(models.TextChoices):
        HARDBACK = "hardback", _("hardback")
        PAPERBACK = "paperback", _("paperback")
        EBOOK = "ebook", _("e-book")
        AUDIO = "audio", _("audiobook")

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="formats"
    )
    binding = models.CharField(_("binding"), max_length=10, choices=Binding.choices)
    isbn = models.CharField(
        "ISBN", max_length=17, blank=True, default="", validators=[validate_isbn]
    )
    pages = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)
    price = models.DecimalField(
        _("price"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        blank=True,
        default="",
        help_text=_("Three letters: AED, USD, EGP …"),
    )
    shop = models.URLField(_("where to buy"), max_length=500, blank=True, default="")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("format")
        verbose_name_plural = _("formats")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    binding__in=["hardback", "paperback", "ebook", "audio"]
                ),
                name="book_format_binding",
            ),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | ~models.Q(currency=""),
                name="book_format_price_in_a_currency",
                violation_error_message=_("Give the currency of the price."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_binding_display()} {self.isbn}".strip()

    def facts(self) -> dict[str, Any]:
        """As a Revision keeps it: plain JSON data; the price is a string."""
        return {
            "binding": self.binding,
            "isbn": self.isbn,
            "pages": self.pages,
            "price": None if self.price is None else f"{self.price:.2f}",
            "currency": self.currency,
            "shop": self.shop,
        }


class Elsewhere(models.Model):
    """The same text, or the text behind it, in somebody else's pages.

    Written as a citation, in the language of the place itself.
    """

    class Part(models.TextChoices):
        FIRST = "first", _("first published there")
        SOURCE = "source", _("the work this is about")
        AGAIN = "again", _("published there again")

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="elsewhere"
    )
    part = models.CharField(_("what it is"), max_length=10, choices=Part.choices)
    title = models.CharField(_("title there"), max_length=250, blank=True, default="")
    author = models.CharField(_("author"), max_length=200, blank=True, default="")
    outlet = models.CharField(_("outlet"), max_length=200)
    url = models.URLField(_("address"), max_length=500, blank=True, default="")
    day = models.DateField(_("date"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("publication elsewhere")
        verbose_name_plural = _("published elsewhere")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(part__in=["first", "source", "again"]),
                name="elsewhere_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.title}" if self.title else self.outlet

    def facts(self) -> dict[str, Any]:
        """As a Revision keeps it: plain JSON data, the date in ISO 8601."""
        return {
            "part": self.part,
            "title": self.title,
            "author": self.author,
            "outlet": self.outlet,
            "url": self.url,
            "day": self.day.isoformat() if self.day else None,
        }
