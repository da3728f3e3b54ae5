"""Validators of model fields that hold identifiers; each says what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thinktank.language import identifiers
from thinktank.language.identifiers import Code, WrongIdentifier

_WRONG: dict[tuple[Callable[[str], str], Code], Any] = {
    (identifiers.isbn, "form"): _(
        "Enter an ISBN of 10 or 13 digits, for example 978-0-306-40615-7."
    ),
    (identifiers.isbn, "check digit"): _(
        "This ISBN’s last digit does not fit the others: check it against the book."
    ),
    (identifiers.issn, "form"): _(
        "Enter an ISSN as two groups of four, for example 2049-3630."
    ),
    (identifiers.issn, "check digit"): _(
        "This ISSN’s last digit does not fit the others: check it against the "
        "periodical."
    ),
    (identifiers.orcid, "form"): _(
        "Enter the ORCID iD alone, as four groups of four, for example "
        "0000-0002-1825-0097."
    ),
    (identifiers.orcid, "check digit"): _(
        "This ORCID iD’s last digit does not fit the others: check it against the "
        "person’s page at orcid.org."
    ),
    (identifiers.doi, "form"): _(
        "Enter the DOI alone, starting with 10., without https://doi.org/."
    ),
}


def validate_isbn(value: str) -> None:
    _validate(identifiers.isbn, value)


def validate_issn(value: str) -> None:
    _validate(identifiers.issn, value)


def validate_orcid(value: str) -> None:
    _validate(identifiers.orcid, value)


def validate_doi(value: str) -> None:
    _validate(identifiers.doi, value)


def _validate(read: Callable[[str], str], value: str) -> None:
    try:
        read(value)
    except WrongIdentifier as wrong:
        raise ValidationError(_WRONG[read, wrong.code], code=wrong.code) from None
