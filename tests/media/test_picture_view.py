from __future__ import annotations

from django.test import Client
from django.urls import resolve

from tests.cast import make_file, make_image
from tests.media.test_models import MediaTestCase

POLICY = "default-src 'none'; sandbox"


class TestPictureView(MediaTestCase):
    def setUp(self) -> None:
        self.image = make_image()

    def test_it_sends_the_stored_bytes_for_ever(self) -> None:
        response = self.client.get(self.image.address)
        with self.image.file.open() as stream:
            assert b"".join(response) == stream.read()
        assert response["Content-Type"] == "image/png"
        assert response["Content-Length"] == str(self.image.bytes)
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"

    def test_it_lets_nothing_in_it_run(self) -> None:
        response = self.client.get(self.image.address)
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == POLICY

    def test_it_is_the_same_for_everybody(self) -> None:
        headers = {"Accept-Encoding": "gzip", "Accept-Language": "en"}
        response = self.client.get(self.image.address, headers=headers)
        assert not response.has_header("Vary")
        assert not response.has_header("Content-Encoding")
        assert not response.cookies

    def test_it_knows_who_has_it_already(self) -> None:
        etag = self.client.get(self.image.address)["ETag"]
        again = self.client.get(self.image.address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Cache-Control"].endswith("immutable")
        other = self.client.get(self.image.address, headers={"If-None-Match": '"x"'})
        assert other.status_code == 200

    def test_it_only_shows(self) -> None:
        assert self.client.head(self.image.address).status_code == 200
        client = Client(enforce_csrf_checks=True)
        for ask in (client.post, client.put, client.delete):
            assert ask(self.image.address).status_code == 405

    def test_it_finds_no_other_names(self) -> None:
        name = self.image.file.name.partition("/")[2]
        file = make_file()
        for path in (
            f"/media/pictures/{'0' * 32}.png",
            f"/media/pictures/{name.upper()}",
            f"/media/pictures/{name}/",
            f"/media/pictures/{name[:-4]}",
            f"/media/pictures/{name[:-4]}.jpg",
            f"/media/pictures/{name[:-4]}.html",
            f"/media/pictures/x/../{name}",
            f"/media/pictures/..%2fpictures%2f{name}",
            f"/media/pictures/{name}%00",
            f"/media/pictures/{name}%0a",
            f"/media/{file.file.name}",
            f"/media/pictures/../{file.file.name}",
            "/media/pictures/../../secret-key",
            "/media/pictures/",
            "/media/",
        ):
            assert self.client.get(path).status_code == 404, path

    def test_it_is_where_pictures_say(self) -> None:
        assert resolve(self.image.address).view_name == "picture"
