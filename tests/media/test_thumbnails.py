"""Small renditions for the library: made once, as small as they look."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image as drawings

from tests.admin.page import get
from tests.cast import make_cast, make_image
from tests.media.test_models import MediaTestCase
from thinktank.media.models import Image
from thinktank.media.pictures import SMALL
from thinktank.media.storage import storage, thumbnail_name


def take(format: str, size: tuple[int, int], colour: Any = "teal") -> Image:
    """A stored picture with something in it that takes room."""
    mode = "RGBA" if isinstance(colour, tuple) else "RGB"
    noise = drawings.effect_noise(size, 90).convert(mode)
    drawn = drawings.blend(noise, drawings.new(mode, size, colour), 0.5)
    stream = io.BytesIO()
    drawn.save(stream, format)
    return Image.objects.take(ContentFile(stream.getvalue(), f"quay.{format}"))


class TestThumbnails(MediaTestCase):
    def fetch(self, image: Image) -> drawings.Image:
        answer = self.client.get(image.thumbnail_address)
        assert answer.status_code == 200
        return drawings.open(io.BytesIO(b"".join(answer)))

    def test_it_is_small_and_keeps_its_proportions_and_format(self) -> None:
        for format, size, wanted in (
            ("JPEG", (1600, 800), (SMALL, SMALL // 2)),
            ("PNG", (500, 1000), (SMALL // 2, SMALL)),
        ):
            image = take(format, size)
            small = self.fetch(image)
            assert small.size == wanted
            assert small.format == (
                "PNG" if image.file.name.endswith("png") else "JPEG"
            )
            assert storage.size(thumbnail_name(image.file.name)) < image.bytes / 4

    def test_what_is_transparent_stays_so(self) -> None:
        small = self.fetch(take("PNG", (700, 700), (0, 0, 0, 0)))
        assert small.mode == "RGBA"
        assert small.getchannel("A").getextrema()[0] < 255

    def test_a_small_picture_is_not_blown_up(self) -> None:
        assert self.fetch(make_image()).size == (64, 48)

    def test_it_is_made_once_and_kept_for_ever_by_browsers(self) -> None:
        image = make_image()
        self.fetch(image)
        name = thumbnail_name(image.file.name)
        made = storage.get_modified_time(name)
        answer = self.client.get(image.thumbnail_address)
        assert storage.get_modified_time(name) == made
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer["Content-Type"] == "image/png"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert [storage.listdir("thumbnails")[1]] == [[name.rpartition("/")[2]]]

    def test_it_goes_with_its_picture(self) -> None:
        image = make_image()
        self.fetch(image)
        address, name = image.thumbnail_address, thumbnail_name(image.file.name)
        with self.captureOnCommitCallbacks(execute=True):
            image.delete()
        assert not storage.exists(name)
        assert self.client.get(address).status_code == 404

    def test_a_damaged_picture_has_none(self) -> None:
        image = make_image()
        storage.delete(image.file.name)
        storage.save(image.file.name, ContentFile(b"no picture"))
        assert self.client.get(image.thumbnail_address).status_code == 404

    @pytest.mark.large
    def test_the_library_shows_them_in_its_list(self) -> None:
        image = make_image()
        self.client.force_login(make_cast().admin)
        shown = get(self.client, "/admin/media/image/").one("img", class_="thumbnail")
        assert shown["src"] == image.thumbnail_address
