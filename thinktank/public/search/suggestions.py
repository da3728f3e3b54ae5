"""What somebody may be about to type: titles, people and topics that begin so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.language.scripts import direction
from thinktank.reference.models import Named, Topic
from thinktank.search.analysis import analyse
from thinktank.search.beginnings import beginning

from .. import filed
from ..frame import KEPT_FOR
from ..references import Reference, reference
from ..teasers import types_of
from ..wording import Wording, named
from .asked import Asked, readable
from .limits import limited

TITLES, NAMES = 6, 3
"""So many of each are offered."""
NEAR = 30
"""Titles that are looked through when none has a stem that begins so."""
SHORTEST = 2
"""Letters from which there is something to offer."""


class Name(NamedTuple):
    """A person or topic: `words` are those of the name and their stems, each after a
    space."""

    words: str
    reference: Reference


def _refused(language: str, seconds: int) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return JsonResponse({"suggestions": []}, status=429, headers=headers)


@limited("SUGGESTIONS_PER_MINUTE", _refused)
def suggestions(request: HttpRequest, language: str) -> HttpResponse:
    """As JSON, for `static/reading/search.js`. Costs three queries at most."""
    text = Asked.read(language, request.GET).text
    if request.GET.get("q", "")[-1:].isspace():
        text += " "  # its last word is typed to the end
    offered = list(_offered(text, language))
    return JsonResponse(
        {"suggestions": offered, "said": _said(len(offered))},
        headers={"Cache-Control": KEPT_FOR, "X-Robots-Tag": "noindex"},
    )


def _said(count: int) -> str:
    """For a screen reader, which does not see the list appear."""
    said = ngettext("%(count)s suggestion", "%(count)s suggestions", count)
    return said % {"count": count} if count else ""


def _offered(text: str, language: str) -> Iterator[dict[str, str]]:
    if len(text.strip()) < SHORTEST:
        return
    for sort, found in (
        (_("Person"), _named(text, people(language))),
        (_("Topic"), _named(text, topics(language))),
    ):
        for each in found:
            yield _line(sort, each.name, each.path)
    types = types_of(kinds.codes())
    for edition in _titled(text, language):
        type = types.get((edition.kind, edition.type))
        sort = named(type, language).text if type else ""
        title = Wording(edition.headline, edition.language)
        yield _line(sort, title, edition.get_absolute_url())


def _line(sort: str, name: Wording, path: str) -> dict[str, str]:
    return {
        "sort": sort,
        "text": name.text,
        "language": name.language,
        "direction": direction(name.language),
        "path": path,
    }


def _titled(text: str, language: str) -> list[Any]:
    live = readable(language)
    found = beginning(live, text, TITLES)
    if found or text[-1:].isspace():
        return found
    begun = tuple(token.word for token in analyse(text)[-1:])
    return [
        edition
        for edition in beginning(live, text, NEAR, past_stem=True)
        if any(token.word.startswith(begun) for token in analyse(edition.headline))
    ][:TITLES]


@remembered
def people(language: str) -> tuple[Name, ...]:
    return tuple(_name(person, language) for person in filed.people_named(language))


@remembered
def topics(language: str) -> tuple[Name, ...]:
    rows = filed.filed_under(Topic, language)
    return tuple(_name(row.record, language) for row in rows)


def _name(record: Named, language: str) -> Name:
    found = reference(record, language)
    tokens = analyse(found.name.text)
    return Name("".join(f" {t.word} {t.stem}" for t in tokens), found)


def _named(text: str, names: tuple[Name, ...]) -> list[Reference]:
    """Those of whose words every word typed begins one."""
    tokens = [token for token in analyse(text) if token.word]
    found = (
        name.reference
        for name in names
        if tokens and all(_begins(token, name.words) for token in tokens)
    )
    return list(islice(found, NAMES))


def _begins(token: Any, words: str) -> bool:
    typed = {token.word, token.stem} - {""}
    return any(f" {each}" in words for each in typed)
