"""What revisions changed, in brief: "headline, 3 blocks, topics"."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from django.db import models
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thinktank.editorial import refilling
from thinktank.editorial.models import Item, Revision

from .. import sides
from ..differences import name_of_field
from .facts import label


@dataclass(frozen=True, slots=True)
class _Held:
    """What a revision holds, its text as plain data: reading Documents takes long."""

    texts: Mapping[str, str]
    body: Mapping[str, Any]
    facts: Mapping[str, Any]


def briefs(model: type[Item], pairs: Mapping[int, int | None]) -> dict[int, str]:
    """What each revision changed since the other one, by ids. Costs one query."""
    held = _held({*pairs, *filter(None, pairs.values())})
    return {
        pk: str(capfirst(sides.listed(_changes(model, held[before], held[pk]))))
        if before in held
        else _("The first text")
        for pk, before in pairs.items()
    }


def _held(keys: Iterable[int]) -> dict[int, _Held]:
    rows = Revision.objects.filter(pk__in=keys)
    raw = rows.annotate(body=Cast("document", models.TextField()))
    return {
        pk: _Held(texts, json.loads(body), facts)
        for pk, texts, body, facts in raw.values_list("pk", "texts", "body", "facts")
    }


def _changes(model: type[Item], old: _Held, new: _Held) -> Iterator[str]:
    for field, words in new.texts.items():
        if old.texts.get(field, "") != words:
            yield name_of_field(model, field)
    count = _blocks_changed(old.body, new.body)
    if count:
        yield ngettext("%(count)s block", "%(count)s blocks", count) % {"count": count}
    yield from dict.fromkeys(
        label(model, name) for name in refilling.differing(old.facts, new.facts)
    )


def _blocks_changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> int:
    before, after = _apart(list(_blocks(old)), list(_blocks(new)))
    gone = Counter(map(_sign, before))
    come = Counter(map(_sign, after))
    changed = max((gone - come).total(), (come - gone).total())
    return changed or int(bool(before or after))  # one at least was moved


def _apart(old: list[Any], new: list[Any]) -> tuple[list[Any], list[Any]]:
    """What is left of both without what they begin and end with alike."""
    start = _alike(old, new)
    old, new = old[start:], new[start:]
    end = _alike(old[::-1], new[::-1])
    return old[: len(old) - end], new[: len(new) - end]


def _alike(old: list[Any], new: list[Any]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _blocks(body: Mapping[str, Any]) -> Iterator[Any]:
    """Every block, heading, title and note, as plain data."""
    yield from body.get("lead", ())
    for section in body.get("sections", ()):
        yield from _part(section, "heading")
        for point in section.get("points", ()):
            yield from _part(point, "title")
    yield from dict(body.get("notes", {})).values()


def _part(part: Mapping[str, Any], head: str) -> Iterator[Any]:
    if part.get(head):
        yield part[head]
    yield from part.get("blocks", ())


def _sign(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
