"""Pictures as they come in: what is accepted, and how each is drawn anew.

Only pixels survive. Orientation is applied, colours become sRGB, and everything else
that a file can carry (EXIF, GPS, XMP, profiles, comments, bytes after its end) is gone.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageCms, ImageOps

from .signatures import head_of, kind_of

MOST_BYTES: Final = 20 * 2**20
MOST_PIXELS: Final = 60_000_000
LONGEST: Final = 4096
"""Pixels of the longer side of what is stored."""
SMALL: Final = 320
"""Pixels of the longer side of a thumbnail: 160 on a screen that doubles them."""
QUALITY: Final = 85
FORMATS: Final = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}
ACCEPTED: Final = "image/jpeg,image/png,image/webp,image/gif"
"""For the `accept` of a file field."""
MEDIA_TYPES: Final = {"jpg": "image/jpeg", "png": "image/png"}
"""Of what is stored, by extension."""

NOT_A_PICTURE = gettext_lazy(
    "This file is not a picture that can be shown here, whatever its name says. "
    "Choose a picture in JPEG, PNG, WebP or GIF."
)
ADVICE = {
    "svg": gettext_lazy(
        "Drawings in SVG are not accepted, because they can carry programs. "
        "Export the drawing as PNG and choose that file."
    ),
    "pdf": gettext_lazy(
        "This is a PDF. Add it to the files, or save the page you need as PNG "
        "and choose that."
    ),
    "heif": gettext_lazy(
        "Pictures in HEIC or AVIF are not accepted, because many programs cannot "
        "show them. Save the picture as JPEG and choose that file."
    ),
    "tiff": gettext_lazy(
        "Pictures in TIFF and raw photographs are not accepted. "
        "Save the picture as JPEG and choose that file."
    ),
}
_EMPTY = gettext_lazy("The file is empty. Choose the picture again.")
_TOO_LARGE = gettext_lazy(
    "The picture takes %(size)s; at most %(limit)s are accepted. "
    "Save it smaller and choose it again."
)
_TOO_MANY_PIXELS = gettext_lazy(
    "The picture has more than %(millions)d million pixels. "
    "Make it smaller and choose it again."
)
_DAMAGED = gettext_lazy(
    "The picture is incomplete or damaged. Open it, save it again "
    "and choose the new file."
)
_UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    EOFError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What Pillow raises for bytes that are not what they begin as."""
_SRGB = ImageCms.createProfile("sRGB")


@dataclass(frozen=True)
class Picture:
    """A picture drawn anew; sizes in pixels, the extension without a dot.

    `animated` says that there were more frames than the one kept.
    """

    content: bytes
    extension: str
    width: int
    height: int
    animated: bool = False

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def recode(file: File[bytes]) -> Picture:
    """Draw an uploaded picture anew.

    Raises ValidationError with one sentence, in the active language, for whatever is
    too large, damaged or no picture.
    """
    kind = _accepted(file)
    try:
        with Image.open(file, formats=[FORMATS[kind]]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            animated = kind != "jpeg" and getattr(image, "is_animated", False)
            drawn = _drawn(image)
            content, extension = _encoded(drawn, exact=kind != "jpeg")
    except Image.DecompressionBombError as error:
        millions = {"millions": MOST_PIXELS // 1_000_000}
        raise ValidationError(_TOO_MANY_PIXELS, params=millions) from error
    except _UNREADABLE as error:
        raise ValidationError(_DAMAGED) from error
    return Picture(content, extension, drawn.width, drawn.height, animated)


def shrunk(stored: File[bytes]) -> bytes:
    """A thumbnail of a stored picture, in its format. Raises OSError if damaged."""
    with Image.open(stored, formats=["JPEG", "PNG"]) as image:
        format = str(image.format)
        image.thumbnail((SMALL, SMALL))
        return _saved(image, format, quality=QUALITY, optimize=True)


def animation_note() -> str:
    """What to tell somebody whose picture was `animated`."""
    return _("The picture is animated; only its first frame was kept.")


def _accepted(file: File[bytes]) -> str:
    """The kind of a file that is worth opening."""
    size = file.size or 0
    if not size:
        raise ValidationError(_EMPTY)
    kind = kind_of(head_of(file))
    if kind not in FORMATS:
        raise ValidationError(ADVICE.get(kind, NOT_A_PICTURE))
    if size > MOST_BYTES:
        raise ValidationError(
            _TOO_LARGE,
            params={"size": filesizeformat(size), "limit": filesizeformat(MOST_BYTES)},
        )
    return kind


def _drawn(image: Image.Image) -> Image.Image:
    """Upright, in sRGB or grey, within LONGEST, and with nothing but pixels in it."""
    image = _in_eight_bits(image)
    image.thumbnail((LONGEST, LONGEST))
    image = _in_srgb(ImageOps.exif_transpose(image))
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.info.clear()  # Pillow would write comment and profile again
    return image


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """As L, RGB, RGBA or CMYK; a photograph stays unread, so as to be read small."""
    if image.mode.startswith("I"):
        # Sixteen bits: convert() would cut off what is above 255.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        # With a profile that cannot be read, the numbers are taken for sRGB.
        with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            found = ImageCms.profileToProfile(image, source, _SRGB, outputMode=mode)
            return found or image
    return image.convert("RGB") if image.mode == "CMYK" else image


def _encoded(image: Image.Image, exact: bool) -> tuple[bytes, str]:
    """The bytes and their extension.

    A drawing whose pixels were `exact` stays so, unless that makes it twice as large.
    """
    if image.mode == "RGBA":
        return _saved(image, "PNG"), "png"
    photograph = _saved(image, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    if exact:
        drawing = _saved(image, "PNG")
        if len(drawing) <= 2 * len(photograph):
            return drawing, "png"
    return photograph, "jpg"


def _saved(image: Image.Image, format: str, **options: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()
