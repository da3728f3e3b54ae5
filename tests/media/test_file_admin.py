from __future__ import annotations

from django.urls import reverse

from tests.admin.page import get
from tests.cast import PDF, make_file
from tests.media.library import LibraryTestCase, somebody_is_quicker
from tests.media.samples import english, office, upload
from thinktank import changes
from thinktank.media.documents import ADVICE
from thinktank.media.models import File
from thinktank.media.storage import storage

CSV = b"year,count\n2024,3\n"


class TestAddingFiles(LibraryTestCase):
    model = File

    def test_it_stores_the_file_and_counts_its_pages(self) -> None:
        before = changes.current()
        self.send(file=upload(PDF, "دراسة.pdf"), title_ar="الدراسة", language="ar")
        file = File.objects.get()
        assert (file.title_in("ar"), file.language, file.pages) == ("الدراسة", "ar", 3)
        with storage.open(file.file.name) as stream:
            assert stream.read() == PDF
        assert changes.current() == before + 1

    def test_it_believes_the_pages_that_were_typed(self) -> None:
        self.send(file=upload(PDF, "a.pdf"), pages="7")
        assert File.objects.get().pages == 7

    def test_it_refuses_at_the_field_and_keeps_what_was_typed(self) -> None:
        macros = office("word/document.xml", **{"word/vbaProject.bin": b"x"})
        page = self.refused(file=upload(macros, "a.docx"), title_en="The study")
        assert page.words("ul", class_="errorlist") == [english(ADVICE["macros"])]
        assert page.one(name="title_en")["value"] == "The study"

    def test_it_asks_for_the_file_again_when_something_else_is_wrong(self) -> None:
        page = self.refused(file=upload(PDF, "a.pdf"), pages="0", title_en="The study")
        assert "Choose the file again; nothing else is lost." in page.text
        assert page.one(name="title_en")["value"] == "The study"

    def test_it_leads_to_the_same_file_when_there_is_one(self) -> None:
        file = make_file(title_en="The study")
        page = self.refused(file=upload(PDF, "b.pdf"))
        (error,) = page.words("ul", class_="errorlist")
        assert error == "The library holds this file already: The study."
        assert page.all("a", href=self.url("change", file.pk))


class TestTakingFiles(LibraryTestCase):
    model = File

    def test_the_same_at_the_same_moment_is_one_record(self) -> None:
        first = make_file(title_en="The study")
        with somebody_is_quicker():
            assert make_file(title_en="Another").pk == first.pk


class TestChangingFiles(LibraryTestCase):
    model = File

    def setUp(self) -> None:
        super().setUp()
        self.file = make_file(title_en="The study")

    def test_it_shows_what_is_stored(self) -> None:
        page = self.open(self.file)
        assert page.words("a", href=self.url("download", self.file.pk)) == ["study.pdf"]
        assert "3 pages" in page.text

    def test_it_counts_the_pages_of_another_file(self) -> None:
        other = PDF.replace(b"/Count 3", b"/Count 5")
        self.send(self.file, file=upload(other, "b.pdf"))
        self.file.refresh_from_db()
        assert (self.file.pages, self.file.title_in("en")) == (5, "The study")
        self.send(self.file, file=upload(CSV, "b.csv"))
        self.file.refresh_from_db()
        assert (self.file.pages, self.file.media_type) == (None, "text/csv")

    def test_it_keeps_the_file_when_only_texts_are_saved(self) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            self.send(self.file, title_ar="الدراسة", pages="4")
        self.file.refresh_from_db()
        assert (self.file.title_in("ar"), self.file.pages) == ("الدراسة", 4)
        assert storage.exists(self.file.file.name)

    def test_whoever_only_looks_gets_it_and_changes_nothing(self) -> None:
        self.client.force_login(self.viewer)
        page = self.open(self.file)
        assert page.all("a", href=self.url("download", self.file.pk))
        assert not page.all("input", name="file")


class TestDownloadingFiles(LibraryTestCase):
    model = File

    def setUp(self) -> None:
        super().setUp()
        self.file = make_file()

    def test_it_sends_the_file_and_no_cache_keeps_it(self) -> None:
        response = self.client.get(self.url("download", self.file.pk))
        assert b"".join(response) == PDF
        assert "no-store" in response["Cache-Control"]
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"

    def test_it_knows_no_other(self) -> None:
        for number in ("99", "none", "9" * 30):
            path = self.url("download", number)
            assert self.client.get(path).status_code == 404, number


class TestListOfFiles(LibraryTestCase):
    model = File

    def setUp(self) -> None:
        super().setUp()
        self.pdf = make_file(title_ar="الدراسة", language="ar")
        self.csv = make_file(CSV, "table.csv")

    def test_it_calls_each_by_its_title_or_its_name(self) -> None:
        page = get(self.client, self.url("changelist"))
        titles = page.words("th", class_="field-shown_title")
        assert titles == ["table.csv", "الدراسة"]

    def test_it_finds_them_by_what_they_are(self) -> None:
        pdf, csv = [str(self.pdf.pk)], [str(self.csv.pk)]
        for query, found in (
            ("?media_type__exact=text%2Fcsv", csv),
            ("?language__exact=ar", pdf),
            ("?q=الدراسة", pdf),
            ("?q=table", csv),
        ):
            assert self.listed(query) == found, query

    def test_no_address_but_the_door_leads_to_them(self) -> None:
        self.client.logout()
        for path in (self.pdf.file.url, f"/media/{self.pdf.file.name}"):
            assert self.client.get(path).status_code == 404
        door = reverse("admin:media_file_download", args=[self.pdf.pk])
        assert self.client.get(door).status_code == 302
