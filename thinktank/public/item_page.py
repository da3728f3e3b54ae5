"""One item in one language, assembled once for readers and for the preview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from textwrap import shorten
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString

from thinktank import house, plates
from thinktank.document.links import item_links
from thinktank.document.model import Document, plain
from thinktank.document.outline import Outline, outline
from thinktank.document.writers import html
from thinktank.document.writers.resolving import Picture
from thinktank.editorial import kinds, rows, snapshots
from thinktank.editorial.models import (
    Edition,
    Item,
    LinkKind,
    Revision,
    Role,
)
from thinktank.editorial.publishing import chain
from thinktank.reference.models import Person, Topic

from . import filed
from .addresses import list_path, same_slug, short_path
from .attachments import AttachedFile, attached
from .byline import Byline, Contribution
from .citation import Citation
from .drawn import item_plate, person_portrait
from .errors import NotInThisLanguage, gone
from .frame import Frame, moved, respond
from .neighbours import MOST_ALIKE, Incoming, Neighbours, Subject, around, filled
from .pictures import pictures
from .references import Reference, reference
from .teasers import Teaser, Types, types_of
from .wording import worded

LONGEST_DESCRIPTION = 160


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
    """What the item template shows. Its properties ask nothing of the database.

    Editions in `targets` and `incoming` come with their cover, and with what their
    kind adds to the facts (`own_facts`).
    """

    edition: Edition
    revision: Revision
    teaser: Teaser
    people: Sequence[Contribution]
    topics: Sequence[Reference]
    programmes: Sequence[Reference]
    related: Sequence[Teaser]
    targets: Mapping[int, Edition]
    incoming: Sequence[Incoming]
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

    @cached_property
    def byline(self) -> Byline:
        return Byline.of(self.people)

    @property
    def citation(self) -> Citation:
        names = [part.person.name for part in self.byline.authors]
        doi = self.revision.facts["own"].get("doi", "")
        return Citation(self.edition, names, doi)

    @property
    def keywords(self) -> str:
        return self.revision.texts.get("keywords", "")

    @property
    def plate(self) -> SafeString:
        """The drawing beside the headline."""
        edition, type = self.edition, self.teaser.type
        return item_plate(edition, type, self.language, frame=plates.BROAD)

    def listing(self, kind: LinkKind) -> list[Edition]:
        """What this item points at in one way and can be read, in its order."""
        keys = (pk for way, pk, _order in self.revision.facts["links"] if way == kind)
        return [self.targets[pk] for pk in keys if pk in self.targets]

    def pointing(self, kind: LinkKind) -> list[Teaser]:
        """What points at this item in one way, in its order."""
        found = [each for each in self.incoming if each.kind == kind]
        return [self.teaser_of(each.edition) for each in found]

    @property
    def body(self) -> SafeString:
        # The writer escapes every text, and checks refuse what it cannot render.
        return SafeString(self._rendered.text)

    @property
    def notes(self) -> SafeString:
        """What stands at the end of the body, after its corrections."""
        return SafeString(self._rendered.notes)

    @cached_property
    def _rendered(self) -> html.Rendered:
        digits = house.current().style.digits
        return html.render_parts(self.document, self._resolver, digits)

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


def own_facts(edition: Edition) -> Mapping[str, Any]:
    """What its kind adds to the facts of a neighbour of an item's page."""
    return getattr(edition, "own", None) or {}


Layout = Callable[[ItemPage], tuple[str, dict[str, Any]]]
"""What a kind may bring: the template of its pages, and what it shows beside `page`."""


def plain_layout(page: ItemPage) -> tuple[str, dict[str, Any]]:
    return "item.html", {}


