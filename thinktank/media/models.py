"""The library of pictures and of files; what uses them protects them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.files import File as Content
from django.core.files.base import ContentFile
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Length
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.search.models import Findable

from . import documents, pictures
from .documents import Examined
from .pictures import Picture
from .storage import (
    ContentStorage,
    remove_unused,
    storage,
    stored_name,
    thumbnail_name,
)

LONGEST_NAME = 200
"""Characters of a file's own name that are kept."""
LONGEST_ALT = 300
"""Characters of a picture's alternative text."""


FORMATS = [(type, ending.upper()) for ending, type in documents.MEDIA_TYPES.items()]


class StoredQuerySet(models.QuerySet["Any"]):
    def delete(self) -> tuple[int, dict[str, int]]:
        names = list(self.values_list("file", flat=True))
        deleted = super().delete()
        remove_unused(self.model, names)
        return deleted

    delete.alters_data = True  # type: ignore[attr-defined]  # asked for by Django
    delete.queryset_only = True  # type: ignore[attr-defined]  # asked for by Django

    def with_content(self, sha256: str) -> Any:
        """The record that holds these bytes already, or None."""
        return self.filter(sha256=sha256).first()

    def take(self, file: Content[bytes], **values: Any) -> Any:
        """The record of this file, made with these values when there is none yet.

        Raises ValidationError with one sentence for a file that is not accepted.
        """
        found = self.model.read(file)
        record = self.with_content(found.sha256)
        if record is not None:
            return record
        record = self.model(**values)
        record.store(found, file.name or "")
        try:
            with transaction.atomic():
                record.save()
        except IntegrityError:
            # Somebody may have added the same at this very moment.
            if first := self.with_content(found.sha256):
                return first
            raise
        return record


class Stored(Findable):
    """A file that is kept once, under a name made from its content.

    `store` puts a file into a record and `save` writes it. A file that was replaced
    or deleted is removed when the transaction is committed.
    """

    folder: ClassVar[str]
    texts: ClassVar[tuple[str, ...]]
    """The translated fields, the one that names the record first."""

    file = models.FileField(_("file"), upload_to=stored_name, storage=ContentStorage())
    original_name = models.CharField(
        _("original name"), max_length=LONGEST_NAME, blank=True, editable=False
    )
    bytes = models.PositiveBigIntegerField(_("size"), editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("added on"), auto_now_add=True)

    objects = StoredQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("-pk",)

    _taken = False

    def __str__(self) -> str:
        name = self.texts[0]
        first = self.text_in(get_language() or "", name)
        others = (self.text_in(code, name) for code, _label in settings.LANGUAGES)
        return next(filter(None, (first, *others)), self.original_name or f"#{self.pk}")

    @staticmethod
    def read(file: Content[Any]) -> Any:
        """What `store` takes. Raises ValidationError with one sentence."""
        raise NotImplementedError

    def store(self, found: Any, original_name: str) -> None:
        """Put what was read into this record, instead of what it holds."""
        raise NotImplementedError

    def text_in(self, language: str, field: str) -> str:
        """A translated field in `language`; empty when it has no text there."""
        return getattr(self, build_localized_fieldname(field, language), "") or ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        rows = type(self)._default_manager.filter(pk=self.pk if self._taken else None)
        before = list(rows.values_list("file", flat=True))
        super().save(*args, **kwargs)
        self._taken = False
        remove_unused(type(self), before)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        remove_unused(type(self), [self.file.name or ""])
        return deleted

    def _keep(
        self, content: Content[Any], extension: str, sha256: str, original_name: str
    ) -> None:
        """Take this content instead of the present one."""
        self._taken = True
        self.bytes, self.sha256 = content.size, sha256
        self.original_name = printable(original_name)
        self.file = Content(content, name=f"content.{extension}")


def stored_constraints(name: str) -> list[models.BaseConstraint]:
    """What holds of every stored file; `name` begins the constraints' names."""
    return [
        models.CheckConstraint(
            condition=models.Q(bytes__gte=1), name=f"{name}_is_not_empty"
        ),
        models.CheckConstraint(
            condition=models.lookups.Exact(Length("sha256"), 64), name=f"{name}_sha256"
        ),
        models.CheckConstraint(condition=~models.Q(file=""), name=f"{name}_has_a_file"),
    ]


def percentage(label: Any) -> models.PositiveSmallIntegerField[Any, Any]:
    limits = [MinValueValidator(0), MaxValueValidator(100)]
    return models.PositiveSmallIntegerField(label, default=50, validators=limits)


