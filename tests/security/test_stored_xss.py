from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import now

from events.models import Event
from publications.models import Publication, PublicationType
from tests.admin.page import Page, address
from tests.cast import (
    LANGUAGES,
    approve,
    change_facts,
    make_event,
    make_image,
    make_publication,
    write,
)
from tests.house.test_house import save_house
from tests.security.markup import NASTY, NASTY_NAME, Markup
from thinktank.document.model import (
    Block,
    Document,
    Embed,
    Figure,
    Inlines,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    Text,
    text,
)
from thinktank.editorial import publishing, saving
from thinktank.editorial.models import AuditEvent, Edition, Item, Revision
from thinktank.editorial.models import Section as SectionRow
from thinktank.media.models import Image
from thinktank.public.addresses import reference_path
from thinktank.public.models import HomeSlot
from thinktank.reference.models import Person, Series, Topic

pytestmark = pytest.mark.large

WORDS = text(NASTY)
LINK = "https://example.org/?'zz-href='1&amp;javascript:zz()"
OTHER = {"ar": "en", "en": "ar"}
SHORT = '"><injected>'


def marked(language: str) -> Inlines:
    """The text under every mark that can stand on it."""
    return (
        Text(NASTY, (Mark("strong"), Mark("link", href=LINK))),
        Text(NASTY, (Mark("work-title"), Mark("link", href="mailto:a@b?c='zz='"))),
        Text(NASTY, (Mark("emphasis"), Mark("foreign", language=OTHER[language]))),
        Text(NASTY, (Mark("superscript"), Mark("isolate", direction="ltr"))),
        NoteRef("n-nast"),
    )


def blocks(language: str) -> tuple[Block, ...]:
    """The text in every kind of block, except the figure, which needs a picture."""
    return (
        Paragraph(marked(language)),
        Paragraph(WORDS, direction="ltr" if language == "ar" else "rtl"),
        Subheading(WORDS),
        Quote((WORDS,), WORDS),
        List((WORDS, WORDS), ordered=True),
        Table(rows=((WORDS, WORDS),), header=(WORDS, WORDS), caption=WORDS),
        Embed(LINK, WORDS),
        Panel("findings", (WORDS,)),
        Panel("summary", (WORDS, WORDS, WORDS)),
    )


def nasty_document(language: str, *more: Block) -> Document:
    point = Point("p-nast", WORDS, blocks(language)[1:])
    return Document(
        language,
        lead=(*blocks(language), *more),
        sections=(Section("s-nast", WORDS, points=(point,)),),
        notes={"n-nast": WORDS},
    )


