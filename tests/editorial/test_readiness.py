"""What blocks a text, and what is only advised, sentence by sentence."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import (
    make_event,
    make_image,
    make_news,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank.document.model import Document, Figure, Mark, Paragraph, Text, text
from thinktank.editorial import publishing, readiness, saving, snapshots, trash
from thinktank.editorial.permissions import SYSTEM
from thinktank.editorial.readiness import NotReady

BARE = {"alt_ar": "رصيف", "alt_en": ""}


def linked(*numbers: int) -> Document:
    texts = tuple(Text(f"({n})", (Mark("link", item=n),)) for n in numbers)
    return Document("en", (Paragraph(texts),))


class ReadinessCase(EditorialCase):
    def blocking(self, item, language="en"):
        taken = snapshots.take(item, language)
        return list(readiness.blocking(item, language, taken))

    def advice(self, item, language="en"):
        taken = snapshots.take(item, language)
        return [each.field for each in readiness.advice(item, language, taken)]

    def saved(self, item, **texts):
        write(item, "en", **texts)
        item.refresh_from_db()
        return item


class TestBlocking(ReadinessCase):
    def test_a_sound_text_is_not_kept(self):
        assert self.blocking(make_publication()) == []

    def test_every_picture_needs_a_text_in_the_language(self):
        cover, gallery, figure = (
            make_image(colour, **BARE) for colour in ("navy", "olive", "teal")
        )
        item = make_publication(cover=cover)
        with saving.saving_facts(item, by=SYSTEM):
            item.gallery.create(image=gallery)
        body = Document("en", (Figure(figure.pk),))
        item = self.saved(item, body=body)
        found = self.blocking(item)
        assert [each.image for each in found] == sorted(
            [cover.pk, gallery.pk, figure.pk]
        )
        assert self.blocking(item, "ar") == []
        with pytest.raises(NotReady):
            publishing.publish(item, "en", by=SYSTEM)

    def test_a_figure_may_bring_its_own_but_not_for_the_cover(self):
        image = make_image(**BARE)
        body = Document("en", (Figure(image.pk, alt="A quay"),))
        assert self.blocking(self.saved(make_publication(), body=body)) == []
        item = self.saved(make_publication(cover=image), body=body)
        assert [each.image for each in self.blocking(item)] == [image.pk]

    def test_a_link_into_the_trash_leads_nowhere(self):
        target = make_publication()
        item = self.saved(make_publication(), body=linked(target.pk, 99999))
        trash.put(target, by=SYSTEM)
        sentences = [each.message for each in self.blocking(item)]
        assert "item 99999, which does not exist" in sentences[0]
        assert f"item {target.pk}, which is in the trash" in sentences[1]


class TestAdvice(ReadinessCase):
    def test_there_is_none_for_a_complete_text(self):
        item = make_publication(people=[make_person()], topics=[make_topic()])
        assert self.advice(item) == []

    def test_a_publication_has_topics_an_author_and_a_summary(self):
        item = self.saved(make_publication(), summary="")
        assert self.advice(item) == ["summary", "topics", "contributors"]
        assert "contributors" not in self.advice(make_publication(type="issue"))

    def test_a_headline_fits_on_a_cover(self):
        known = {"people": [make_person()], "topics": [make_topic()]}
        item = self.saved(make_publication(**known), headline="a" * 100)
        assert self.advice(item) == []
        item = self.saved(item, headline="a" * 101)
        assert self.advice(item) == ["headline"]

    def test_a_link_to_what_is_not_public_in_this_language(self):
        public, arabic = make_publication(live=True), make_publication(en=False)
        publishing.publish(arabic, "ar", by=SYSTEM)
        self.clock.forward(hours=1)
        known = {"people": [make_person()], "topics": [make_topic()]}
        item = self.saved(make_publication(**known), body=linked(public.pk))
        assert self.advice(item) == []
        item = self.saved(item, body=linked(public.pk, arabic.pk))
        assert self.advice(item) == ["body"]

    def test_language_checks_are_counted(self):
        item = make_publication(people=[make_person()], topics=[make_topic()])
        body = Document("en", (Paragraph(text("Two  spaces  here.")),))
        taken = snapshots.take(self.saved(item, body=body), "en")
        (found,) = readiness.advice(item, "en", taken)
        assert found.message.startswith("The language check has 2 remarks.")

    def test_an_event_has_a_place_and_is_ahead(self):
        event = make_event()
        event.topics.add(make_topic())
        assert self.advice(event) == ["venue_en"]
        over = make_event(start_day=date(2026, 1, 1), online_url="https://a.example")
        assert self.advice(over) == ["topics", "start_day"]
        publishing.publish(over, "en", by=SYSTEM)
        assert self.advice(over) == ["topics"]

    def test_news_is_left_alone(self):
        assert self.advice(make_news()) == []
