"""The forms in which a book can be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from thinktank.language.money import format_price
from thinktank.language.style import Style

from .models import BookFormat


@dataclass(frozen=True, slots=True)
class Format:
    """One row of a book's table. `shop` is an address, `seller` the site it names."""

    binding: str
    isbn: str
    pages: int | None
    price: str
    shop: str

    @classmethod
    def of(cls, row: Mapping[str, Any], language: str, style: Style) -> Format:
        """From a row of the facts, for a page of `language`."""
        amount, currency = row["price"], row["currency"]
        price = ""
        if amount is not None:
            price = format_price(Decimal(amount), currency, language, style.digits)
        return cls(row["binding"], row["isbn"], row["pages"], price, row["shop"])

    @property
    def name(self) -> str:
        """In the active language."""
        return str(BookFormat.Binding(self.binding).label)

    @property
    def seller(self) -> str:
        return (urlsplit(self.shop).hostname or "").removeprefix("www.")
