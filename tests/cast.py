"""The people and the publications that tests share.

class TestSomething(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.cast = make_cast()
        cls.item = make_publication()             # both languages, not public
        cls.live = make_publication(live=True)    # both languages, public now
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core.files.base import ContentFile
from PIL import Image as pictures

from events.models import Event
from news.models import NewsItem
from publications.models import Publication, PublicationType
from thinktank.centre.models import CentrePage
from thinktank.document.model import Document, Paragraph, Point, Section, text
from thinktank.editorial import indexing, publishing, saving
from thinktank.editorial.models import Bundle, Edition, Item, LinkKind, Stage
from thinktank.editorial.permissions import SYSTEM
from thinktank.media.models import File, Image
from thinktank.reference.models import Person, Topic

LANGUAGES = [code for code, _label in settings.LANGUAGES]

KICKERS = {"ar": "ممرات العبور", "en": "Passing places"}
HEADLINES = {
    "ar": "كيف غيّرت الموانئ الصغيرة طرق الملاحة؟",
    "en": "How did small harbours change the shipping lanes?",
}
SUMMARIES = {
    "ar": "أرصفة قصيرة قرب المصب تختصر يومين من كل رحلة. وهذا ما يتبدل على اليابسة.",
    "en": "Short quays near the estuary save two days a voyage. Here is what follows.",
}
LEADS = {
    "ar": "منذ سنتين ترسو السفن الصغيرة في مراسٍ لم تكن على خرائط الشركات.",
    "en": "For two years small ships have called at quays no company chart had shown.",
}
HEADINGS = {
    "ar": ("ما الذي تغيّر؟", "من المستفيد؟", ""),
    "en": ("What has changed?", "Who gains?", ""),
}
TITLES = {
    "ar": ("رحلات أقصر", "رسوم أقل"),
    "en": ("Shorter voyages", "Lower dues"),
}
SENTENCES = {
    "ar": "تكفي ثلاثة أيام لما كان يستغرق خمسة.",
    "en": "Three days are enough for what used to take five.",
}
ALTS = {"alt_ar": "رصيف قصير عند المصب", "alt_en": "A short quay at the estuary"}
PDF = b"%PDF-1.4\n1 0 obj <</Type /Pages /Kids [] /Count 3>> endobj\n%%EOF\n"
PEOPLE = {"ar": "سلمى الحارث", "en": "Salma Al Harith"}
TOPICS = {"ar": "الملاحة", "en": "Shipping"}


@dataclass(frozen=True)
class Cast:
    """Who takes part. All but `outsider` may log in to the admin.

    author, editor: edit, but make nothing public. publisher_ar, publisher_en:
    publish, schedule and withdraw in one language. publisher: in every language.
    outsider: an account without any permission. admin: a superuser.
    """

    author: User
    editor: User
    publisher_ar: User
    publisher_en: User
    publisher: User
    outsider: User
    admin: User


def make_cast() -> Cast:
    return Cast(
        author=make_user("author", editing()),
        editor=make_user("editor", editing()),
        publisher_ar=make_user("publisher_ar", editing() + publishing_in("ar")),
        publisher_en=make_user("publisher_en", editing() + publishing_in("en")),
        publisher=make_user("publisher", editing() + publishing_in(*LANGUAGES)),
        outsider=User.objects.create_user("outsider", password="outsider"),
        admin=User.objects.create_superuser("admin", password="admin"),
    )


def make_user(name: str, codenames: Iterable[str] = ()) -> User:
    """A member of staff with these permissions; the password is the name."""
    user = User.objects.create_user(name, password=name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def editing() -> list[str]:
    """Codenames for editing publications and what they refer to, whoever began them."""
    kinds = ("publication", "newsitem", "event", "centrepage")
    models = (*kinds, "person", "topic", "image", "file")
    records = [f"{do}_{model}" for do in ("add", "change", "view") for model in models]
    return [*records, "edit_others"]


def publishing_in(*languages: str) -> list[str]:
    """Codenames for making things public in these languages, approved or not, alone
    and in bundles."""
    verbs = ("publish", "schedule", "withdraw")
    named = [f"{verb}_{language}" for verb in verbs for language in languages]
    bundles = [f"{do}_bundle" for do in ("view", "add", "change", "delete")]
    return [*named, *bundles, "publish_unapproved"]


def make_person(ar: str = PEOPLE["ar"], en: str = PEOPLE["en"]) -> Person:
    people: Any = Person.objects
    person = cast(Person, people.create(name_ar=ar, name_en=en))
    indexing.keep_names(person)
    return person


def make_topic(ar: str = TOPICS["ar"], en: str = TOPICS["en"]) -> Topic:
    topics: Any = Topic.objects
    return cast(Topic, topics.create(name_ar=ar, name_en=en))


def png(colour: str = "teal") -> bytes:
    """A picture of 64 × 48 pixels; another colour is another picture."""
    stream = io.BytesIO()
    pictures.new("RGB", (64, 48), colour).save(stream, "PNG")
    return stream.getvalue()


def make_image(colour: str = "teal", **texts: Any) -> Image:
    """A stored picture, described in both languages unless `texts` say otherwise."""
    content = ContentFile(png(colour), "quay.png")
    return Image.objects.take(content, **(ALTS | texts))


def make_file(content: bytes = PDF, name: str = "study.pdf", **facts: Any) -> File:
    """A stored file; a PDF of three pages unless another content is given."""
    return File.objects.take(ContentFile(content, name), **facts)


def make_document(language: str, lead: str = "") -> Document:
    """A lead, two headed sections with two points each, an unheaded conclusion.

    Both languages have the same ids: s-port, s-gain, s-last, p-pot1, p-pot2, …
    """
    first, second, last = HEADINGS[language]
    return Document(
        language,
        lead=(Paragraph(text(lead or LEADS[language])),),
        sections=(
            make_section("s-port", first, language),
            make_section("s-gain", second, language),
            Section("s-last", text(last), (Paragraph(text(SENTENCES[language])),)),
        ),
    )


def make_section(id: str, heading: str, language: str) -> Section:
    points = tuple(
        Point(
            f"p-{id[2:4]}t{number}",
            text(title),
            (Paragraph(text(f"{title}. {SENTENCES[language]}")),),
        )
        for number, title in enumerate(TITLES[language], start=1)
    )
    return Section(id, text(heading), points=points)


def make_texts(language: str, **changed: Any) -> dict[str, Any]:
    """Everything `saving.save_texts` takes for one language."""
    texts = {
        "kicker": KICKERS[language],
        "headline": HEADLINES[language],
        "summary": SUMMARIES[language],
        "slug": "",
        "body": make_document(language),
    }
    return texts | changed


def live_address(item: Item, language: str) -> str:
    """Where readers find what is live of an item."""
    live = Edition.objects.live().get(item_id=item.pk, language=language)
    return live.get_absolute_url()


def make_publication(
    *,
    ar: bool = True,
    en: bool = True,
    live: bool = False,
    people: Iterable[Person] = (),
    topics: Iterable[Topic] = (),
    type: str = "analysis",
    **facts: Any,
) -> Publication:
    """A stored publication with the texts above; `live` publishes what was written.

    `facts` are fields of Publication (displayed_date, doi …).
    """
    kind = PublicationType.objects.get(code=type)
    item = Publication.objects.create(type=kind, **facts)
    with saving.saving_facts(item, by=SYSTEM):
        for order, person in enumerate(people):
            item.contributors.create(person=person, order=order)
        item.topics.set(topics)
    written = [code for code, wanted in (("ar", ar), ("en", en)) if wanted]
    for language in written:
        write(item, language)
        if live:
            publishing.publish(item, language, by=SYSTEM)
    item.refresh_from_db()
    return item


def make_event(
    *,
    ar: bool = True,
    en: bool = True,
    live: bool = False,
    people: Iterable[tuple[Person, str]] = (),
    launched: Iterable[Item] = (),
    **facts: Any,
) -> Event:
    """A stored event with the texts above; `live` publishes what was written.

    `people` are pairs of a person and a role. `facts` are fields of Event; without
    any it is a panel on the whole of the first of May 2026 in the house's zone.
    """
    event = Event.objects.create(**({"start_day": date(2026, 5, 1)} | facts))
    with saving.saving_facts(event, by=SYSTEM):
        for order, (person, role) in enumerate(people):
            event.contributors.create(person=person, role=role, order=order)
        for order, target in enumerate(launched):
            event.listed.create(target=target, kind=LinkKind.LAUNCHED, order=order)
    for language in [code for code, wanted in (("ar", ar), ("en", en)) if wanted]:
        write(event, language)
        if live:
            publishing.publish(event, language, by=SYSTEM)
    event.refresh_from_db()
    return event


def write(item: Item, language: str, **changed: Any) -> None:
    """Save the texts above in `language`, with what is `changed` instead."""
    saving.save_texts(item, language, make_texts(language, **changed), by=SYSTEM)


def approve(item: Item, *languages: str) -> None:
    """Let these texts, or all, be approved, as somebody else than their writer does."""
    wanted = languages or LANGUAGES
    item.tracks.filter(language__in=wanted).update(stage=Stage.APPROVED)


def make_bundle(*texts: tuple[Item, str], name: str = "Book fair") -> Bundle:
    """A bundle of these texts, whatever their stage."""
    bundle = Bundle.objects.create(name=name)
    pairs = [(item.pk, language) for item, language in texts]
    publishing.collect(bundle, pairs, by=SYSTEM)
    return bundle


def change_facts(item: Item, **facts: Any) -> None:
    """Save other values of an item's own fields, as the admin does."""
    with saving.saving_facts(item, by=SYSTEM):
        for name, value in facts.items():
            setattr(item, name, value)
        item.save(update_fields=list(facts))


def make_news(
    *languages: str, live: bool = False, type: str = "participation", **facts: Any
) -> NewsItem:
    """A line of news with the texts above, in all languages or in those named."""
    item = NewsItem.objects.create(type=type, **facts)
    for language in languages or LANGUAGES:
        write(item, language)
        if live:
            publishing.publish(item, language, by=SYSTEM)
    item.refresh_from_db()
    return item


def make_page(*, live: bool = False, purpose: str = "about") -> CentrePage:
    """A page about the centre with the texts above, in every language."""
    item = CentrePage.objects.create(purpose=purpose)
    for language in LANGUAGES:
        write(item, language)
        if live:
            publishing.publish(item, language, by=SYSTEM)
    item.refresh_from_db()
    return item
