from __future__ import annotations

import io
from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as pictures
from PIL import ImageCms, PngImagePlugin

from tests.media.samples import (
    PAYLOAD,
    animation,
    english,
    named,
    picture,
    refusal,
    zipped,
)
from thinktank.media.pictures import (
    ADVICE,
    LONGEST,
    MOST_BYTES,
    NOT_A_PICTURE,
    Picture,
    recode,
)

RED = (200, 40, 40)
ORIENTATION, DESCRIPTION, GPS = 0x0112, 0x010E, 0x8825


def recoded(content: bytes) -> Picture:
    return recode(named(content))


def opened(found: Picture) -> pictures.Image:
    image = pictures.open(io.BytesIO(found.content))
    assert image.size == (found.width, found.height)
    return image


def pixel(found: Picture, at: tuple[int, int] = (0, 0)) -> Any:
    return opened(found).getpixel(at)


def near(one: Any, other: Any, by: int = 6) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def exif(orientation: int = 1) -> pictures.Exif:
    data = pictures.Exif()
    data[ORIENTATION] = orientation
    data[DESCRIPTION] = PAYLOAD.decode()
    data.get_ifd(GPS)[1] = "N"
    return data


def drawing(size: tuple[int, int] = (300, 200)) -> pictures.Image:
    """A few flat colours, as in a chart."""
    image = pictures.new("RGB", size, "white")
    image.paste((10, 90, 80), (20, 20, 120, 180))
    return image


def photograph(size: tuple[int, int] = (300, 200)) -> pictures.Image:
    return pictures.effect_noise(size, 90).convert("RGB")


