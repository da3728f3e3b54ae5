"""A long bilingual publication with a row in every list that its form can fill."""

from __future__ import annotations

from publications.models import Publication
from tests.cast import (
    LANGUAGES,
    SENTENCES,
    TITLES,
    make_file,
    make_image,
    make_person,
    make_publication,
    make_texts,
    make_topic,
)
from thinktank.document.model import Document, Paragraph, Point, Section, text
from thinktank.editorial import publishing, saving
from thinktank.editorial.models import LinkKind
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Programme, Region, Series

SECTIONS, POINTS = 12, 4
NAMES = {"name_ar": "المرفأ", "name_en": "The Harbour"}


def make_full_publication(type: str) -> Publication:
    """Public in both languages, with other words saved since."""
    facts = {"issue": make_publication(type="issue")} if type == "article" else {}
    item = make_publication(
        people=[make_person(), make_person("نادر العطار", "Nader Al Attar")],
        topics=[make_topic(), make_topic("الموانئ", "Harbours")],
        type=type,
        series=Series.objects.create(**NAMES),
        series_number="37",
        cover=make_image("olive"),
        **facts,
    )
    with saving.saving_facts(item, by=SYSTEM):
        _fill_links(item)
        _fill_lists(item)
    for language in LANGUAGES:
        _write_and_publish(item, language)
    item.refresh_from_db()
    return item


def _fill_links(item: Publication) -> None:
    item.regions.set([Region.objects.create(**NAMES) for _turn in range(2)])
    item.programmes.set([Programme.objects.create(**NAMES)])
    item.related.set([make_publication() for _turn in range(2)])


def _fill_lists(item: Publication) -> None:
    for order, colour in enumerate(("teal", "navy"), start=1):
        item.gallery.create(image=make_image(colour), order=order)
    item.attachments.create(file=make_file(), order=1)
    item.elsewhere.create(part="again", outlet="The Tide", order=1)
    if item.type.form == "book":
        item.formats.create(binding="ebook", price="18.50", currency="AED", order=1)
    if item.type.form == "dossier":
        member = make_publication()
        item.listed.create(target=member, kind=LinkKind.CONTENTS, order=1)


def _write_and_publish(item: Publication, language: str) -> None:
    body = make_long_document(language)
    texts = make_texts(language, body=body, keywords="one, two")
    saving.save_texts(item, language, texts, by=SYSTEM)
    publishing.publish(item, language, by=SYSTEM)
    saving.save_texts(item, language, {"kicker": "K"}, by=SYSTEM)


def make_long_document(language: str) -> Document:
    sections = (_section(number, language) for number in range(SECTIONS))
    return Document(language, sections=tuple(sections))


def _section(number: int, language: str) -> Section:
    heading = text(f"{TITLES[language][0]} {number}")
    points = tuple(_point(number, place, language) for place in range(POINTS))
    return Section(f"s-part{number}", heading, points=points)


def _point(number: int, place: int, language: str) -> Point:
    title = text(f"{TITLES[language][1]} {place}")
    paragraph = Paragraph(text(" ".join([SENTENCES[language]] * 6)))
    return Point(f"p-part{number}x{place}", title, (paragraph,))
