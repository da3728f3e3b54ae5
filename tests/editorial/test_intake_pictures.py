"""The pictures of a manuscript, and what becomes of a long front."""

from __future__ import annotations

import cast
import pytest
from django.test import TestCase
from django.utils.translation import override

from tests.document.sheets import LEAD, sheet, styled
from thinktank.document.model import Figure, Paragraph, text
from thinktank.document.readers.manuscript import Manuscript, recognise
from thinktank.editorial.intake import AlreadyWritten, Decisions, create, fill
from thinktank.editorial.models import Item, Revision
from thinktank.editorial.permissions import SYSTEM, Refused
from thinktank.media.models import Image


def manuscript(title: str = "Where did the ships go?") -> Manuscript:
    written = sheet(styled(title, "title"), LEAD)
    for _ in range(2):
        written.show(Figure(written.picture("media/quay.png")))
        written.write(text("The quay in spring"), style="caption")
    return recognise(written.source(), "en")


def decisions(content: bytes, alt: str = "A quay") -> Decisions:
    pictures = dict.fromkeys((1, 2), lambda: content)
    return Decisions(pictures=pictures, alts={(1, "en"): alt, (2, "en"): "Ropes"})


class PicturesTestCase(TestCase):
    def created(self, content: bytes, alt: str = "A quay") -> tuple[list, list[str]]:
        item, remarks = create(
            "news", "participation", [manuscript()], decisions(content, alt), by=SYSTEM
        )
        item.refresh_from_db()
        return list(item.body_in("en").lead[1:]), [r.code for r in remarks]

    def test_each_becomes_one_record_with_its_text(self) -> None:
        blocks, remarks = self.created(cast.png())
        image = Image.objects.get()
        assert image.alt_in("en") == "A quay"
        assert [block.image for block in blocks] == [image.pk] * 2
        assert remarks == []

    def test_a_text_that_differs_from_the_record_is_the_figures_own(self) -> None:
        blocks, _remarks = self.created(cast.png())
        assert [block.alt for block in blocks] == ["", "Ropes"]

    def test_a_text_too_long_for_the_record_is_the_figures_own(self) -> None:
        long = "A quay in spring. " * 30
        blocks, _remarks = self.created(cast.png(), alt=long)
        assert Image.objects.get().alt_in("en") == "Ropes"
        assert blocks[0].alt == long.strip()

    def test_a_known_picture_keeps_its_text(self) -> None:
        self.created(cast.png())
        blocks, _remarks = self.created(cast.png(), alt="Another")
        assert Image.objects.get().alt_in("en") == "A quay"
        assert blocks[0].alt == "Another"

    def test_a_refused_one_leaves_its_caption_and_is_said(self) -> None:
        blocks, remarks = self.created(b"no picture")
        assert blocks == [Paragraph(text("The quay in spring"))] * 2
        assert remarks == ["picture-refused"] * 2
        assert not Image.objects.exists()


class RefusedTestCase(TestCase):
    def test_a_headline_too_long_is_refused_and_nothing_is_stored(self) -> None:
        refusal = pytest.raises(Refused, match="longer than the 250 characters")
        with override("en"), refusal:
            create(
                "news",
                "participation",
                [manuscript("Ships " * 60)],
                decisions(cast.png()),
                by=SYSTEM,
            )
        assert not Item.objects.exists()
        assert not Image.objects.exists()

    def test_a_language_with_text_is_refused_with_the_differences(self) -> None:
        item = cast.make_publication(ar=False)
        before = Revision.objects.count()
        with pytest.raises(AlreadyWritten) as refused:
            fill(item, [manuscript()], decisions(cast.png()), by=SYSTEM)
        assert refused.value.language == "en"
        assert {change.kind for change in refused.value.changes} >= {"added", "removed"}
        assert Revision.objects.count() == before

    def test_it_is_replaced_when_told_so(self) -> None:
        item = cast.make_publication(ar=False)
        fill(item, [manuscript()], decisions(cast.png()), by=SYSTEM, replace=["en"])
        item.refresh_from_db()
        assert item.text_in("en", "headline") == "Where did the ships go?"
