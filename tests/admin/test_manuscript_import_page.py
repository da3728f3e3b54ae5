from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.admin.doors import admin
from tests.admin.importing import ImportTestCase, review
from tests.admin.page import address, get
from tests.cast import make_image, make_publication, make_user
from tests.sent_manuscripts import ENGLISH, text_file, word_file
from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.editorial import manuscripts
from thinktank.editorial.models import Item, Revision, SentManuscript
from thinktank.editorial.models.manuscript import storage
from thinktank.media.models import Image

pytestmark = pytest.mark.large

RICH = "<h2>The cost of waiting</h2><p>An hour at <b>anchor</b> costs a day.</p>"


def stored() -> set[str]:
    folder = Path(storage.location)
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


class TestImportPage(ImportTestCase):
    def problem(self, response):
        """The page that refuses what was sent."""
        assert response.status_code == 200
        assert not SentManuscript.objects.exists()
        return response.content.decode()

    def test_it_stages_a_text(self):
        row = self.stage(name="../quiet\u202eharbours.txt")
        assert (row.person, row.item) == (self.cast.editor, None)
        assert row.original_name == "quietharbours.txt"
        assert (row.languages, row.media_type) == ("en", "text/plain")
        assert row.file.name == f"{row.pk}.txt"
        assert row.file.read() == text_file()
        assert len(row.sha256) == 64

    def test_it_stages_a_word_file_in_two_languages(self):
        row = self.stage(word_file(), "both.docx")
        assert set(row.languages.split()) == {"ar", "en"}
        assert row.file.name.endswith(".docx")

    def test_its_files_lie_at_no_address(self):
        row = self.stage()
        with pytest.raises(ValueError, match="not accessible via a URL"):
            _ = row.file.url
        assert "media" not in row.file.path

    def test_it_makes_nothing_but_what_is_staged(self):
        make_image()
        self.stage(word_file(picture=True), "both.docx")
        assert not Item.objects.exists()
        assert not Revision.objects.exists()
        assert Image.objects.count() == 1

    def test_it_takes_a_paste(self):
        response = self.send(text="\n\n".join(ENGLISH), markup="")
        row = SentManuscript.objects.get()
        assert response.url == review(row)
        assert (row.file.name, row.bytes, row.original_name) == ("", 0, "")

    def test_it_takes_the_rich_form_of_a_paste_and_stores_no_markup(self):
        self.send(text="The cost of waiting", markup=RICH)
        row = SentManuscript.objects.get()
        first, second = row.source["passages"]
        assert first["style"] == "heading"
        assert {"text": "anchor", "marks": [{"type": "strong"}]} in second["words"]
        assert "<" not in str(row.source)

    def test_it_says_what_is_missing_in_the_language_of_the_interface(self):
        for language, words in (("en", "Choose a file or paste"), ("ar", "اختر ملفاً")):
            with self.subTest(language=language):
                assert words in self.problem(self.send(language))

    def test_it_refuses_what_is_no_manuscript_and_keeps_what_was_typed(self):
        typed, before = "Typed and not sent", stored()
        for language in ("en", "ar"):
            file = SimpleUploadedFile("quiet.docx", b"PK\x03\x04 nothing")
            page = self.problem(self.send(language, file=file, text=typed))
            assert NotAManuscript("damaged").message(language) in page
            assert typed in page
        assert stored() == before

    def test_it_refuses_a_picture(self):
        file = SimpleUploadedFile("quay.docx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        self.problem(self.send(file=file))

    def test_it_refuses_a_name_that_says_something_else(self):
        for name in ("quiet.html", "quiet.docx", "quiet"):
            file = SimpleUploadedFile(name, text_file())
            self.problem(self.send(file=file))

    def test_it_refuses_an_empty_text(self):
        for sent in ({"text": " \n—\n"}, {"text": "—", "markup": "<p>—</p>"}):
            self.problem(self.send(**sent))

    def test_it_refuses_what_is_too_large_before_it_is_read(self):
        file = SimpleUploadedFile("long.txt", b"a" * 300)
        with (
            mock.patch.object(manuscripts, "MOST_BYTES", 200),
            mock.patch.object(manuscripts, "read_file") as read_file,
        ):
            page = self.problem(self.send(file=file))
        assert "larger than 200" in page
        assert not read_file.called

    def test_it_reads_a_file_that_was_too_large_for_memory(self):
        content = text_file(*ENGLISH, "ماء البحر. " * 150_000)
        assert len(content) > 2_621_440
        row = self.stage(content)
        assert row.bytes == len(content)

    def test_it_goes_to_the_item_and_language_that_its_address_names(self):
        item = make_publication(en=False)
        page = get(self.client, f"{admin('manuscripts_import')}?item={item.pk}")
        assert str(item) in page.text.replace("\u2068", "").replace("\u2069", "")
        asked, wanted = f"?item={item.pk}&language=en", {"target": "item"}
        wanted |= {"item": str(item.pk)}
        assert self.stage(query=asked).decided == wanted
        row = self.stage(word_file(), "both.docx", query=asked)
        assert row.decided == wanted | {"leave-ar": "on"}

    def test_a_file_keeps_its_language_whatever_was_asked_for(self):
        item = make_publication(en=False)
        row = self.stage(query=f"?item={item.pk}&language=ar")
        assert row.languages == "en"
        assert row.decided == {"target": "item", "item": str(item.pk)}

    def test_it_names_no_item_that_the_person_may_not_change(self):
        item = make_publication()
        self.client.force_login(make_user("news", ["add_newsitem"]))
        row = self.stage(query=f"?item={item.pk}&language=en")
        assert row.decided == {}

    def test_it_costs_few_statements(self):
        self.stage()
        file = SimpleUploadedFile("quiet.txt", text_file())
        with CaptureQueriesContext(connection) as queries:
            self.send(file=file)
        sent = [q["sql"] for q in queries if "SAVEPOINT" not in q["sql"]]
        assert len(sent) <= 9, "\n".join(sent)


class TestWhatIsStagedAndNeverUsed(ImportTestCase):
    def age(self, row, **back):
        sent = timezone.now() - timedelta(**back)
        SentManuscript.objects.filter(pk=row.pk).update(sent_at=sent)

    def test_it_goes_with_its_file_after_a_week_at_the_next_import(self):
        old, young = self.stage(), self.stage()
        self.age(old, days=7, minutes=1)
        self.age(young, days=6, hours=23)
        with self.captureOnCommitCallbacks(execute=True):
            new = self.stage()
        assert set(SentManuscript.objects.all()) == {young, new}
        assert old.file.name not in stored()
        assert {young.file.name, new.file.name} <= stored()

    def test_what_belongs_to_an_item_stays(self):
        row = self.stage()
        row.item = make_publication()
        row.save()
        self.age(row, days=700)
        self.stage()
        assert SentManuscript.objects.filter(pk=row.pk).exists()

    def test_it_goes_with_the_item(self):
        row = self.stage()
        row.item = make_publication()
        row.save()
        with self.captureOnCommitCallbacks(execute=True):
            row.item.delete()
        assert not SentManuscript.objects.exists()
        assert row.file.name not in stored()


class TestWhatWaits(ImportTestCase):
    def waiting(self):
        page = get(self.client, admin("manuscripts_import"), "en")
        return [each["value"] for each in page.all("button", name="discard")]

    def test_it_is_listed_for_its_sender_alone_the_newest_first(self):
        first, second = self.stage(), self.stage()
        assert self.waiting() == [str(second.pk), str(first.pk)]
        self.client.force_login(make_user("another", ["add_publication"]))
        assert self.waiting() == []

    def test_it_is_thrown_away_with_its_file(self):
        row = self.stage()
        with self.captureOnCommitCallbacks(execute=True):
            self.send(discard=str(row.pk))
        assert not SentManuscript.objects.exists()
        assert not row.file.storage.exists(row.file.name)

    def test_nobody_throws_away_what_is_not_theirs(self):
        row = self.stage()
        self.client.force_login(make_user("another", ["add_publication"]))
        for key in (str(row.pk), "1", "\0"):
            assert self.send(discard=key).status_code == 302
        assert SentManuscript.objects.filter(pk=row.pk).exists()

    def test_more_than_may_wait_are_refused_in_both_languages(self):
        self.stage()
        with mock.patch("thinktank.editorial.manuscripts.MOST_WAITING", 1):
            for language, words in (("en", "wait for you already"), ("ar", "بانتظارك")):
                response = self.send(language, text="A text of a few words.")
                self.assertContains(response, words)
        assert SentManuscript.objects.count() == 1


class TestReadingFiles(ImportTestCase):
    def test_a_text_in_an_old_arabic_code_page(self):
        text = "تكفي ثلاثة أيام لما كان يستغرق خمسة. " * 9
        row = self.stage(text.encode("windows-1256"))
        assert row.languages == "ar"
        page = self.page(row)
        assert "تكفي ثلاثة أيام" in page.text


class TestWaysToTheImport(ImportTestCase):
    def leads_there(self, name):
        links = [a["href"] for a in get(self.client, admin(name)).all("a")]
        # One stands in the list of all pages, beside every page.
        return links.count(admin("manuscripts_import")) == 2

    def test_it_is_offered_above_the_lists_of_what_it_can_begin(self):
        assert self.leads_there("publications_publication_changelist")
        assert self.leads_there("news_newsitem_changelist")
        assert not self.leads_there("events_event_changelist")
        assert not self.leads_there("reference_person_changelist")

    def test_it_is_offered_to_those_who_may_add(self):
        may = ["view_publication", "change_publication", "add_newsitem"]
        self.client.force_login(make_user("changing", may))
        assert not self.leads_there("publications_publication_changelist")

    def test_the_form_of_an_item_offers_it_to_those_who_may_change(self):
        item = make_publication()
        page = get(self.client, address(item))
        assert len(page.all("p", class_="side-import")) == 2
        self.client.force_login(make_user("viewing", ["view_publication"]))
        assert not get(self.client, address(item)).all("p", class_="side-import")
