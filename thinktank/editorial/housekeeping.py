"""What is missing in texts that are public or being written, check by check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from modeltranslation.utils import build_localized_fieldname

from thinktank.document.links import item_links
from thinktank.document.model import Figure
from thinktank.media.models import Image

from . import finding, kinds
from .boxes import TITLES, Desk, Texts
from .models import (
    Edition,
    EditionImage,
    EditionTopic,
    GalleryPicture,
    Revision,
    Track,
)

LANGUAGES = [code for code, _label in settings.LANGUAGES]
BATCH = 200
"""Editions whose texts are read at once to look at their links."""


def unapproved(desk: Desk) -> Texts:
    """Live texts that nobody has approved."""
    return finding.unreviewed(desk.tracks())


def without_summary(desk: Desk) -> Texts:
    """Texts that lists and search results would show without one."""
    missing = Q(pk__in=[])
    for code in LANGUAGES:
        empty = {f"item__{build_localized_fieldname('summary', code)}": ""}
        texts = finding.written(code).values("pk")
        missing |= Q(language=code, **empty, pk__in=texts)
    return desk.tracks().filter(missing, item__kind__in=kinds.listed())


def without_topic(desk: Desk) -> Texts:
    """Live texts that no page of a topic lists."""
    topics = EditionTopic.objects.filter(edition=OuterRef("pk"))
    live = desk.editions().live().filter(kind__in=kinds.listed())
    return live.filter(~Exists(topics))


def without_translation(desk: Desk) -> Texts:
    """Live texts that say nothing in some other language."""
    missing = Q(pk__in=[])
    for code in LANGUAGES:
        texts = finding.written(code).filter(item_id=OuterRef("item_id"))
        missing |= ~Q(language=code) & ~Q(Exists(texts))
    return desk.editions().live().filter(missing)


CHECKS: dict[str, Callable[[Desk], Texts]] = {
    "unapproved": unapproved,
    "summary": without_summary,
    "topic": without_topic,
    "translation": without_translation,
}
"""Checks whose findings are texts."""


def undescribed(language: str, seen: Iterable[str]) -> Any:
    """Pictures without a text for those who do not see them, in a language in which
    they are shown: live, scheduled, or with a text that is being written."""
    image, now = {"image": OuterRef("pk")}, timezone.now()
    has_not_ended = Q(edition__live_until=None) | Q(edition__live_until__gt=now)
    public = EditionImage.objects.filter(
        has_not_ended, **image, edition__language=language, edition__kind__in=seen
    )
    texts = finding.written(language).filter(
        item__trashed_at__isnull=True, item__kind__in=seen
    )
    written = texts.values("item_id")
    gallery = GalleryPicture.objects.filter(**image, item_id__in=written)
    covers = Track.objects.filter(item__cover=OuterRef("pk"), item_id__in=written)
    drawn = Q(pk__in=_bare_figures(finding.unfinished(texts)))
    shown = Exists(public) | Exists(gallery) | Exists(covers) | drawn
    empty = {build_localized_fieldname("alt", language): ""}
    return Image.objects.filter(shown, **empty).order_by("-pk")


def _bare_figures(tracks: QuerySet[Track]) -> set[int]:
    """The pictures in the bodies of these texts that have no words of their own there.

    In two steps: in one, PostgreSQL would look into every text that is stored.
    """
    tips = list(tracks.order_by().values_list("tip_id", flat=True))
    form = Cast("document", TextField())
    drawn = Revision.objects.alias(form=form).filter(form__contains='"figure"')
    found = drawn.only("document").in_bulk(tips).values()
    blocks = chain.from_iterable(revision.document.blocks() for revision in found)
    return {b.image for b in blocks if isinstance(b, Figure) and not b.alt.strip()}


def dead_links(editions: QuerySet[Edition]) -> Iterator[tuple[Edition, list[int]]]:
    """Of these live editions, those whose text links to items of which nothing is
    live in its language, with their numbers. Costs one query for all."""
    rows = editions.select_related("item", "revision").only(
        "language", "item__kind", *TITLES, "revision__document"
    )
    linked = {row: item_links(row.revision.document) for row in rows if row.revision}
    wanted = {number for numbers in linked.values() for number in numbers}
    if not wanted:
        return
    live = Edition.objects.live().filter(item_id__in=wanted)
    standing = set(live.order_by().values_list("item_id", "language"))
    for row, numbers in linked.items():
        dead = [n for n in numbers if (n, row.language) not in standing]
        if dead:
            yield row, dead


def all_dead_links() -> Iterator[tuple[Edition, list[int]]]:
    """Of everything that is live, a batch at a time."""
    live = Edition.objects.live().order_by("pk")
    last = 0
    while keys := list(live.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield from dead_links(live.filter(pk__in=keys))
        last = keys[-1]
