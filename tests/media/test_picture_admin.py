from __future__ import annotations

from unittest import mock

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.page import Page, get
from tests.cast import make_image, make_person
from tests.media.library import ENGLISH, LibraryTestCase, somebody_is_quicker
from tests.media.samples import PAYLOAD, animation, english, picture, upload
from thinktank import changes
from thinktank.house.models import House
from thinktank.media.models import Image
from thinktank.media.pictures import NOT_A_PICTURE
from thinktank.media.storage import storage
from thinktank.reference.models import Person


class TestAddingPictures(LibraryTestCase):
    model = Image

    def test_it_stores_what_was_drawn_anew_and_every_text(self) -> None:
        before = changes.current()
        file = upload(picture(comment=PAYLOAD), "ميناء.jpg")
        texts = {"alt_ar": "رصيف", "alt_en": " A quay,\r\n at dawn ", "focal_x": 20}
        self.send(file=file, **texts)
        image = Image.objects.get()
        assert (image.alt_in("ar"), image.alt_in("en")) == ("رصيف", "A quay, at dawn")
        assert (image.focal_x, image.focal_y) == (20, 50)
        assert (image.width, image.height) == (60, 40)
        assert image.original_name == "ميناء.jpg"
        with storage.open(image.file.name) as stream:
            assert PAYLOAD not in stream.read()
        assert changes.current() == before + 1

    def test_it_says_what_it_accepts(self) -> None:
        page = self.open()
        field = page.one("input", name="file")
        assert field["accept"] == "image/jpeg,image/png,image/webp,image/gif"
        assert "JPEG, PNG, WebP or GIF, up to 20 MB" in page.text

    def test_it_asks_for_texts_in_their_own_language(self) -> None:
        page = self.open()
        for field in ("alt", "caption", "credit"):
            arabic, english = page.one(name=f"{field}_ar"), page.one(name=f"{field}_en")
            assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
            assert (english["lang"], english["dir"]) == ("en", "ltr")

    def test_it_refuses_at_the_field_and_keeps_what_was_typed(self) -> None:
        page = self.refused(file=upload(b"<html>"), alt_en="A quay", focal_x=31)
        assert page.words("ul", class_="errorlist") == [english(NOT_A_PICTURE)]
        assert page.one(name="alt_en").text.strip() == "A quay"
        assert page.one(name="focal_x")["value"] == "31"
        assert not Image.objects.exists()

    def test_it_refuses_an_empty_one_and_none_at_all(self) -> None:
        assert "The file is empty." in self.refused(file=upload(b"")).text
        assert "This field is required." in self.refused().text

    def test_it_asks_for_the_file_again_when_something_else_is_wrong(self) -> None:
        page = self.refused(file=upload(picture()), focal_y=101, alt_en="A quay")
        assert "Choose the file again; nothing else is lost." in page.text
        assert page.one(name="alt_en").text.strip() == "A quay"

    def test_it_leads_to_the_same_picture_when_there_is_one(self) -> None:
        self.send(file=upload(picture()), alt_en="A <b>quay</b>")
        page = self.refused(file=upload(picture(comment=b"x"), "b.jpg"), alt_ar="رصيف")
        (error,) = page.words("ul", class_="errorlist")
        assert error == "The library holds this picture already: A <b>quay</b>."
        assert page.all("a", href=self.url("change", Image.objects.get().pk))
        assert page.one(name="alt_ar").text.strip() == "رصيف"

    def test_it_leads_there_when_somebody_adds_it_at_the_same_moment(self) -> None:
        self.send(file=upload(picture()), alt_en="A quay")
        before = changes.current()
        with somebody_is_quicker():
            page = self.refused(file=upload(picture(), "b.jpg"), alt_ar="رصيف")
        (error,) = page.words("ul", class_="errorlist")
        assert error == "The library holds this picture already: A quay."
        assert page.one(name="alt_ar").text.strip() == "رصيف"
        assert changes.current() == before
        assert storage.exists(Image.objects.get().file.name)

    def test_it_takes_a_long_name(self) -> None:
        self.send(file=upload(picture(), "ص" * 150 + ".jpg"))
        assert Image.objects.get().original_name == "ص" * 150 + ".jpg"

    def test_it_says_that_an_animation_stands_still_now(self) -> None:
        self.send(file=upload(animation("GIF"), "a.gif"))
        assert (
            "only its first frame was kept"
            in get(self.client, self.url("changelist")).text
        )

    def test_it_wants_the_licence_that_expires(self) -> None:
        page = self.refused(file=upload(picture()), licence_expires="2030-01-01")
        assert "Write which licence expires on that day." in page.text

    def test_it_draws_before_it_keeps_others_from_writing(self) -> None:
        depths = []

        def read(file):
            depths.append(len(connection.savepoint_ids))
            return original(file)

        original, outside = Image.read, len(connection.savepoint_ids)
        with mock.patch.object(Image, "read", read):
            self.send(file=upload(picture()))
        assert depths == [outside]


