"""From what address a request comes, believing only the proxies that we know."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"
"""Stands for no address, where one must be stored."""


def client(request: HttpRequest) -> str:
    """The nearest address that is none of `settings.TRUSTED_PROXIES`.

    Each proxy writes on the right of X-Forwarded-For who asked it. So the header is
    read from there, and only as far as proxies of ours have written it.
    """
    nearest = UNKNOWN
    for text in _on_the_way(request):
        address = _parsed(text)
        if address is None:
            break
        nearest = str(address)
        if not _is_ours(address):
            break
    return nearest


def network(request: HttpRequest) -> str:
    """What counts as one address for a lock-out."""
    return network_of(client(request))


def network_of(text: str) -> str:
    """One household has 2^64 addresses of IPv6, so those count by their first half."""
    address = ip_address(text)
    if isinstance(address, IPv4Address):
        return text
    return str(ip_network(f"{address}/64", strict=False).network_address)


def _on_the_way(request: HttpRequest) -> Iterator[str]:
    yield request.META.get("REMOTE_ADDR") or ""
    yield from reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(","))


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_ours(address: IPv4Address | IPv6Address) -> bool:
    known = (ip_network(each, strict=False) for each in settings.TRUSTED_PROXIES)
    return any(address in each for each in known)
