"""An article with a row in every list and table that its form can fill."""

from __future__ import annotations

from publications.models import Publication
from tests.cast import (
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
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Programme, Region, Series

SECTIONS, POINTS = 12, 4
NAMES = {"name_ar": "المرفأ", "name_en": "The Harbour"}


def full_document(language: str) -> Document:
    return Document(
        language, sections=tuple(_section(n, language) for n in range(SECTIONS))
    )


def _section(number: int, language: str) -> Section:
    heading = text(f"{TITLES[language][0]} {number}")
    points = tuple(_point(number, place, language) for place in range(POINTS))
    return Section(f"s-sec{number:02}", heading, points=points)


def _point(number: int, place: int, language: str) -> Point:
    title = text(TITLES[language][place % 2])
    sentences = " ".join([SENTENCES[language]] * 6)
    return Point(f"p-poi{number:02}{place}", title, (Paragraph(text(sentences)),))


def make_full_article(type="analysis", live=True, **facts) -> Publication:
    """Live in both languages, with every list filled; its words changed since."""
    item = make_publication(
        people=[make_person(), make_person("نادر العطار", "Nader Al Attar")],
        topics=[make_topic(), make_topic("الموانئ", "Harbours")],
        type=type,
        series=Series.objects.create(**NAMES),
        series_number="37",
        cover=make_image("olive"),
        **facts,
    )
    others = [make_publication() for _ in range(4)]
    with saving.saving_facts(item, by=SYSTEM):
        item.regions.set([Region.objects.create(**NAMES) for _ in range(2)])
        item.programmes.set([Programme.objects.create(**NAMES)])
        item.related.set(others[:2])
        for order, colour in enumerate(("teal", "navy")):
            item.gallery.create(image=make_image(colour), order=order)
        item.attachments.create(file=make_file(), order=1)
        item.elsewhere.create(outlet="The Tide", part="again", order=1)
    for language in ("ar", "en"):
        texts = make_texts(language, body=full_document(language))
        saving.save_texts(item, language, texts, by=SYSTEM)
        if live:
            publishing.publish(item, language, by=SYSTEM)
    item.refresh_from_db()
    return item