class TestChangingPictures(LibraryTestCase):
    model = Image

    def setUp(self) -> None:
        super().setUp()
        self.image = make_image(alt_en="A quay", alt_ar="رصيف")

    def test_it_shows_the_picture_with_its_size(self) -> None:
        shown = self.open(self.image).one("img", src=self.image.address)
        assert (shown["width"], shown["height"]) == ("64", "48")
        assert shown["alt"] == "A quay"

    def test_it_saves_texts_and_keeps_the_file(self) -> None:
        old = self.image.file.name
        with self.captureOnCommitCallbacks(execute=True):
            assert self.send(self.image, credit_en="Nader").status_code == 302
        self.image.refresh_from_db()
        assert (self.image.credit_in("en"), self.image.file.name) == ("Nader", old)
        assert storage.exists(old)

    def test_it_draws_a_new_file_and_keeps_the_texts(self) -> None:
        old = self.image.file.name
        with self.captureOnCommitCallbacks(execute=True):
            self.send(self.image, file=upload(picture(), "new.jpg"))
        self.image.refresh_from_db()
        assert (self.image.width, self.image.original_name) == (60, "new.jpg")
        assert self.image.alt_in("ar") == "رصيف"
        assert storage.exists(self.image.file.name)
        assert not storage.exists(old)

    def test_it_takes_the_same_file_again(self) -> None:
        with self.image.file.open() as stream:
            content = stream.read()
        with self.captureOnCommitCallbacks(execute=True):
            assert self.send(self.image, file=upload(content)).status_code == 302
        assert storage.exists(self.image.file.name)

    def test_it_still_shows_the_stored_picture_when_it_refuses_another(self) -> None:
        for file in (upload(b"<html>"), upload(picture())):
            page = self.refused(self.image, file=file, focal_x=200)
            assert page.all("img", src=self.image.address)

    def test_whoever_only_looks_sees_it_and_changes_nothing(self) -> None:
        self.client.force_login(self.viewer)
        page = self.open(self.image)
        assert page.all("img", src=self.image.address)
        assert not page.all("input", name="file")
        response = self.client.post(
            self.url("change", self.image.pk), {"file": upload(picture())}
        )
        assert response.status_code == 403

    def test_deleting_one_deletes_its_file_and_counts(self) -> None:
        before = changes.current()
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(self.url("delete", self.image.pk), {"post": "yes"})
        assert not storage.exists(self.image.file.name)
        assert changes.current() == before + 1

    def test_it_is_not_deleted_while_the_house_or_a_person_shows_it(self) -> None:
        person, house = make_person(), House.initial()
        house.logo = self.image
        house.save()
        Person.objects.filter(pk=person.pk).update(portrait=self.image)
        response = self.client.post(
            self.url("delete", self.image.pk), {"post": "yes"}, headers=ENGLISH
        )
        (told,) = Page(response).words("ul", id="deleted-objects")
        assert english(house._meta.verbose_name) in told
        assert person.name_in("en") in told
        assert Image.objects.filter(pk=self.image.pk).exists()

    def test_deleting_many_deletes_their_files(self) -> None:
        images = [self.image, make_image("navy")]
        data = {
            "action": "delete_selected",
            "_selected_action": [image.pk for image in images],
            "post": "yes",
        }
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(self.url("changelist"), data)
        assert not any(storage.exists(image.file.name) for image in images)


class TestListOfPictures(LibraryTestCase):
    model = Image

    def setUp(self) -> None:
        super().setUp()
        whole = {"alt_ar": "رصيف", "alt_en": "A quay"}
        self.whole = make_image("teal", **whole, licence="CC", credit_en="Nader")
        expired = {"licence_expires": "2020-01-01", "licence": "X"}
        self.half = make_image("navy", alt_ar="زورق", alt_en="", **expired)
        self.bare = make_image("olive", alt_ar="", alt_en="")

    def numbers(self, *images: Image) -> list[str]:
        return sorted(str(image.pk) for image in images)

    def test_it_flags_where_the_alternative_text_is_missing(self) -> None:
        page = get(self.client, self.url("changelist"))
        assert page.words(class_="badge") == [
            "None in English",
            "None in Arabic",
            "None in English",
        ]

    def test_it_finds_those_without_it_in_a_language(self) -> None:
        Image.objects.filter(pk=self.bare.pk).update(alt_ar=None)
        assert self.listed("?without_alt=ar") == self.numbers(self.bare)
        assert self.listed("?without_alt=en") == self.numbers(self.half, self.bare)
        assert len(self.listed("?without_alt=xx")) == 3

    def test_it_finds_those_without_a_licence_that_holds(self) -> None:
        assert self.listed("?licence=expired") == self.numbers(self.half)
        assert self.listed("?licence=none") == self.numbers(self.bare)

    def test_it_finds_them_by_text_and_by_name(self) -> None:
        for words, found in (
            ("زورق", [self.half]),
            ("quay nader", [self.whole]),
            ("quay.png", [self.whole, self.half, self.bare]),
            ("nothing", []),
        ):
            assert self.listed(f"?q={words}") == self.numbers(*found), words

    def test_it_shows_each_with_its_size(self) -> None:
        shown = get(self.client, self.url("changelist")).all("img", class_="thumbnail")
        assert len(shown) == 3
        assert {(img["width"], img["height"]) for img in shown} == {("64", "48")}

    def test_it_costs_the_same_for_many(self) -> None:
        def cost() -> int:
            with CaptureQueriesContext(connection) as queries:
                get(self.client, self.url("changelist"))
            return len(queries)

        cost()  # the house settings are asked for once
        few = cost()
        for colour in ("red", "green", "blue", "white", "black"):
            make_image(colour)
        assert cost() == few
