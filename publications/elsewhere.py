"""The same text, or the work behind it, in somebody else's pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thinktank.language.style import Style
from thinktank.language.titles import work_title


@dataclass(frozen=True, slots=True)
class Work:
    """A work as a page names it; `title` stands between the marks of the house."""

    part: str
    author: str
    title: str
    outlet: str
    url: str
    day: date | None

    @classmethod
    def of(cls, row: Mapping[str, Any], language: str, style: Style) -> Work:
        """From a row of the facts, for a page of `language`."""
        return cls(
            part=row["part"],
            author=row["author"],
            title=work_title(row["title"], language, style) if row["title"] else "",
            outlet=row["outlet"],
            url=row["url"],
            day=date.fromisoformat(row["day"]) if row["day"] else None,
        )
