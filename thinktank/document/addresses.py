"""Which addresses a link or an embed may lead to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 2_000
"""Characters; no browser, mail or feed reader is sure to carry more."""

_PLAIN = re.compile(r"""[^\s<>"`\\\x00-\x1f\x7f]+""")
_MAILBOX = re.compile(r"mailto:[^@/?]+@[^@/?]+(\?.*)?", re.IGNORECASE)


def is_address(address: str) -> bool:
    """Whether a link may carry it: http, https or mailto, whole and unambiguous."""
    return is_web_address(address) or _is_mailbox(address)


def is_web_address(address: str) -> bool:
    """Whether it is an absolute http or https address with a host."""
    if not _is_plain(address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:  # an unclosed bracket, or a host that normalises to a slash
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _is_mailbox(address: str) -> bool:
    return _is_plain(address) and bool(_MAILBOX.fullmatch(address))


def _is_plain(address: str) -> bool:
    return len(address) <= LONGEST and bool(_PLAIN.fullmatch(address))
