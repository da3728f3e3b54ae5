"""Topics and regions as trees, each read whole: there are few of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from thinktank.changes.cache import remembered
from thinktank.reference.models import Tree


class Forest:
    """The standing records of one table in the order of their tree."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._all = {row.pk: row for row in rows}
        self._below: dict[int | None, list[Any]] = {}
        for row in self._all.values():
            if row.merged_into_id is None:
                self._below.setdefault(row.parent_id, []).append(row)

    def find(self, number: int) -> Any:
        """The record of this id, merged or not; None when there is none."""
        return self._all.get(number)

    def standing(self, number: int) -> Any:
        """The record of this id, or the one it was merged into; or None."""
        record = self._all.get(number)
        if record and record.merged_into_id:
            return self._all.get(record.merged_into_id)
        return record

    def above(self, record: Any) -> list[Any]:
        """What it stands under, from the top down."""
        found: list[Any] = []
        parent = self._all.get(record.parent_id)
        while parent and parent not in found:
            found.insert(0, parent)
            parent = self._all.get(parent.parent_id)
        return found

    def below(self, number: int | None) -> Sequence[Any]:
        """What stands directly under a record, or at the top for None."""
        return self._below.get(number, ())

    def family(self, number: int) -> set[int]:
        """The id itself and those of all that stands under it."""
        return {number, *(row.pk for row, _depth in self.walk(number))}

    def walk(self, number: int | None = None, depth: int = 0) -> Iterator[Any]:
        """Pairs of each record under this one and its depth, parents first."""
        for row in self.below(number):
            yield row, depth
            yield from self.walk(row.pk, depth + 1)


@remembered
def forest(model: type[Tree]) -> Forest:
    """All topics, or all regions. Costs one query."""
    table: Any = model._default_manager
    return Forest(table.all())
