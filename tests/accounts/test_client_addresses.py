"""Whose address a request has, behind proxies and before liars."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.test import override_settings

from thinktank import addresses

OURS = ["127.0.0.0/8", "::1", "10.0.0.5"]


def seen(peer: str, forwarded: str | None = None, proxies: list[str] = OURS) -> str:
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = peer
    if forwarded is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    with override_settings(TRUSTED_PROXIES=proxies):
        return addresses.client(request)


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("192.0.2.1", None, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.9", "192.0.2.1"),  # the peer is no proxy of ours
        ("127.0.0.1", "198.51.100.9", "198.51.100.9"),
        ("127.0.0.1", "1.1.1.1, 198.51.100.9", "198.51.100.9"),  # invented on the left
        ("127.0.0.1", "1.1.1.1,198.51.100.9,10.0.0.5", "198.51.100.9"),
        ("127.0.0.1", "10.0.0.5, 198.51.100.9", "198.51.100.9"),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
        ("127.0.0.1", "rubbish", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.9, rubbish", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:127.0.0.1", "::ffff:198.51.100.9", "198.51.100.9"),
        ("", "198.51.100.9", addresses.UNKNOWN),
    ],
)
def test_the_client(peer: str, forwarded: str | None, client: str) -> None:
    assert seen(peer, forwarded) == client


def test_without_a_proxy_the_header_is_air() -> None:
    assert seen("127.0.0.1", "198.51.100.9", []) == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
    ],
)
def test_what_counts_as_one(address: str, network: str) -> None:
    assert addresses.network_of(address) == network
