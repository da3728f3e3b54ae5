"""What somebody decided beside the lines: whom a byline names, what pictures show,
and where the manuscript goes. It is kept with what was sent, as the fields were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from thinktank.editorial.intake import LEAVE_OUT, NEW, Named, Who
from thinktank.reference.models import Person

NEW_ITEM, AN_ITEM = "new", "item"
_NAMES = ("target", "begin", "query", "item")
_STARTS = ("person-", "find-", "alt-", "replace-", "leave-")
_LONGEST = 5000
"""Characters of a field that are kept: more than any of them may have."""
_LONGEST_NAME = 1_000
"""Of a field, which carries the names that it asks about."""
_MOST = 2000
"""Fields: a file with hundreds of pictures has two for each."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The fields by name; nothing is checked before it is used."""

    fields: Mapping[str, str]

    @classmethod
    def sent(cls, data: QueryDict) -> Decided:
        pairs = [(name, value[:_LONGEST]) for name, value in _ours(data)]
        return cls(dict(pairs[:_MOST]))

    def get(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def fills(self) -> bool:
        """Whether an item that stands is filled, and no new one made."""
        return self.get("target") == AN_ITEM

    @property
    def item(self) -> str:
        return self.get("item") if self.fills else ""

    def replaces(self, language: str) -> bool:
        return bool(self.get(f"replace-{language}"))

    def leaves(self, language: str) -> bool:
        """Whether the text in a language is not wanted."""
        return bool(self.get(f"leave-{language}"))

    def alt(self, number: int, language: str) -> str | None:
        """None while nobody was asked yet."""
        return self.fields.get(f"alt-{number}-{language}")

    def sought(self, named: Named) -> str:
        """The words by which somebody else was looked for."""
        return self.get(f"find-{named}").strip()

    def who(self, named: Named, offered: Iterable[Person]) -> Who | None:
        """Whom a name means, of those who are offered; the one who is sure unless
        somebody said otherwise."""
        said = self.fields.get(field_of(named))
        if said is None:
            return named.sure
        if said == NEW:
            return NEW
        if said == LEAVE_OUT:
            return LEAVE_OUT
        return next((person for person in offered if str(person.pk) == said), None)


def field_of(named: Named) -> str:
    """The field that asks for somebody; it stays with the names when others change."""
    return f"person-{named}"


def _ours(data: QueryDict) -> Iterator[tuple[str, str]]:
    for name in data:
        is_ours = name in _NAMES or name.startswith(_STARTS)
        if is_ours and len(name) <= _LONGEST_NAME:
            # PostgreSQL stores no NUL in JSON.
            yield name.replace("\0", ""), str(data[name]).replace("\0", "")
