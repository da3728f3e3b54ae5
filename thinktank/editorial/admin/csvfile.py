"""Tables for spreadsheets: CSV (RFC 4180) that none of them calculates or garbles."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse
from django.utils import timezone

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""How a cell begins that a spreadsheet would calculate (OWASP, CSV Injection)."""


def respond_with_rows(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> StreamingHttpResponse:
    """A file to download: `name` with the day, its rows sent as they are read."""
    response = StreamingHttpResponse(_lines(columns, rows), content_type="text/csv")
    dated = f"{name}-{timezone.localdate().isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{dated}"'
    return response


class _Echo:
    """What `csv` writes to when the line itself is wanted."""

    def write(self, line: str) -> str:
        return line


def _lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(columns)  # or Excel takes Arabic for Latin-1
    for row in rows:
        yield writer.writerow([_harmless(cell) for cell in row])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
