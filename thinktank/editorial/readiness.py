"""What must be true of a text before it may be published, and what had better be.

A finding that blocks is enforced by `publishing`; advice is only shown. Kinds add
their own (see `kinds.Kind`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from thinktank.document.advice import Passage, advise, passages
from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.links import figures, item_links
from thinktank.document.model import Figure
from thinktank.media.models import Image

from . import kinds, rows
from .models import Edition, Item
from .permissions import Refused
from .snapshots import Snapshot

MOST_IN_HEADLINE = 100
"""Characters: a cover has room for three lines of a title, a card for little more."""
SPOKEN_OF = ("headline", "kicker", "summary")
"""The texts beside the body that language checks look at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that says what to do, and where.

    `field` is the bare name of a text ("body", "summary" …) or the name of a shared
    fact; `image` is the number of a picture of the library.
    """

    message: str
    field: str = ""
    image: int | None = None


class NotReady(Refused):
    """The text cannot be published as it is; `problems` are sentences."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def require(item: Item, language: str, snapshot: Snapshot) -> None:
    """Raises NotReady, naming everything that stands in the way."""
    problems = [found.message for found in blocking(item, language, snapshot)]
    if problems:
        raise NotReady(problems)


def blocking(item: Item, language: str, snapshot: Snapshot) -> Iterator[Finding]:
    """All that keeps the working copy of a language, taken by `snapshots.take`, from
    being published. Costs a query for its links, and one for its pictures."""
    if not snapshot.texts["headline"].strip():
        message = _("The headline is empty. Write one before publishing.")
        yield Finding(message, "headline")
    if not snapshot.document and not snapshot.texts["summary"].strip():
        message = _("There is no text yet. Write the body, or at least a summary.")
        yield Finding(message, "body")
    yield from _problems(language, snapshot)
    yield from _unknown_items(snapshot)
    yield from _pictures(item, language, snapshot)


def advice(item: Item, language: str, snapshot: Snapshot) -> Iterator[Finding]:
    """What an editor would mend before publishing. Costs two queries, and what the
    kind's own advice costs."""
    if snapshot.document and not snapshot.texts["summary"].strip():
        message = _("There is no summary: lists and search results show nothing.")
        yield Finding(message, "summary")
    if len(snapshot.texts["headline"]) > MOST_IN_HEADLINE:
        message = _(
            "The headline has more than %(limit)s characters: covers and cards cut it."
        ) % {"limit": MOST_IN_HEADLINE}
        yield Finding(message, "headline")
    yield from kinds.get(item.kind).advice(item, language)
    yield from _not_public(language, snapshot)
    yield from _remarks(language, snapshot)


# What blocks


def _problems(language: str, snapshot: Snapshot) -> Iterator[Finding]:
    if snapshot.document.language != language:
        message = _("The body is stored as a text in another language. Enter it again.")
        yield Finding(message, "body")
    interface = get_language() or settings.LANGUAGE_CODE
    for problem in check(to_json(snapshot.document)):
        yield Finding(problem.message(interface), "body")


def _unknown_items(snapshot: Snapshot) -> Iterator[Finding]:
    linked = item_links(snapshot.document)
    if not linked:
        return
    found = Item.objects.filter(pk__in=linked).values_list("pk", "trashed_at")
    known = dict(found)
    for number in sorted(set(linked) - set(known)):
        message = _("A link points to item %(number)s, which does not exist.")
        yield Finding(message % {"number": number}, "body")
    for number in sorted(pk for pk, trashed_at in known.items() if trashed_at):
        message = _("A link points to item %(number)s, which is in the trash.")
        yield Finding(message % {"number": number}, "body")


def _pictures(item: Item, language: str, snapshot: Snapshot) -> Iterator[Finding]:
    """Each picture must exist, and say in this language what it shows."""
    shown = rows.shown_images(snapshot.facts, snapshot.document)
    known: dict[int, Image] = {item.cover.pk: item.cover} if item.cover else {}
    if further := set(shown) - set(known):
        known |= Image.objects.in_bulk(further)
    for number in sorted(set(figures(snapshot.document)) - set(known)):
        message = _("A figure uses picture %(number)s, which does not exist.")
        yield Finding(message % {"number": number}, "body")
    described = _described_here(snapshot)
    for number, image in sorted(known.items()):
        if number not in described and not image.alt_in(language).strip():
            yield Finding(_without_alt(image, language), image=number)


def _without_alt(image: Image, language: str) -> str:
    return _(
        "The picture “%(name)s” has no alternative text in %(language)s. Write it in "
        "the library."
    ) % {"name": image, "language": dict(settings.LANGUAGES)[language]}


def _described_here(snapshot: Snapshot) -> set[int]:
    """The pictures shown as figures alone, each with a text of its own."""
    facts = {snapshot.facts["cover"], *snapshot.facts["gallery"]}
    blocks = [b for b in snapshot.document.blocks() if isinstance(b, Figure)]
    bare = {block.image for block in blocks if not block.alt.strip()}
    return {block.image for block in blocks} - bare - facts


# What is advised


def _not_public(language: str, snapshot: Snapshot) -> Iterator[Finding]:
    """Links in the text whose page does not exist in this language."""
    linked = item_links(snapshot.document)
    if not linked:
        return
    live = Edition.objects.live().filter(language=language, item_id__in=linked)
    hidden = sorted(set(linked) - set(live.values_list("item_id", flat=True)))
    if hidden:
        message = ngettext(
            "A link leads to %(items)s, which is not public in this language: readers "
            "see its words without the link.",
            "Links lead to %(items)s, which are not public in this language: readers "
            "see their words without the links.",
            len(hidden),
        )
        numbers = " ".join(f"#{number}" for number in hidden)
        yield Finding(message % {"items": f"\u2068{numbers}\u2069"}, "body")


def _remarks(language: str, snapshot: Snapshot) -> Iterator[Finding]:
    written = ((name, snapshot.texts[name]) for name in SPOKEN_OF)
    texts = [Passage(name, text) for name, text in written if text]
    every = texts + passages(snapshot.document)
    found = list(advise(every, language, described=figures(snapshot.document)))
    if found:
        message = ngettext(
            "The language check has one remark. It stands beside the text.",
            "The language check has %(count)s remarks. They stand beside the text.",
            len(found),
        )
        yield Finding(message % {"count": len(found)}, "body")