def respond_with_item(
    request: HttpRequest,
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
        return moved(request, here.get_absolute_url())
    assert here.revision is not None
    page = assemble(here, here.revision)
    template, more = layout(page)
    return respond(template, _frame(page, versions), {"page": page, **more})


def preview(
    item: Item,
    language: str,
    layout: Layout = plain_layout,
    *,
    shared_until: datetime | None = None,
) -> HttpResponse:
    """The page that publishing this working copy now would make. Nothing is written.

    `item` must be of its concrete kind; it need not be saved. The response may not be
    stored or indexed. With `shared_until` it says that it is a draft and until when it
    can be read, tells of no other language, and has nothing by which to cite it or to
    pass it on.
    """
    edition, revision = _put_now(item, language)
    page = assemble(edition, revision)
    versions = {} if shared_until else _live_versions(item.pk)
    versions |= {language: edition.get_absolute_url()}
    frame = _frame(page, versions, indexed=False)
    template, more = layout(page)
    draft = {"preview": True, "shared_until": shared_until}
    response = respond(template, frame, {"page": page, **draft, **more})
    response.headers["Cache-Control"] = "no-store"
    return response


def _put_now(item: Item, language: str) -> tuple[Edition, Revision]:
    """What publishing would put in place now, unsaved."""
    snapshot = snapshots.take(item, language)
    revision = Revision(
        item_id=item.pk,
        language=language,
        texts=snapshot.texts,
        document=snapshot.document,
        facts=snapshot.facts,
    )
    now = timezone.now()
    told = chain.told_until(item.pk, language, now)
    columns = rows.columns(item.kind, revision, told, house.current().zone)
    return Edition(
        item_id=item.pk, language=language, live_from=now, **columns
    ), revision


def _live_versions(number: int) -> dict[str, str]:
    live = Edition.objects.live().filter(item_id=number).order_by("language")
    return {row.language: row.get_absolute_url() for row in live}


def assemble(edition: Edition, revision: Revision) -> ItemPage:
    """What the page of `edition` shows; neither row needs to be saved.

    Costs one query each for the people, for the topics, for all items that are linked,
    are related or point here, for pictures and for files; none where there are none.
    One more where its topics and people leave room for what is like it.
    """
    language, facts = edition.language, revision.facts
    related = [pk for kind, pk, _order in facts["links"] if kind == LinkKind.RELATED]
    linked = [pk for _kind, pk, _order in facts["links"]]
    links = [*item_links(revision.document), *linked]
    people, topics = (
        _standing_people(facts["people"]),
        Topic.objects.resolve(facts["topics"]),
    )
    room = MOST_ALIKE - len(related)
    near = around(edition, links, _subject(topics, people) if room > 0 else Subject())
    if kinds.get(edition.kind).listed:
        near = filled(near, edition, links, room)
    known = [*near.targets.values(), *(each.edition for each in near.incoming)]
    types = types_of({edition.kind, *(other.kind for other in known)})
    return ItemPage(
        edition=edition,
        revision=revision,
        teaser=Teaser(edition, language, types.get((edition.kind, edition.type))),
        people=_people(facts["people"], people, language),
        topics=[
            reference(topics[pk], language) for pk in facts["topics"] if pk in topics
        ],
        programmes=_programmes(facts["programmes"], language),
        related=_related(related, near, language, types),
        targets=near.targets,
        incoming=near.incoming,
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
        keywords=page.keywords,
        section=edition.kind,
        versions=versions,
        negotiated=short_path(edition.item_id),
        type="article",
        indexed=indexed,
    )


def _standing_people(parts: Iterable[Sequence[Any]]) -> dict[int, Person]:
    """By the ids of their day, with their portraits; see `resolve`."""
    people: Any = Person.objects
    pictured = people.select_related("portrait", "merged_into__portrait")
    found: dict[int, Person] = pictured.resolve(pk for pk, *_rest in parts)
    return found


def _people(
    parts: Iterable[Sequence[Any]], found: Mapping[int, Person], language: str
) -> list[Contribution]:
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
        position=worded(lambda code: person.text_in(code, "position"), language),
        gender=person.gender,
        portrait=person_portrait(person, language),
    )


def _programmes(keys: Sequence[int], language: str) -> list[Reference]:
    """Those out of which something can be read; a preview may name others."""
    known = {programme.pk: programme for programme in filed.programmes_named(language)}
    return [reference(known[pk], language) for pk in keys if pk in known]


def _subject(topics: Mapping[int, Topic], people: Mapping[int, Person]) -> Subject:
    """By the records that stand now: editions are filed under these after a merger."""
    return Subject(
        {topic.pk for topic in topics.values()},
        {person.pk for person in people.values()},
    )


def _related(
    numbers: Sequence[int], near: Neighbours, language: str, types: Types
) -> list[Teaser]:
    """What an editor chose, and what is alike while there is room."""
    chosen = [near.targets[number] for number in numbers if number in near.targets]
    room = max(0, MOST_ALIKE - len(chosen))
    return [
        Teaser(edition, language, types.get((edition.kind, edition.type)))
        for edition in [*chosen, *near.alike[:room]]
    ]
