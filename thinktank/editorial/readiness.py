"""What must be true of a text before it may be published."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.links import figures, item_links
from thinktank.media.models import Image

from .models import Item
from .permissions import Refused
from .snapshots import Snapshot


class NotReady(Refused):
    """The text cannot be published as it is; `problems` are sentences."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def require(language: str, snapshot: Snapshot) -> None:
    """Raises NotReady, naming everything that stands in the way."""
    problems = list(_problems(language, snapshot))
    if problems:
        raise NotReady(problems)


def of_words(language: str, snapshot: Snapshot) -> Iterator[str]:
    """What is wrong with the words alone; costs no query."""
    if not snapshot.texts["headline"].strip():
        yield _("The headline is empty. Write one before publishing.")
    if not snapshot.document and not snapshot.texts["summary"].strip():
        yield _("There is no text yet. Write the body, or at least a summary.")
    if snapshot.document.language != language:
        yield _("The body is stored as a text in another language. Enter it again.")
    interface = get_language() or settings.LANGUAGE_CODE
    for problem in check(to_json(snapshot.document)):
        yield problem.message(interface)


def _problems(language: str, snapshot: Snapshot) -> Iterator[str]:
    yield from of_words(language, snapshot)
    for number in _unknown_items(snapshot):
        yield _("A link points to item %(number)s, which does not exist.") % {
            "number": number
        }
    for image in _unknown_pictures(snapshot):
        yield _("A figure uses picture %(number)s, which does not exist.") % {
            "number": image
        }


def _unknown_pictures(snapshot: Snapshot) -> list[int]:
    shown = figures(snapshot.document)
    if not shown:
        return []
    known = Image.objects.filter(pk__in=shown).values_list("pk", flat=True)
    return sorted(set(shown) - set(known))


def _unknown_items(snapshot: Snapshot) -> list[int]:
    linked = item_links(snapshot.document)
    if not linked:
        return []
    known = Item.objects.filter(pk__in=linked).values_list("pk", flat=True)
    return sorted(set(linked) - set(known))
