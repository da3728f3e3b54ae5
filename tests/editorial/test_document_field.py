"""The column of a Document: what goes in comes out, and nothing unsound goes in."""

from __future__ import annotations

import copy
import json
import pickle
import tempfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase
from django.utils.translation import override

from publications.models import Publication
from tests.cast import HEADLINES, make_document, make_publication
from thinktank.document.jsonform import Malformed, to_json
from thinktank.document.model import (
    Document,
    Embed,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Quote,
    Table,
    Text,
    text,
)
from thinktank.editorial.models import Edition, Item, Point, Revision, Section, Track

RICH = Document(
    "en",
    lead=(
        Paragraph(
            (Text("See "), Text("here", (Mark("link", href="https://a.example/"),)))
        ),
        Paragraph(
            (Text("البحر", (Mark("foreign", language="ar"),)), NoteRef("n-1a2b"))
        ),
        Quote((text("Words."),), text("A sailor")),
        List((text("One"), text("Two")), ordered=True),
        Table((tuple(map(text, "ab")),), tuple(map(text, "xy")), text("Two cells")),
        Embed("https://a.example/film", text("What is said.")),
        Panel("recommendations", (text("Ask."), text("Answer."))),
    ),
    notes={"n-1a2b": text("A note.")},
)
UNSAFE = Document(
    "en",
    (Paragraph((Text("x", (Mark("link", href="javascript:alert(1)"),)),)),),
)


class TestDocumentField(TestCase):
    def test_it_gives_back_what_was_stored(self):
        item = make_publication(ar=False)
        for document in (RICH, make_document("en"), Document("en"), None):
            item.body_en = document
            item.save(update_fields=["body_en"])
            item.refresh_from_db()
            assert item.body_en == document

    def test_nothing_is_stored_as_null(self):
        item = make_publication(ar=False)
        assert Publication.objects.filter(body_ar__isnull=True).get() == item

    def test_it_finds_by_keys_and_by_whole_documents(self):
        item = make_publication()
        rows = Publication.objects.all()
        assert rows.get(body_en__language="en") == item
        assert rows.get(body_en=make_document("en")) == item
        assert not rows.filter(body_en=make_document("en", "Another.")).exists()

    def test_keys_alone_are_plain_data(self):
        make_publication()
        rows = Publication.objects.values_list("body_en__language", "body_en__lead")
        language, lead = rows.get()
        assert language == "en"
        assert lead[0]["type"] == "paragraph"

    def test_it_takes_bulk_updates(self):
        item = make_publication()
        item.body_en, item.body_ar = RICH, None
        Publication.objects.bulk_update([item], ["body_en", "body_ar"])
        item.refresh_from_db()
        assert (item.body_en, item.body_ar) == (RICH, None)

    def test_it_can_be_copied_and_pickled(self):
        item = make_publication()
        for twin in (copy.deepcopy(item), pickle.loads(pickle.dumps(item))):
            assert twin.body_en == item.body_en


class TestRefusing(TestCase):
    def test_validation_says_where_and_why(self):
        item = make_publication()
        item.body_en = UNSAFE
        for language in ("ar", "en"):
            with override(language), pytest.raises(ValidationError) as caught:
                item.full_clean()
            assert "body_en" in caught.value.message_dict

    def test_validation_reads_plain_data_and_json(self):
        item = make_publication()
        for form in (to_json(RICH), json.dumps(to_json(RICH))):
            item.body_en = form
            item.full_clean()
            assert item.body_en == RICH

    def test_validation_refuses_what_is_no_document(self):
        item = make_publication()
        for form in ({"v": 1}, {"junk": 1}, '{"junk": 1}', "{", "[]", [1], 5):
            item.body_en = form
            with pytest.raises(ValidationError):
                item.full_clean()

    def test_saving_without_validation_refuses_it_too(self):
        item = make_publication()
        for body in (UNSAFE, {"junk": 1}, "words", 5):
            item.body_en = body
            with pytest.raises(Malformed), transaction.atomic():
                item.save()
            with pytest.raises(Malformed), transaction.atomic():
                Publication.objects.filter(pk=item.pk).update(body_en=body)
        item.refresh_from_db()
        assert item.body_en == make_document("en")


class TestFixtures(TestCase):
    def test_everything_published_survives_a_dump_under_any_language(self):
        item = make_publication(live=True)
        before = list(Edition.objects.order_by("pk").values())
        labels = ("editorial", "publications.publication")
        for language in ("ar", "en"):
            with override(language):
                dump = StringIO()
                call_command("dumpdata", *labels, stdout=dump)
                for model in (Point, Section, Edition, Track, Revision, Item):
                    model.objects.all().delete()
                self.load(dump.getvalue())
            item = Publication.objects.get(pk=item.pk)
            assert (item.headline_ar, item.headline_en) == tuple(HEADLINES.values())
            assert item.body_ar == make_document("ar")
            assert item.body_en == make_document("en")
            assert list(Edition.objects.order_by("pk").values()) == before
            assert Revision.objects.first().document

    def load(self, dump):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "dump.json"
            file.write_text(dump)
            call_command("loaddata", file, verbosity=0)