class Image(Stored):
    """A picture, drawn anew when it came in: JPEG or PNG, sRGB, no metadata.

    The focal point is what must stay in sight when the picture is cropped, in percent
    from the left and from the top edge, in both directions of writing.
    """

    folder = "pictures"
    texts = ("alt", "caption", "credit")
    SEARCHED = (*texts, "original_name")
    LOOSELY = True

    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    focal_x = percentage(_("focal point from the left, in percent"))
    focal_y = percentage(_("focal point from the top, in percent"))
    alt = models.CharField(
        _("alternative text"),
        max_length=LONGEST_ALT,
        blank=True,
        default="",
        help_text=_(
            "What the picture shows, in one sentence, for those who do not see it."
        ),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True, default="")
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Who made the picture, as readers are told."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=200,
        blank=True,
        default="",
        help_text=_(
            "By what right the centre uses the picture. Readers do not see it."
        ),
    )
    licence_expires = models.DateField(_("licence expires on"), null=True, blank=True)

    class Meta(Stored.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            *stored_constraints("image"),
            models.CheckConstraint(
                condition=models.Q(width__gte=1, height__gte=1)
                & models.Q(width__lte=pictures.LONGEST, height__lte=pictures.LONGEST),
                name="image_dimensions",
            ),
            models.CheckConstraint(
                condition=models.Q(focal_x__range=(0, 100), focal_y__range=(0, 100)),
                name="image_focal_point",
            ),
            models.CheckConstraint(
                condition=models.Q(licence_expires=None) | ~models.Q(licence=""),
                name="image_licence_that_expires",
            ),
        ]

    @staticmethod
    def read(file: Content[Any]) -> Picture:
        return pictures.recode(file)

    def store(self, found: Picture, original_name: str) -> None:
        self.width, self.height = found.width, found.height
        content = ContentFile(found.content)
        self._keep(content, found.extension, found.sha256, original_name)

    @property
    def address(self) -> str:
        """Where the picture is served; it changes with the content."""
        return self.file.url

    @property
    def thumbnail_address(self) -> str:
        """Where a small rendition is served."""
        return storage.url(thumbnail_name(str(self.file.name)))

    def alt_in(self, language: str) -> str:
        return self.text_in(language, "alt")

    def caption_in(self, language: str) -> str:
        return self.text_in(language, "caption")

    def credit_in(self, language: str) -> str:
        return self.text_in(language, "credit")


class File(Stored):
    """A file for readers to download, exactly as it was uploaded.

    `language` is that of its contents, empty for none (a table of figures) or both.
    """

    folder = "files"
    texts = ("title",)
    SEARCHED = (*texts, "original_name")

    title = models.CharField(_("title"), max_length=200, blank=True, default="")
    media_type = models.CharField(
        _("format"), max_length=100, choices=FORMATS, editable=False
    )
    language = models.CharField(
        _("language of the contents"),
        max_length=10,
        choices=settings.LANGUAGES,
        blank=True,
        default="",
        help_text=_("Leave it empty for contents in several languages, or in none."),
    )
    pages = models.PositiveIntegerField(
        _("pages"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Counted when a PDF is added, as far as that is possible."),
    )

    class Meta(Stored.Meta):
        verbose_name = pgettext_lazy("for readers", "file")
        verbose_name_plural = pgettext_lazy("for readers", "files")
        constraints = [
            *stored_constraints("file"),
            models.CheckConstraint(
                condition=models.Q(media_type__in=dict(FORMATS)),
                name="file_media_type",
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=["", *dict(settings.LANGUAGES)]),
                name="file_language",
            ),
            models.CheckConstraint(
                condition=models.Q(pages=None) | models.Q(pages__gte=1),
                name="file_pages",
            ),
        ]

    @staticmethod
    def read(file: Content[Any]) -> Examined:
        return documents.examine(file)

    def store(self, found: Examined, original_name: str) -> None:
        """`pages` becomes what could be counted; whoever knows better sets it after."""
        self.media_type, self.pages = found.media_type, found.pages
        self._keep(found.file, found.extension, found.sha256, original_name)

    @property
    def extension(self) -> str:
        return str(self.file.name).rpartition(".")[2]

    @property
    def download_name(self) -> str:
        """The original name, with the extension of what the file really is."""
        own = self.original_name
        stem = own.rpartition(".")[0] or own or str(self.pk)
        return f"{stem}.{self.extension}"

    def title_in(self, language: str) -> str:
        return self.text_in(language, "title")


def printable(name: str) -> str:
    """A name without what reorders or hides it; the end, with the extension, stays."""
    own = name.replace("\\", "/").rpartition("/")[2]
    return "".join(filter(str.isprintable, own)).strip()[-LONGEST_NAME:]
