"""Tables as HTML: which columns hold numbers, and which cells head the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from thinktank.language.bidi import isolate_plain

from ..model import Inlines, Table, plain
from .html_inlines import InlineWriter

_NUMBER = re.compile(
    r"[+\-−–±~≈<>≤≥]?\s?[$€£]?\s?[\d٠-٩۰-۹][\d٠-٩۰-۹.,٫٬\u00a0\u202f]*\s?[%٪‰]?"
)
_NOTHING = ("", "-", "–", "—", "…")


class TableWriter:
    """Writes one table in a region that scrolls and can be reached by keyboard."""

    def __init__(self, table: Table, language: str, texts: InlineWriter) -> None:
        self._table = table
        self._language = language
        self._texts = texts
        columns = list(zip(*table.rows, strict=True))
        self._numeric = [_holds_numbers(map(plain, cells)) for cells in columns]
        self._has_row_heads = bool(table.header) and not self._numeric[0]

    def html(self) -> str:
        caption = isolate_plain(plain(self._table.caption), self._language)
        label = escape(caption or self._texts.labels.table)
        return (
            f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">\n'
            f'<table class="table">\n{self._caption()}{self._head()}{self._body()}'
            "</table>\n</div>"
        )

    def _caption(self) -> str:
        words = self._text(self._table.caption)
        return f"<caption>{words}</caption>\n" if words else ""

    def _head(self) -> str:
        cells = "".join(map(self._column_head, range(len(self._table.header))))
        return f"<thead><tr>{cells}</tr></thead>\n" if cells else ""

    def _column_head(self, column: int) -> str:
        words = self._text(self._table.header[column])
        return f'<th scope="col"{self._class(column)}>{words}</th>'

    def _body(self) -> str:
        rows = "".join(f"<tr>{self._row(row)}</tr>\n" for row in self._table.rows)
        return f"<tbody>\n{rows}</tbody>\n"

    def _row(self, row: tuple[Inlines, ...]) -> str:
        return "".join(self._cell(cell, column) for column, cell in enumerate(row))

    def _cell(self, cell: Inlines, column: int) -> str:
        if column == 0 and self._has_row_heads:
            return f'<th scope="row">{self._text(cell)}</th>'
        is_number = _NUMBER.fullmatch(plain(cell))
        words = self._texts.number(cell) if is_number else self._text(cell)
        return f"<td{self._class(column)}>{words}</td>"

    def _class(self, column: int) -> str:
        return ' class="n"' if self._numeric[column] else ""

    def _text(self, inlines: Inlines) -> str:
        return self._texts.html(inlines, self._language)


def _holds_numbers(cells: Iterable[str]) -> bool:
    """Whether a column holds numbers and nothing else."""
    filled = [cell for cell in cells if cell not in _NOTHING]
    return bool(filled) and all(map(_NUMBER.fullmatch, filled))