class NastySite(TestCase):
    """`item` is public in both languages, `gone` withdrawn, `draft` has a figure."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.admin = User.objects.create_superuser(NASTY_NAME, first_name=NASTY_NAME)
        names = {f"name_{code}": NASTY[:150] for code in LANGUAGES}
        cls.person = Person.objects.create(**names)
        cls.topic = Topic.objects.create(**names)
        cls.type = PublicationType.objects.get(code="analysis")
        for column in names:
            setattr(cls.type, column, NASTY[:150])
            setattr(cls.type, column.replace("name", "plural"), NASTY[:150])
        cls.type.save()
        cls.item, cls.gone, cls.draft = (cls.make() for _ in range(3))
        cls.fill()

    @classmethod
    def make(cls) -> Publication:
        values = dict.fromkeys(("isbn", "issn"), NASTY[:9])
        return make_publication(
            people=[cls.person],
            topics=[cls.topic],
            report_number=NASTY[:40],
            **values,
        )

    @classmethod
    def fill(cls) -> None:
        with saving.saving_facts(cls.item, by=cls.admin):
            cls.item.related.set([cls.gone])
        for language in LANGUAGES:
            for item in (cls.item, cls.gone):
                cls.write(item, language)
                approve(item, language)
                publishing.publish(item, language, by=cls.admin, note=NASTY)
            cls.write(cls.draft, language, Figure(7, WORDS, alt=NASTY))
        publishing.withdraw(cls.gone, "ar", NASTY, by=cls.admin)
        tomorrow = now() + timedelta(days=1)
        cls.ahead = publishing.withdraw(
            cls.gone, "en", NASTY, by=cls.admin, at=tomorrow
        )

    @classmethod
    def write(cls, item: Item, language: str, *more: Block) -> None:
        texts = {
            "kicker": NASTY[:150],
            "headline": NASTY,
            "summary": NASTY,
            "slug": NASTY_NAME,
            "body": nasty_document(language, *more),
        }
        write(item, language, **texts)

    def check(self, url: str, status: int = 200, language: str = "en") -> None:
        response = self.client.get(url, headers={"accept-language": language})
        assert response.status_code == status, (url, response.status_code)
        self.look_at(url, response.content.decode())

    def look_at(self, url: str, html: str) -> None:
        markup = Markup(html)
        assert not markup.faults, (url, markup.faults)
        assert "injected" in markup.text, f"{url} does not show the text"


class TestMarkup:
    def test_it_notices_a_text_that_was_not_escaped(self) -> None:
        for page in ("<p>{}</p>", '<a title="{}">', "<a title='{}'>", "<a title={}>"):
            assert Markup(page.format(NASTY)).faults, page
            assert Markup(page.format(NASTY_NAME)).faults, page
        assert Markup('<a href="java\nscript:zz()">x</a>').faults


class TestPublicPages(NastySite):
    def addresses(self) -> Iterator[str]:
        for language in LANGUAGES:
            live = Edition.objects.live().filter(language=language)
            yield from (edition.get_absolute_url() for edition in live)
            yield f"/{language}/"
            yield f"/{language}/publications/"
            yield f"/{language}/publications/?type=analysis"
            yield reference_path(self.topic, language)
            yield reference_path(self.person, language)

    def test_it_shows_stored_texts_as_texts(self) -> None:
        for url in self.addresses():
            self.check(url)

    def test_it_shows_the_reason_of_a_withdrawal_as_text(self) -> None:
        self.check(f"/ar/publications/{self.gone.pk}/x/", status=410)


class TestFrontPage(NastySite):
    """Every block of it, and what the settings of the house put on each page."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        settings = ("name", "description", "about", "rights", "postal_address")
        sides = [f"{field}_{code}" for field in settings for code in LANGUAGES]
        save_house(**dict.fromkeys(sides, NASTY[:200]))
        names = {f"name_{code}": NASTY[:150] for code in LANGUAGES}
        series = Series.objects.create(form="periodical", **names)
        issue = make_publication(
            type="issue", series=series, series_number=SHORT, doi=NASTY[:100]
        )
        picture: Any = make_image(
            **{f"{f}_{c}": NASTY for f in ("alt", "caption") for c in LANGUAGES}
        )
        Image.objects.filter(pk=picture.pk).update(width=300, height=100)
        cls.items = [issue, cls.make_fair(picture), cls.make_fair(None)]
        figure = Figure(picture.pk, WORDS, alt=NASTY)
        for item in cls.items:
            for language in LANGUAGES:
                cls.write(item, language, figure)
                approve(item, language)
                publishing.publish(item, language, by=cls.admin)
        change_facts(issue, cover=picture)
        publishing.publish_facts(issue, by=cls.admin)
        HomeSlot.objects.create(language="en", item=issue)

    @classmethod
    def make_fair(cls, cover: Any) -> Event:
        words = ("venue", "city", "address")
        places = {f"{word}_{code}": NASTY_NAME for word in words for code in LANGUAGES}
        return make_event(
            type="fair",
            start_day=(now() + timedelta(days=1)).date(),
            launched=[cls.item],
            people=[(cls.person, "speaker")],
            cover=cover,
            hall=SHORT,
            stand=SHORT,
            **places,
        )

    def test_it_shows_stored_texts_as_texts(self) -> None:
        for language in LANGUAGES:
            self.check(f"/{language}/")
            html = self.client.get(f"/{language}/").content.decode()
            for block in ("fairblock", 'class="coming"', 'class="series', "cover-text"):
                assert block in html, block
            for item in self.items:
                live = Edition.objects.live().get(item_id=item.pk, language=language)
                self.check(live.get_absolute_url())


