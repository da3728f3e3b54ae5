"""A map of the venue: what may be typed, and where pages lead then."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from events.maps import map_address

DUBAI = (
    "https://www.openstreetmap.org/?mlat=25.2048&mlon=55.2708#map=17/25.2048/55.2708"
)


class TestMapAddress:
    @pytest.mark.parametrize(
        "typed",
        [
            "25.2048, 55.2708",
            " 25.2048,55.2708 ",
            "25.2048 55.2708",
            "geo:25.2048,55.2708",
            "25.20480, 55.27080",
            "٢٥٫٢٠٤٨، ٥٥٫٢٧٠٨",
        ],
    )
    def test_a_point_is_shown_on_a_free_map(self, typed):
        assert map_address(typed) == DUBAI

    @pytest.mark.parametrize(
        ("typed", "latitude", "longitude"),
        [
            ("-33.9, 18.4", "-33.9", "18.4"),
            ("90, -180", "90", "-180"),
            ("0,0", "0", "0"),
        ],
    )
    def test_it_knows_all_quarters_of_the_earth(self, typed, latitude, longitude):
        asked = parse_qs(urlsplit(map_address(typed)).query)
        assert asked == {"mlat": [latitude], "mlon": [longitude]}

    def test_an_address_stays_as_it_is(self):
        address = "https://maps.example.org/place/quay?zoom=17#here"
        assert map_address(f" {address} ") == address
        assert map_address("") == ""

    @pytest.mark.parametrize(
        "typed",
        [
            "http://maps.example.org/",
            "javascript:alert(1)",
            "//maps.example.org",
            "maps.example.org",
            "25.2048",
            "25.2048, 55.2708, 9",
            "the quay",
        ],
    )
    def test_anything_else_is_refused_with_advice(self, typed):
        with override("en"), pytest.raises(ValidationError) as refused:
            map_address(typed)
        (sentence,) = refused.value.messages
        assert "beginning with https://, or latitude and longitude" in sentence
        with override("ar"), pytest.raises(ValidationError) as refused:
            map_address(typed)
        assert refused.value.messages[0].startswith("اكتب رابط خريطة يبدأ بـ")

    @pytest.mark.parametrize("typed", ["95.2, 25.2", "-90.1, 0", "25, 180.5", "0, 999"])
    def test_a_point_beyond_the_earth_is_refused_with_the_order(self, typed):
        with override("en"), pytest.raises(ValidationError) as refused:
            map_address(typed)
        assert "write the latitude first" in refused.value.messages[0]
        with override("ar"), pytest.raises(ValidationError) as refused:
            map_address(typed)
        assert "اكتب خط العرض أولاً" in refused.value.messages[0]
