"""The editions of one item in the order of time, as a verb finds and changes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings

from ..models import Edition, Revision

LANGUAGES = [code for code, _label in settings.LANGUAGES]
MOMENT = timedelta.resolution


class Chain:
    """All rows of an item, read once: whoever writes one keeps `rows` in step.

    In a language each row stands until the next one begins; `live_until` says the
    same, and is only right again when the chain has been settled.
    """

    def __init__(self, rows: Iterable[Edition]) -> None:
        self.rows = list(rows)
        self.sort()

    @classmethod
    def of(cls, item_id: int) -> Chain:
        """Costs one query."""
        return cls(Edition.objects.filter(item_id=item_id).order_by())

    def sort(self) -> None:
        self.rows.sort(key=lambda row: (row.live_from, row.pk))

    def add(self, row: Edition) -> None:
        self.rows.append(row)
        self.sort()

    def remove(self, rows: Iterable[Edition]) -> None:
        gone = {row.pk for row in rows}
        self.rows = [row for row in self.rows if row.pk not in gone]

    def of_language(self, language: str) -> list[Edition]:
        return [row for row in self.rows if row.language == language]

    def beginning(self, instant: datetime) -> list[Edition]:
        """What begins at this very instant, in any language."""
        return [row for row in self.rows if row.live_from == instant]

    def since(self, instant: datetime) -> list[Edition]:
        """What begins then or later."""
        return [row for row in self.rows if row.live_from >= instant]

    def ahead(self, instant: datetime) -> list[Edition]:
        """What begins later."""
        return self.since(instant + MOMENT)

    def at(self, language: str, instant: datetime) -> Edition | None:
        """The row of `language` in force at `instant`, by order alone."""
        begun = [r for r in self.of_language(language) if r.live_from <= instant]
        return begun[-1] if begun else None

    def before(self, language: str, instant: datetime) -> Edition | None:
        """The row of `language` in force until `instant`."""
        return self.at(language, instant - MOMENT)

    def standing(self, instant: datetime) -> list[Edition]:
        """The rows in force at `instant`, one for each language that has any."""
        found = (self.at(language, instant) for language in LANGUAGES)
        return [row for row in found if row]

    def newest_statement(self, instant: datetime) -> Edition | None:
        """Of what people have put here and has begun by then, what came last."""
        stated = (r for r in self.rows if r.stated_id and r.live_from <= instant)
        return max(stated, key=lambda row: row.pk, default=None)

    def notes_until(self, edition: Edition) -> list[tuple[datetime, str]]:
        """Instant and public note of each text of a language, this one the last; what
        was suppressed says nothing."""
        texts = [row for row in self.of_language(edition.language) if not row.notice]
        earlier = [row for row in texts if row.live_from < edition.live_from]
        return [(row.live_from, row.public_note) for row in (*earlier, edition)]

    def past(self, language: str, instant: datetime) -> list[Edition]:
        """All that may be suppressed at `instant`: what has ended before the words that
        stand then, and the notice that stands. Costs one query.

        The same words with other facts are several rows, and none of them is past.
        """
        begun = [r for r in self.of_language(language) if r.live_from <= instant]
        revisions = Revision.objects.filter(pk__in=[r.revision_id for r in begun])
        words: dict[int | None, str]
        words = dict(revisions.values_list("pk", "text_digest"))
        standing = words.get(begun[-1].revision_id) if begun else None
        while standing and begun and words.get(begun[-1].revision_id) == standing:
            begun.pop()
        return begun

    def fetch_revisions(self, instant: datetime) -> None:
        """Give their Revisions to all rows that may still matter at `instant`: what
        stands, what lies ahead, and the newest statement. Costs one query.
        """
        newest = self.newest_statement(instant)
        wanted = [*self.standing(instant), *self.ahead(instant)]
        wanted += [newest] if newest else []
        keys = {pk for row in wanted for pk in (row.revision_id, row.stated_id) if pk}
        found = Revision.objects.in_bulk(keys)
        for row in wanted:
            row.revision = found[row.revision_id] if row.revision_id else None
            row.stated = found[row.stated_id] if row.stated_id else None


def told_until(
    item_id: int, language: str, now: datetime
) -> list[tuple[datetime, str]]:
    """What `notes_until` would say of a text that is put in place now. Costs one query,
    which reads no text.
    """
    texts = Edition.objects.filter(item_id=item_id, language=language, notice="")
    earlier = texts.filter(live_from__lt=now).order_by("live_from", "pk")
    return [*earlier.values_list("live_from", "note"), (now, "")]