class TestAdminPages(NastySite):
    def setUp(self) -> None:
        self.client.force_login(self.admin)

    def addresses(self) -> Iterator[str]:
        yield reverse("admin:publications_publication_changelist")
        yield from self.item_addresses()
        for record in (self.person, self.topic, self.type, self.admin):
            start = f"admin:{record._meta.app_label}_{record._meta.model_name}"
            yield reverse(f"{start}_changelist")
            for page in ("change", "history", "delete"):
                yield reverse(f"{start}_{page}", args=[record.pk])
        for row in (SectionRow.objects.first(), AuditEvent.objects.first()):
            assert row is not None
            start = f"admin:editorial_{row._meta.model_name}"
            yield reverse(f"{start}_changelist")
            yield reverse(f"{start}_change", args=[row.pk])

    def item_addresses(self) -> Iterator[str]:
        for item in (self.item, self.gone):
            yield address(item, "change")
            for language in LANGUAGES:
                yield f"{address(item, 'versions')}?language={language}"
                saved = item.revisions.filter(language=language).order_by("number")
                yield address(item, "revision", saved[0].pk)
                pair = f"from={saved[0].pk}&to={saved.last().pk}"
                yield f"{address(item, 'compare')}?{pair}"
        yield address(self.draft, "delete")
        for language in LANGUAGES:
            yield address(self.draft, "preview", language)
            for verb in ("publish", "schedule", "withdraw"):
                yield address(self.item, verb, language)
        for verb in ("cancel", "move"):
            yield address(self.gone, verb, self.ahead.pk)
        yield address(self.item, "publish-facts")
        for revision in Revision.objects.filter(item_id=self.item.pk):
            yield address(self.item, "revision", revision.pk)

    @pytest.mark.large
    def test_it_shows_stored_texts_as_texts(self) -> None:
        for language in LANGUAGES:
            for url in self.addresses():
                with self.subTest(url=url, language=language):
                    self.check(url, language=language)

    def send(self, **changed: str) -> str:
        """The form as it was opened, sent with these fields; the page that follows."""
        url = address(self.item)
        page = Page(self.client.get(url))
        write(self.item, "en", headline=f"{NASTY} again", slug="")
        data = page.sent() | {"_continue": "on", "slug_ar": "", "slug_en": ""}
        return self.client.post(url, data | changed, follow=True).content.decode()

    def test_it_shows_what_differs_in_a_stale_save_as_text(self) -> None:
        html = self.send(headline_en=f"mine {NASTY}")
        assert "conflict" in html
        self.look_at("stale save", html)

    def test_it_shows_the_lines_with_problems_as_text(self) -> None:
        html = self.send(body_en=f"[{NASTY}](javascript:zz) [^zz] {{en:{NASTY}")
        assert "problem-line" in html
        self.look_at("problems", html)

    def test_it_names_what_was_saved_as_text(self) -> None:
        url = reverse("admin:reference_topic_change", args=[self.topic.pk])
        names = {f"name_{code}": NASTY for code in LANGUAGES}
        response = self.client.post(url, names | {"order": "0"}, follow=True)
        assert Page(response).all("li", class_="success")
        self.look_at("message", response.content.decode())

    def test_it_answers_a_search_as_data_and_never_as_a_page(self) -> None:
        query = "?app_label=publications&model_name=publication&field_name=related"
        response = self.client.get(reverse("admin:autocomplete") + query)
        assert b"injected" in response.content
        assert response["Content-Type"] == "application/json"
        assert response["X-Content-Type-Options"] == "nosniff"
