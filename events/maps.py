"""A map of the venue: an address, or a point on the earth. Pages only lead there."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

POINT = re.compile(
    r"(?:geo:)?(-?\d{1,3}(?:\.\d{1,10})?)(?:\s*[,،]\s*|\s+)(-?\d{1,3}(?:\.\d{1,10})?)"
)
"""Latitude, then longitude; `\\d` takes digits of every script, as `float` does."""
OPEN_STREET_MAP = (
    "https://www.openstreetmap.org/"
    "?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
)
_is_address = URLValidator(schemes=["https"])


def map_address(written: str) -> str:
    """Where a link to this map leads; empty for no map.

    Raises ValidationError with one sentence for what is neither an address that begins
    with https:// nor a point on the earth.
    """
    written = written.strip()
    point = POINT.fullmatch(written.replace("٫", "."))
    if point:
        return _of_point(float(point[1]), float(point[2]))
    if written:
        _require_address(written)
    return written


def validate_map(written: str) -> None:
    map_address(written)


def _of_point(latitude: float, longitude: float) -> str:
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValidationError(
            _(
                "There is no such place: write the latitude first, between −90 and 90, "
                "then the longitude, between −180 and 180."
            ),
            code="point",
        )
    return OPEN_STREET_MAP.format(
        latitude=_decimal(latitude), longitude=_decimal(longitude)
    )


def _decimal(degrees: float) -> str:
    """A hundred-thousandth of a degree is a metre."""
    return f"{degrees:.5f}".rstrip("0").rstrip(".")


def _require_address(written: str) -> None:
    try:
        _is_address(written)
    except ValidationError as error:
        raise ValidationError(
            _(
                "Write the address of a map, beginning with https://, or latitude and "
                "longitude, for example 25.2048, 55.2708."
            ),
            code="map",
        ) from error
