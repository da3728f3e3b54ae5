"""The parts of an item that are saved apart, and what a person was shown of each.

A part is a language, the shared facts, or an ordered list. The form carries a token for
each part: the version that was shown and a digest of what was shown. A part counts
as touched when what comes back differs from what was shown, so a change that
somebody else made meanwhile is never mistaken for one's own.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models
from django.forms import model_to_dict

from thinktank.editorial.models import Item
from thinktank.editorial.saving import FACTS

from .surface.sent import unix_lines, written

__all__ = ["FACTS", "Seen", "digest", "facts", "texts"]

_TOKEN = re.compile(r"([0-9]{1,18})-(\w*)")


@dataclass(frozen=True, slots=True)
class Seen:
    """The state of a part when it was shown; written into the form as a token."""

    version: int
    digest: str

    def __str__(self) -> str:
        return f"{self.version}-{self.digest}"

    @classmethod
    def parse(cls, token: str) -> Seen:
        """A missing or broken token gives a state that nothing agrees with."""
        found = _TOKEN.fullmatch(token)
        return cls(int(found[1]), found[2]) if found else cls(-1, "")

    def touched(self, now: Seen, typed: str) -> bool:
        """Whether a part was changed by the person whose digest is `typed`."""
        return typed not in (self.digest, now.digest)


def texts(item: Item, language: str) -> dict[str, str]:
    """The stored texts of one language as the form shows them."""
    stored = {field: item.text_in(language, field) for field in item.text_fields()}
    return {**stored, "body": written(item.body_in(language))}


def facts(item: Item, fields: Iterable[str]) -> dict[str, Any]:
    return model_to_dict(item, fields=list(fields))


def digest(values: Mapping[str, Any] | list[Any]) -> str:
    """The same for a stored value and for what a form made of it."""
    dump = json.dumps(_plain(values), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(dump.encode(errors="surrogatepass")).hexdigest()[:16]


def _plain(value: Any) -> Any:
    match value:
        case None:
            return ""  # a text that was never written comes back from a form as None
        case str():
            return unix_lines(value).strip()
        case datetime():
            # A form shows no fractions of a second.
            return value.astimezone(UTC).replace(microsecond=0).isoformat()
        case date() | time():
            return value.isoformat()
        case Decimal():
            return f"{value.normalize():f}"  # 18 typed, 18.00 stored
        case models.Model():
            return value.pk
        case models.QuerySet() | [models.Model(), *_]:
            return sorted(row.pk for row in value)
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
    return value
