"""All public corrections of a language, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thinktank.editorial.models import Edition
from thinktank.editorial.models.edition import Correction
from thinktank.public.moments import Moment
from thinktank.public.shelf import LENGTH
from thinktank.public.teasers import Teaser, types_of


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was corrected, and what was said of it, newest first."""

    teaser: Teaser

    @property
    def corrections(self) -> Iterable[Correction]:
        return reversed(self.teaser.edition.corrections)


@dataclass(frozen=True, slots=True)
class Corrections:
    """One page of the list; `older` is where the next one begins."""

    rows: Sequence[Corrected]
    first: bool
    older: Moment | None


def corrections(language: str, before: Moment | None) -> Corrections:
    """What is live and was corrected, by its latest correction. Costs one query."""
    live = Edition.objects.live().filter(language=language, corrected_at__isnull=False)
    if before:
        live = live.filter(before.older_by("corrected_at"))
    found = list(live.order_by("-corrected_at", "-item_id")[: LENGTH + 1])
    shown = found[:LENGTH]
    types = types_of({edition.kind for edition in shown})
    rows = [
        Corrected(Teaser(edition, language, types.get((edition.kind, edition.type))))
        for edition in shown
    ]
    older = _after(shown[-1]) if len(found) > LENGTH else None
    return Corrections(rows, before is None, older)


def _after(edition: Edition) -> Moment:
    assert edition.corrected_at is not None
    return Moment(edition.corrected_at, edition.item_id)
