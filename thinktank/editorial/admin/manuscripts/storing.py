"""Making or filling an item out of a manuscript, once everything is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.document.readers.manuscript import Manuscript, Source
from thinktank.editorial import intake, kinds, manuscripts
from thinktank.editorial.admin import sides
from thinktank.editorial.admin.staff import person
from thinktank.editorial.models import Item, SentManuscript
from thinktank.editorial.permissions import NotAllowed, Refused
from thinktank.media.models import Image

from . import details, targets
from .decided import Decided

Read = list[Manuscript]


class Undecided(Refused):
    """Something is asked that has no answer yet; `problems` are sentences."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def store(
    site: AdminSite,
    request: HttpRequest,
    row: SentManuscript,
    read: Read,
    parts: dict[str, Source],
) -> Item:
    """The item, with the manuscript kept beside it. Raises Refused; then nothing is."""
    decided = Decided(row.decided)
    read = details.taken(decided, read)
    if not read:
        raise Refused(_("All lines are left out. Say what at least one of them is."))
    answers = _answers(request, row, read, parts)
    with transaction.atomic():
        _take(row)
        if decided.fills:
            item, remarks = _fill(request, decided, read, answers)
        else:
            item, remarks = _create(request, decided, read, answers)
        row.item = item
        row.save(update_fields=["item"])
        _log(site, request, item, read, added=not decided.fills)
    _tell(request, read, remarks, added=not decided.fills)
    return item


def _take(row: SentManuscript) -> None:
    """Two windows make one item: the second waits here and finds nothing staged."""
    staged = SentManuscript.objects.staged().select_for_update().filter(pk=row.pk)
    if not staged.values_list("pk", flat=True).first():
        raise Refused(_("An item was made of this manuscript meanwhile."))


def _answers(
    request: HttpRequest, row: SentManuscript, read: Read, parts: dict[str, Source]
) -> intake.Decisions:
    """Raises Undecided, naming all that is still asked."""
    decided, known = Decided(row.decided), details.named(read)
    found = [(one, details.whom(request, one, decided)) for one in known]
    shown = details.pictures(decided, read, parts)
    is_asked = not details.keeps_authors(request, decided)
    open_names = [str(one) for one, who in found if is_asked and who is None]
    if problems := [*map(_who_is_meant, open_names), *_too_long(shown)]:
        raise Undecided(problems)
    return intake.Decisions(
        people=[who or intake.LEAVE_OUT for _one, who in found],
        pictures=_pictures(request, row, parts),
        alts={
            (picture.number, alt.language): alt.text
            for picture in shown
            for alt in picture.alts
        },
    )


def _who_is_meant(name: str) -> str:
    message = _("Say who is meant by “%(name)s”, or leave the name out.")
    return message % {"name": name}


def _too_long(shown: list[details.Shown]) -> Iterator[str]:
    limit = Image._meta.get_field("alt").max_length or 0
    message = _(
        "What is said of picture %(number)s is longer than %(limit)s characters. "
        "Shorten it."
    )
    for picture in shown:
        if any(len(alt.text) > limit for alt in picture.alts):
            yield message % {"number": picture.number, "limit": limit}


def _pictures(
    request: HttpRequest, row: SentManuscript, parts: dict[str, Source]
) -> dict[int, Callable[[], bytes]]:
    """What gives the bytes of each picture; nothing for who may not add any."""
    if not (row.file and request.user.has_perm("media.add_image")):
        return {}
    source = next(iter(parts.values()))
    return {
        number: partial(manuscripts.picture, row, one.name)
        for number, one in enumerate(source.pictures, 1)
    }


def _create(
    request: HttpRequest, decided: Decided, read: Read, answers: intake.Decisions
) -> tuple[Item, list[intake.Remark]]:
    offered = [
        value
        for _kind, types in targets.types_to_begin(request)
        for value, _name in types
    ]
    begin = decided.get("begin") or next(iter(offered), "")
    if begin not in offered:
        raise NotAllowed(_("You may not add such items. Ask somebody who may."))
    kind, _colon, type = begin.partition(":")
    return intake.create(kind, type, read, answers, by=person(request))


def _fill(
    request: HttpRequest, decided: Decided, read: Read, answers: intake.Decisions
) -> tuple[Item, list[intake.Remark]]:
    item = targets.chosen(request, decided)
    if item is None:
        raise Undecided([_("Find the item that this manuscript fills, and choose it.")])
    replaced = [m.language for m in read if decided.replaces(m.language)]
    remarks = intake.fill(item, read, answers, by=person(request), replace=replaced)
    return item, remarks


def _log(
    site: AdminSite, request: HttpRequest, item: Item, read: Read, *, added: bool
) -> None:
    item_admin: Any = site._registry[kinds.get(item.kind).model]
    with override(None):
        languages = [sides.name(manuscript.language) for manuscript in read]
    if added:
        item_admin.log_addition(request, item, [{"added": {}}])
    else:
        changed = [{"changed": {"fields": languages}}]
        item_admin.log_change(request, item, changed)


def _tell(
    request: HttpRequest, read: Read, remarks: list[intake.Remark], *, added: bool
) -> None:
    filled = sides.listed(sides.name(manuscript.language) for manuscript in read)
    made = _("The manuscript became this draft. Filled: %(languages)s.")
    stands = _("The manuscript was filled in. Filled: %(languages)s.")
    messages.success(request, (made if added else stands) % {"languages": filled})
    for remark in remarks:
        messages.warning(request, remark.message)
