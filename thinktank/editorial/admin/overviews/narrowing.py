"""What a page about texts of all kinds is narrowed to, by its address."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst

from thinktank.editorial import kinds

from .. import sides


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`kind` and `language` are empty for all; `seen` are the kinds to choose from."""

    seen: Collection[str]
    kind: str = ""
    language: str = ""

    @classmethod
    def of(cls, request: HttpRequest, seen: Collection[str]) -> Narrowed:
        """An unknown kind or language narrows nothing."""
        kind, language = (request.GET.get(key, "") for key in ("kind", "language"))
        return cls(
            seen,
            kind if kind in seen else "",
            language if language in sides.codes() else "",
        )

    def texts(self, texts: QuerySet[Any]) -> QuerySet[Any]:
        """Of these tracks or editions."""
        wanted = {"item__kind": self.kind, "language": self.language}
        return texts.filter(**{name: value for name, value in wanted.items() if value})

    def kinds(self) -> list[tuple[str, str]]:
        """Code and name of each kind that one may see."""
        return [
            (code, str(capfirst(kinds.get(code).model._meta.verbose_name_plural)))
            for code in self.seen
        ]

    def languages(self) -> list[tuple[str, str]]:
        return [(code, sides.name(code)) for code in sides.in_reading_order()]

    def address(self, page: int) -> str:
        query = {"kind": self.kind, "language": self.language, "p": page}
        return f"?{urlencode({key: value for key, value in query.items() if value})}"

    def around(self, page: Page[Any]) -> dict[str, str]:
        """The addresses of the pages before and after this one."""
        return {
            "before": self.address(page.number - 1) if page.has_previous() else "",
            "after": self.address(page.number + 1) if page.has_next() else "",
        }
