"""Analyses, studies, books, issues: whatever is read and cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.models import Item, LinkKind
from thinktank.editorial.models.item import Link
from thinktank.reference.identifiers import (
    validate_doi,
    validate_isbn,
    validate_issn,
)
from thinktank.reference.models import Series

from .types import Form, PublicationType


class Publication(Item):
    """A structured analysis, study, estimate, report, book or opinion."""

    KIND = "publications"
    EXTRA_TEXTS = ("keywords",)
    SEARCHED = (*Item.SEARCHED, "keywords")
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

    @property
    def gathers(self) -> bool:
        return self.type.form == Form.ISSUE

    def gathered(self) -> list[int]:
        """The articles of an issue, and what comes with it."""
        inside = Publication.objects.filter(issue_id=self.pk)
        ordered = inside.order_by("is_supplement", "first_page", "pk")
        return list(ordered.values_list("pk", flat=True))

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
