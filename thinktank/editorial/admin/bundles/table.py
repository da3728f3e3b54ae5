"""The texts of a bundle in a table: an item a row, a language a column.

A constant number of queries, however many they are. What is shown of an item whose
kind the person may not see is its number alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from thinktank.editorial import readiness, snapshots, workflow
from thinktank.editorial.journal import Verb
from thinktank.editorial.models import AuditEvent, BundleText, Edition, Item
from thinktank.editorial.publishing import Text
from thinktank.editorial.states import LanguageState, State, states

from .. import sides
from ..changelist import headline
from ..staff import actor_of
from .beginning import offered

TO_PUBLISH = {State.DRAFT, State.REVIEW, State.APPROVED, State.CHANGED}
"""A text in one of these states has words that no reader sees yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One language of an item: whether it is in the bundle, and how it stands.

    `edition` is what the bundle has scheduled or published, and `changed` that the
    text was saved again since. Nothing but `chosen` is known of what is unseen.
    """

    number: int
    language: str
    chosen: bool
    state: LanguageState | None = None
    approved: bool = False
    approved_by: str = ""
    problems: tuple[str, ...] = ()
    edition: Edition | None = None

    @property
    def value(self) -> str:
        return f"{self.number}:{self.language}"

    @property
    def is_written(self) -> bool:
        return self.state is not None and self.state.state is not State.EMPTY

    @property
    def to_publish(self) -> bool:
        return self.state is not None and self.state.state in TO_PUBLISH

    @property
    def changed(self) -> bool:
        tip = self.state.tip if self.state else None
        return bool(self.edition and tip and tip.pk != self.edition.stated_id)


@dataclass(frozen=True, slots=True)
class Row:
    """An item; `title` and `address` are empty where the person may not see it."""

    number: int
    title: SafeString | str
    address: str
    cells: tuple[Cell, ...]


class Table:
    """The rows of these items, in their order, with these texts chosen."""

    def __init__(
        self,
        request: HttpRequest,
        numbers: Iterable[int],
        chosen: Iterable[Text],
        texts: Iterable[BundleText] = (),
    ) -> None:
        self.numbers = list(dict.fromkeys(numbers))
        self.chosen = set(chosen)
        self.put = {(t.item_id, t.language): t.edition for t in texts}
        seen = offered(request)
        self.items: Mapping[int, Item] = seen.in_bulk(self.numbers)
        self.states = states(self.items.values())
        self.approvals = _approvals(self.items)
        self.rows = [self._row(number) for number in self.numbers]

    @property
    def cells(self) -> Iterator[Cell]:
        """Those of the chosen texts, row by row."""
        for row in self.rows:
            yield from (cell for cell in row.cells if cell.chosen)

    def title(self, number: int, language: str) -> SafeString | str:
        """What a text is called, or the number of an item that may not be seen."""
        item = self.items.get(number)
        if item is None:
            return f"\u2068#{number}\u2069"
        own = item.text_in(language, "headline")
        return sides.marked(own, language) if own else headline(item)

    def _row(self, number: int) -> Row:
        item = self.items.get(number)
        cells = tuple(self._cell(number, code) for code in sides.in_reading_order())
        if item is None:
            return Row(number, "", "", cells)
        address = reverse("admin:editorial_item_change", args=[number])
        return Row(number, headline(item), address, cells)

    def _cell(self, number: int, language: str) -> Cell:
        chosen = (number, language) in self.chosen
        item = self.items.get(number)
        if item is None:
            return Cell(number, language, chosen)
        state = next(s for s in self.states[number] if s.language == language)
        return Cell(
            number,
            language,
            chosen,
            state,
            state.track is not None and workflow.is_approved(state.track),
            self.approvals.get((number, language), ""),
            _problems(item, state),
            self.put.get((number, language)),
        )


def _problems(item: Item, state: LanguageState) -> tuple[str, ...]:
    """What is wrong with the words; the verbs look at pictures and links as well."""
    if state.state is State.EMPTY:
        return ()
    words = snapshots.words(item, state.language)
    return tuple(found.message for found in readiness.of_words(state.language, words))


def _approvals(numbers: Iterable[int]) -> dict[Text, str]:
    """Who approved each text last."""
    events = AuditEvent.objects.filter(item_id__in=numbers, verb=Verb.APPROVE)
    rows = events.select_related("by").order_by("pk")
    return {(row.item_id or 0, row.language): actor_of(row) for row in rows}