def saved(image: pictures.Image, format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


class TestWhatIsStored:
    def test_it_is_jpeg_for_a_photograph(self):
        found = recoded(picture("JPEG"))
        assert (found.extension, opened(found).format) == ("jpg", "JPEG")
        assert near(pixel(found), RED)

    def test_it_is_the_same_for_the_same_picture(self):
        other = picture("JPEG", exif=exif(), comment=b"another day")
        assert recoded(other).sha256 == recoded(picture("JPEG")).sha256
        assert recoded(picture(size=(61, 40))).sha256 != recoded(picture()).sha256

    def test_it_keeps_every_pixel_of_a_drawing(self):
        image = drawing()
        found = recoded(saved(image, "PNG"))
        assert found.extension == "png"
        assert opened(found).convert("RGB").tobytes() == image.tobytes()

    def test_it_is_jpeg_for_a_photograph_in_png(self):
        assert recoded(saved(photograph(), "PNG")).extension == "jpg"
        assert recoded(saved(photograph(), "WEBP")).extension == "jpg"

    def test_it_keeps_transparency(self):
        see_through = (200, 40, 40, 128)
        for format in ("PNG", "WEBP"):
            options = {"lossless": True} if format == "WEBP" else {}
            found = recoded(picture(format, "RGBA", colour=see_through, **options))
            assert found.extension == "png"
            assert pixel(found) == see_through

    def test_it_drops_a_transparency_that_hides_nothing(self):
        found = recoded(picture("PNG", "RGBA", colour=(*RED, 255)))
        assert opened(found).mode == "RGB"

    def test_it_is_at_most_so_long(self):
        found = recoded(picture("PNG", size=(LONGEST * 2, 50)))
        assert (found.width, found.height) == (LONGEST, 25)

    def test_it_leaves_one_pixel_of_a_thin_line(self):
        found = recoded(picture("PNG", size=(LONGEST * 2, 1)))
        assert (found.width, found.height) == (LONGEST, 1)

    def test_it_stands_upright(self):
        image = pictures.new("RGB", (40, 20), "white")
        image.paste(RED, (0, 0, 20, 20))  # its left half
        for format in ("JPEG", "PNG", "WEBP"):
            found = recoded(saved(image, format, exif=exif(orientation=6)))
            assert (found.width, found.height) == (20, 40), format
            assert near(opened(found).convert("RGB").getpixel((10, 5)), RED, 20)
            assert near(opened(found).convert("RGB").getpixel((10, 35)), (255,) * 3, 20)


class TestColours:
    def test_greyscale_stays_grey(self):
        for format in ("JPEG", "PNG"):
            found = recoded(picture(format, "L", colour=90))
            assert opened(found).mode == "L"
            assert abs(pixel(found) - 90) <= 1

    def test_sixteen_bits_become_eight(self):
        found = recoded(picture("PNG", "I;16", colour=128 * 256))
        assert pixel(found) == 128

    def test_ink_becomes_light(self):
        found = recoded(picture("JPEG", "CMYK", colour=(0, 255, 255, 0)))
        red, green, blue = pixel(found)
        assert red > 200
        assert max(green, blue) < 60

    def test_palettes_become_colours(self):
        plain = pictures.new("RGB", (30, 20), RED).quantize(8)
        assert near(opened(recoded(saved(plain, "PNG"))).getpixel((0, 0)), RED)
        see_through = recoded(saved(plain, "PNG", transparency=0))
        assert pixel(see_through)[3] == 0

    def test_black_and_white_too(self):
        for value in (0, 1):
            found = recoded(picture("PNG", "1", colour=value))
            assert opened(found).convert("L").getpixel((0, 0)) == value * 255

    def test_a_profile_is_applied(self):
        lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        assert near(pixel(recoded(picture(icc_profile=srgb))), RED)
        # One that does not fit, and one that is none: the numbers stay.
        for profile in (lab, b"no profile"):
            assert near(pixel(recoded(picture(icc_profile=profile))), RED)

    def test_a_wider_profile_changes_the_numbers(self):
        found = recoded(picture("PNG", icc_profile=wide_profile()))
        red = opened(found).convert("RGB").getpixel((0, 0))
        assert not near(red, RED, 10)


def wide_profile() -> bytes:
    """sRGB with red and green exchanged: a profile whose effect is plain."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return (
        profile.replace(b"rXYZ", b"tmpX")
        .replace(b"gXYZ", b"rXYZ")
        .replace(b"tmpX", b"gXYZ")
    )


class TestWhatIsLost:
    """Nothing of the uploaded bytes survives."""

    def test_metadata_of_every_format(self):
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", PAYLOAD.decode(), zip=False)
        text.add_itxt("XML:com.adobe.xmp", PAYLOAD.decode())
        profile = PAYLOAD + bytes(200)
        kept = {"exif": exif(), "icc_profile": profile}
        for content in (
            picture("JPEG", comment=PAYLOAD, xmp=PAYLOAD, **kept),
            picture("PNG", pnginfo=text, **kept),
            picture("WEBP", xmp=PAYLOAD, **kept),
            picture("GIF", "P", colour=1, comment=PAYLOAD),
        ):
            assert PAYLOAD in content
            found = recoded(content)
            assert PAYLOAD not in found.content
            assert not opened(found).getexif()
            left = set(opened(found).info)
            assert left <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} | {
                "progressive",
                "progression",
            }

    def test_whatever_follows_the_end(self):
        tail = zipped({"evil.html": PAYLOAD})
        for format in ("JPEG", "PNG", "WEBP", "GIF"):
            content = picture(format) + tail
            assert PAYLOAD in content
            assert PAYLOAD not in recoded(content).content

    def test_a_script_that_begins_as_a_gif(self):
        width = int.from_bytes(b"/*", "little")  # opens a comment in JavaScript
        content = picture("GIF", "P", (width, 2), 1) + b"*/=1;" + PAYLOAD
        assert content.startswith((b"GIF87a/*", b"GIF89a/*"))
        found = recoded(content)
        assert PAYLOAD not in found.content
        assert opened(found).format == "PNG"

    def test_all_frames_but_the_first(self):
        for format in ("GIF", "WEBP", "PNG"):
            found = recoded(animation(format))
            assert found.animated, format
            assert near(opened(found).convert("RGB").getpixel((0, 0)), (255, 0, 0))
        assert not recoded(picture("GIF")).animated


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'


class TestRefusal:
    def test_it_says_what_to_do_with_other_kinds(self):
        for content, kind in (
            (SVG, "svg"),
            (b"\xef\xbb\xbf  <SVG/>", "svg"),
            (b"%PDF-1.7\n", "pdf"),
            (b"\0\0\0\x18ftypheic" + bytes(20), "heif"),
            (picture("AVIF"), "heif"),
            (picture("TIFF"), "tiff"),
        ):
            assert refusal(recode, content) == english(ADVICE[kind])

    def test_it_believes_the_content_and_not_the_name(self):
        for content in (HTML, picture("BMP"), zipped({"a": b""}), b"GIF", b"hello"):
            assert refusal(recode, content) == english(NOT_A_PICTURE)
        assert recode(named(picture("PNG"), "page.html")).extension == "png"

    def test_it_says_that_a_file_is_empty(self):
        assert "is empty" in refusal(recode, b"")

    def test_it_says_how_large_a_file_may_be(self):
        sentence = refusal(recode, picture() + bytes(MOST_BYTES))
        assert sentence.replace("\xa0", " ").startswith("The picture takes 20.0 MB; at")

    @pytest.mark.large
    def test_it_counts_pixels_before_it_draws_them(self):
        bombs = (
            picture("PNG", "1", (7746, 7746), 0),
            picture("GIF", "P", (20000,) * 2, 0),
        )
        for content in bombs:
            assert "more than 60 million pixels" in refusal(recode, content)

    def test_it_knows_a_damaged_file(self):
        whole = saved(photograph(), "JPEG")
        drawn = saved(photograph(), "PNG")
        for content in (whole[:3000], whole[:20], drawn[:500], picture("WEBP")[:40]):
            assert "incomplete or damaged" in refusal(recode, content)

    @pytest.mark.parametrize("language", ["ar", "en"])
    def test_it_is_one_sentence_in_either_language(self, language):
        with translation.override(language), pytest.raises(ValidationError) as caught:
            recode(named(picture()[:50]))
        assert len(caught.value.messages) == 1

    @given(st.data())
    def test_it_never_fails_otherwise(self, data):
        """Whatever is done to a picture, it is drawn or refused."""
        whole = bytearray(SAMPLES[data.draw(st.sampled_from(sorted(SAMPLES)))])
        for _ in range(data.draw(st.integers(1, 6))):
            place = data.draw(st.integers(0, len(whole) - 1))
            whole[place] = data.draw(st.integers(0, 255))
        end = data.draw(st.sampled_from([len(whole), len(whole) // 2, 20]))
        with suppress(ValidationError):
            assert opened(recoded(bytes(whole[:end]))).format in ("JPEG", "PNG")


SAMPLES = {
    f"{format} {mode}": picture(format, mode, (24, 16), 0)
    for format, modes in (
        ("JPEG", ("L", "RGB", "CMYK")),
        ("PNG", ("1", "P", "L", "LA", "I;16", "RGB", "RGBA")),
        ("WEBP", ("RGB", "RGBA")),
        ("GIF", ("P",)),
    )
    for mode in modes
}
