from __future__ import annotations

from decimal import Decimal

import pytest

from thinktank.language.money import format_price

PRICES = [
    ("45", "AED", "en", "latn", "AED 45"),
    ("45.00", "AED", "ar", "latn", "45 د.إ."),
    ("45.5", "AED", "ar", "arab", "٤٥٫٥٠ د.إ."),
    ("1250", "EGP", "ar", "latn", "1,250 ج.م."),
    ("1250", "EGP", "ar", "arab", "١٬٢٥٠ ج.م."),
    ("18.50", "USD", "en", "latn", "$18.50"),
    ("18.50", "USD", "ar", "latn", "$18.50"),
    ("18", "USD", "ar", "arab", "$١٨"),
    ("20", "JPY", "ar", "latn", "20 JPY"),
    ("20", "JPY", "en", "arab", "JPY 20"),
    ("0", "EUR", "en", "latn", "€0"),
]


@pytest.mark.parametrize(("amount", "currency", "language", "digits", "price"), PRICES)
def test_it_writes_a_price_as_the_language_does(
    amount, currency, language, digits, price
):
    assert format_price(Decimal(amount), currency, language, digits) == price
