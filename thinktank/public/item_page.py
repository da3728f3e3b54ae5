"""One item in one language, assembled once for readers and for the preview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from thinktank import house
from thinktank.document.links import item_links
from thinktank.document.model import Document, plain
from thinktank.document.outline import Outline, outline
from thinktank.document.writers import html
from thinktank.document.writers.resolving import Picture
from thinktank.editorial import kinds, rows, snapshots
from thinktank.editorial.models import Edition, Item, LinkKind, Revision, Role
from thinktank.reference.models import Person, Topic

from .addresses import same_slug, short_path
from .attachments import AttachedFile, attached
from .errors import NotInThisLanguage, gone
from .frame import Frame, moved, respond
from .list_page import list_path
from .pictures import pictures
from .references import Reference, reference
from .teasers import Teaser, Types, types_of
from .wording import Wording, worded

LONGEST_DESCRIPTION = 160
CREDITS = {Role.EDITOR: _("Edited by"), Role.TRANSLATOR: _("Translated by")}


@dataclass(frozen=True, slots=True)
class Contribution:
    """A person's part in an item. `full_name` has the person's title before it."""

    person: Reference
    role: Role
    full_name: Wording
    affiliation: Wording
    gender: str

    @property
    def credit(self) -> str:
        """What stands before the name; authors are named alone."""
        return str(CREDITS.get(self.role, ""))


@dataclass(frozen=True, slots=True)
class Resolver:
    """Answers the HTML writer: where items and pictures are found."""

    targets: Mapping[int, Edition]
    pictures: Mapping[int, Picture]

    def item(self, number: int) -> str | None:
        target = self.targets.get(number)
        return target.get_absolute_url() if target else None

    def image(self, image: int) -> Picture | None:
        return self.pictures.get(image)


@dataclass(frozen=True)
class ItemPage:
    """What the item template shows. Its properties ask nothing of the database."""

    edition: Edition
    revision: Revision
    teaser: Teaser
    people: Sequence[Contribution]
    topics: Sequence[Reference]
    related: Sequence[Teaser]
    targets: Mapping[int, Edition]
    types: Types
    pictures: Mapping[int, Picture]
    attachments: Sequence[AttachedFile]

    @property
    def language(self) -> str:
        return self.edition.language

    @property
    def document(self) -> Document:
        return self.revision.document

    @property
    def type_path(self) -> str:
        """The list of everything of the same type; empty for a kind without lists."""
        if not kinds.get(self.edition.kind).listed:
            return ""
        return list_path(self.language, self.edition.kind, self.edition.type)

    def teaser_of(self, edition: Edition) -> Teaser:
        """Of another edition of this kind, or of one in `targets`."""
        type = self.types.get((edition.kind, edition.type))
        return Teaser(edition, self.language, type)

    @property
    def description(self) -> str:
        """What search results and shared links show: the summary, or how it begins."""
        if self.edition.summary:
            return self.edition.summary
        first = next((plain(inlines) for inlines in self.document.texts()), "")
        return shorten(first, LONGEST_DESCRIPTION, placeholder="…")

    @cached_property
    def outline(self) -> Outline:
        return outline(self.document)

    @property
    def body(self) -> SafeString:
        # The writer escapes every text, and checks refuse what it cannot render.
        digits = house.current().style.digits
        return SafeString(html.render(self.document, self._resolver, digits))

    @property
    def _resolver(self) -> Resolver:
        return Resolver(self.targets, self.pictures)

    @property
    def cover(self) -> Picture | None:
        """The picture at the head, where an editor chose one."""
        return self.pictures.get(self.edition.cover_id or 0)

    @property
    def gallery(self) -> list[Picture]:
        keys = self.revision.facts["gallery"]
        return [self.pictures[pk] for pk in keys if pk in self.pictures]


Layout = Callable[[ItemPage], tuple[str, dict[str, Any]]]
"""What a kind may bring: the template of its pages, and what it shows beside `page`."""


def plain_layout(page: ItemPage) -> tuple[str, dict[str, Any]]:
    return "item.html", {}


def respond_with_item(
    kind: str,
    language: str,
    number: int,
    slug: str | None,
    layout: Layout = plain_layout,
) -> HttpResponse:
    """The page of an item, or a redirect to its address, or 410; raises Http404."""
    standing = _standing(number)
    live = {row.language: row for row in standing if not row.notice}
    versions = {code: row.get_absolute_url() for code, row in live.items()}
    here = next((row for row in standing if row.language == language), None)
    if here is None:
        raise NotInThisLanguage(language, versions) if versions else Http404
    if here.notice:
        return gone(here, versions)
    if here.kind != kind or not same_slug(slug, here.slug or "-"):
        return moved(here.get_absolute_url())
    assert here.revision is not None
    page = assemble(here, here.revision)
    template, more = layout(page)
    return respond(template, _frame(page, versions), {"page": page, **more})


def preview(item: Item, language: str, layout: Layout = plain_layout) -> HttpResponse:
    """The page as the saved working copy would make it. Nothing is written.

    `item` must be of its concrete kind. The response may not be stored or indexed.
    """
    snapshot = snapshots.take(item, language)
    revision = Revision(
        item_id=item.pk,
        language=language,
        texts=snapshot.texts,
        document=snapshot.document,
        facts=snapshot.facts,
    )
    now = timezone.now()
    columns = rows.columns(item.kind, revision, [(now, "")])
    edition = Edition(item_id=item.pk, language=language, live_from=now, **columns)
    page = assemble(edition, revision)
    frame = _frame(page, {language: edition.get_absolute_url()}, indexed=False)
    template, more = layout(page)
    response = respond(template, frame, {"page": page, "preview": True, **more})
    response.headers["Cache-Control"] = "no-store"
    return response


def assemble(edition: Edition, revision: Revision) -> ItemPage:
    """What the page of `edition` shows; neither row needs to be saved.

    Costs one query each for the people, the topics, for all items that are linked or
    related, for pictures and for files; none where there are none.
    """
    language, facts = edition.language, revision.facts
    related = [pk for kind, pk, _order in facts["links"] if kind == LinkKind.RELATED]
    linked = [pk for _kind, pk, _order in facts["links"]]
    targets = _targets([*item_links(revision.document), *linked], language)
    types = types_of({edition.kind, *(target.kind for target in targets.values())})
    return ItemPage(
        edition=edition,
        revision=revision,
        teaser=Teaser(edition, language, types.get((edition.kind, edition.type))),
        people=_people(facts["people"], language),
        topics=_topics(facts["topics"], language),
        related=_related(related, targets, language, types),
        targets=targets,
        types=types,
        pictures=pictures(rows.shown_images(facts, revision.document), language),
        attachments=attached(facts["attachments"], language),
    )


def _standing(number: int) -> list[Edition]:
    """What stands of an item now, one row a language, notices included."""
    standing = Edition.objects.standing().filter(item_id=number)
    return list(standing.select_related("revision").order_by("language"))


def _frame(page: ItemPage, versions: Mapping[str, str], indexed: bool = True) -> Frame:
    edition = page.edition
    return Frame(
        edition.language,
        edition.title,
        path=versions[edition.language],
        description=page.description,
        section=edition.kind,
        versions=versions,
        negotiated=short_path(edition.item_id),
        type="article",
        indexed=indexed,
    )


def _people(parts: Iterable[Sequence[Any]], language: str) -> list[Contribution]:
    found = Person.objects.resolve(pk for pk, _role, _affiliation in parts)
    return [
        _contribution(found[pk], Role(role), affiliation, language)
        for pk, role, affiliation in parts
        if pk in found
    ]


def _contribution(
    person: Person, role: Role, affiliation: Mapping[str, str], language: str
) -> Contribution:
    return Contribution(
        person=reference(person, language),
        role=role,
        full_name=worded(person.full_name_in, language),
        affiliation=worded(lambda code: affiliation.get(code, ""), language),
        gender=person.gender,
    )


def _topics(keys: Sequence[int], language: str) -> list[Reference]:
    found = Topic.objects.resolve(keys)
    return [reference(found[pk], language) for pk in keys if pk in found]


def _targets(numbers: Sequence[int], language: str) -> dict[int, Edition]:
    """Live editions by item: in `language` where there is one, else in another."""
    found: dict[int, Edition] = {}
    if numbers:
        live = Edition.objects.live().filter(item_id__in=set(numbers))
        for row in live.order_by("language"):
            if row.item_id not in found or row.language == language:
                found[row.item_id] = row
    return found


def _related(
    numbers: Sequence[int],
    targets: Mapping[int, Edition],
    language: str,
    types: Types,
) -> list[Teaser]:
    editions = (targets[number] for number in numbers if number in targets)
    return [
        Teaser(edition, language, types.get((edition.kind, edition.type)))
        for edition in editions
    ]
