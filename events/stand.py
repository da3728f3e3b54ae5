"""The series that visitors of a fair find at the centre's stand."""

from __future__ import annotations

from dataclasses import dataclass

from thinktank.public import filed, languages
from thinktank.public.addresses import reference_path
from thinktank.public.item_page import ItemPage
from thinktank.public.wording import Wording, named


@dataclass(frozen=True, slots=True)
class AtStand:
    """A series, and its page in `language`; without one while nothing of it is live."""

    name: Wording
    path: str = ""
    language: str = ""


def series_at_stand(page: ItemPage) -> list[AtStand]:
    """In the order given. Costs nothing while the process remembers the series."""
    keys = page.revision.facts["own"]["shown_series"]
    return [_at_stand(key, page.language) for key in keys if key in filed.all_series()]


def _at_stand(key: int, language: str) -> AtStand:
    """With the page in the language of the reader, or else in one that has it."""
    series = filed.all_series()[key]
    order = sorted(languages.codes(), key=lambda code: code != language)
    readable = (code for code in order if _is_named(key, code))
    code = next(readable, "")
    path = reference_path(series, code) if code else ""
    return AtStand(named(series, language), path, code)


def _is_named(key: int, language: str) -> bool:
    return any(series.pk == key for series in filed.series_named(language))
