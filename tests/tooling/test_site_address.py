from __future__ import annotations

import runpy

import pytest

from thinktank import settings

VARIABLES = ("SITE_URL", "ALLOWED_HOSTS", "HTTPS", "PORT")


class TestSiteAddress:
    """Where links of the site begin; commands print them too."""

    @pytest.mark.parametrize(
        ("given", "address"),
        [
            ({}, "http://127.0.0.1:8000"),
            ({"PORT": "8001"}, "http://127.0.0.1:8001"),
            ({"ALLOWED_HOSTS": "a.example,b.example"}, "http://a.example"),
            ({"ALLOWED_HOSTS": ".a.example", "HTTPS": "1"}, "https://a.example"),
            ({"ALLOWED_HOSTS": "a.example", "PORT": "8001"}, "http://a.example"),
            ({"SITE_URL": "https://c.example/", "HTTPS": ""}, "https://c.example"),
        ],
    )
    def test_it_is_where_the_site_is_served(self, given, address, monkeypatch):
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        assert runpy.run_path(settings.__file__)["SITE_URL"] == address
