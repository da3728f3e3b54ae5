"""Identifiers of sections, points and notes: "s-k3f9", "p-x2ab", "n-1a2b"."""

from __future__ import annotations

import re
from collections.abc import Collection
from hashlib import blake2b

_LETTERS = "0123456789bcdfghjklmnpqrstvwxz"  # no vowels, so that no word appears
_LENGTH = 4
_ID = re.compile(r"([spn])-[a-z0-9]{4,32}")


def is_id(text: str, prefix: str) -> bool:
    """Whether it is an identifier of this kind: "s", "p" or "n"."""
    found = _ID.fullmatch(text)
    return found is not None and found[1] == prefix


def new_id(prefix: str, taken: Collection[str], seed: str = "") -> str:
    """An identifier that is not `taken`: the same one for the same arguments.

    `seed` is the text it will name. Reading one manuscript twice thus gives one set
    of identifiers, and a new text does not inherit those of a deleted one.
    """
    attempt = 0
    while (found := f"{prefix}-{_digest(f'{attempt} {seed}')}") in taken:
        attempt += 1
    return found


def _digest(text: str) -> str:
    number = int.from_bytes(blake2b(text.encode("utf-8", "replace")).digest())
    letters = ""
    for _ in range(_LENGTH):
        number, index = divmod(number, len(_LETTERS))
        letters += _LETTERS[index]
    return letters
