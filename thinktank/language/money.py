"""Prices, as each language writes them."""

from __future__ import annotations

from decimal import Decimal

from thinktank.language.numbers import Digits, format_number
from thinktank.language.scripts import script_for

BEFORE_THE_FIGURE = {"USD": "$", "EUR": "€", "GBP": "£"}
ARABIC_NAMES = {
    "AED": "د.إ.",
    "BHD": "د.ب.",
    "DZD": "د.ج.",
    "EGP": "ج.م.",
    "IQD": "د.ع.",
    "JOD": "د.أ.",
    "KWD": "د.ك.",
    "LBP": "ل.ل.",
    "LYD": "د.ل.",
    "MAD": "د.م.",
    "OMR": "ر.ع.",
    "QAR": "ر.ق.",
    "SAR": "ر.س.",
    "SDG": "ج.س.",
    "SYP": "ل.س.",
    "TND": "د.ت.",
    "YER": "ر.ي.",
}
"""Currencies with an Arabic abbreviation, which follows the figure."""


def format_price(
    amount: Decimal, currency: str, language: str, digits: Digits = "latn"
) -> str:
    """A price: “AED 45”, “$18.50”, «45 د.إ.», «$18.50».

    `currency` is a code of ISO 4217; one without a sign of its own is printed as it
    is. Whole amounts have no decimals, others have two. `digits` is the house setting.
    """
    whole = amount == amount.to_integral_value()
    figure = format_number(
        amount.quantize(Decimal(1) if whole else Decimal("0.01")), language, digits
    )
    if currency in BEFORE_THE_FIGURE:
        return f"{BEFORE_THE_FIGURE[currency]}{figure}"
    if script_for(language) == "arabic":
        return f"{figure} {ARABIC_NAMES.get(currency, currency)}"
    return f"{currency} {figure}"
