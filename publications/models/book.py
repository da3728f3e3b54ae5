"""What a book has beside its text: its formats, and where else it appeared."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from thinktank.reference.identifiers import (
    validate_isbn,
)

from .publication import Publication


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
