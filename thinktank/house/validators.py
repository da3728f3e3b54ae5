"""What may be saved as a house setting; each refusal says what to do."""

from __future__ import annotations

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _

validate_telephone = RegexValidator(
    r"^\+?[0-9][0-9 ()./-]*$",
    _("Enter the number in digits, with the country first: +971 4 123 4567."),
)


def validate_zone(value: str) -> None:
    """A name of the IANA database that this machine knows."""
    if value not in available_timezones():
        raise ValidationError(
            _("There is no time zone “%(name)s”. Choose one from the list."),
            params={"name": value},
        )


def validate_profiles(value: str) -> None:
    """One address a line, http or https."""
    validate = URLValidator(schemes=["http", "https"])
    for number, line in enumerate(value.splitlines(), start=1):
        try:
            if line.strip():
                validate(line.strip())
        except ValidationError:
            raise ValidationError(
                _(
                    "Line %(number)s is not an address: “%(line)s”. Begin with "
                    "https:// and write one address a line."
                ),
                params={"number": number, "line": line.strip()},
            ) from None
