from __future__ import annotations

import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

from thinktank.media.models import LONGEST_NAME


@deconstructible(path="thinktank.editorial.models.manuscript.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """The folder `manuscripts` of VAR_DIR: beside the media, at no address."""

    base_url: Any = None

    def __init__(self) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    @property
    def base_location(self) -> Path:
        return Path(settings.VAR_DIR) / "manuscripts"


storage = PrivateStorage()


def stored_name(record: Any, filename: str) -> str:
    """The record's own id: no word of a person reaches the disk."""
    ending = filename.rpartition(".")[2]
    return f"{record.pk}.{ending}"


class SentManuscriptQuerySet(models.QuerySet["SentManuscript"]):
    def staged(self) -> SentManuscriptQuerySet:
        """Those that no item was made of yet."""
        return self.filter(item=None)

    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            # Locked first: one that becomes an item's meanwhile keeps its file.
            gone = dict(self.select_for_update().values_list("pk", "file"))
            rows = self.model._default_manager.filter(pk__in=gone)
            deleted = models.QuerySet.delete(rows)
            remove_files(gone.values())
        return deleted

    delete.alters_data = True  # type: ignore[attr-defined]  # asked for by Django
    delete.queryset_only = True  # type: ignore[attr-defined]  # asked for by Django


class SentManuscript(models.Model):
    """A manuscript as it was sent. Without an item it is staged: it belongs to its
    sender alone, who decides what each line is; with one it is kept as it came.

    `source` is the form of what was read (`to_form`), `choices` a role of CHOICES for
    the number of a line, and `decided` what was filled in beside them. `languages` are
    the codes that the lines are divided between, with spaces between. A paste has no
    file.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    item = models.ForeignKey(
        "editorial.Item",
        on_delete=models.CASCADE,
        null=True,
        related_name="manuscripts",
        verbose_name=_("item"),
    )
    original_name = models.CharField(max_length=LONGEST_NAME, blank=True, default="")
    file = models.FileField(upload_to=stored_name, storage=storage, blank=True)
    media_type = models.CharField(max_length=100, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    bytes = models.PositiveBigIntegerField(default=0)
    source = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    decided = models.JSONField(default=dict)
    languages = models.CharField(max_length=30)
    sent_at = models.DateTimeField(auto_now_add=True)

    objects = SentManuscriptQuerySet.as_manager()

    class Meta:
        verbose_name = _("manuscript")
        verbose_name_plural = _("manuscripts")
        ordering = ("sent_at",)
        indexes = [
            models.Index(
                fields=["sent_at"],
                condition=models.Q(item=None),
                name="manuscript_staged",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(languages=""), name="manuscript_has_a_language"
            ),
            models.CheckConstraint(
                condition=models.Q(file="") ^ models.Q(bytes__gte=1),
                name="manuscript_file_has_bytes",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name or str(self.pk)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        remove_files([self.file.name or ""])
        return deleted


def remove_files(names: Iterable[str]) -> None:
    """After the commit, delete these files of manuscripts that are gone."""
    gone = [name for name in names if name]

    def remove() -> None:
        for name in gone:
            storage.delete(name)

    # Robust: a file that cannot be deleted is logged, and undoes nothing.
    transaction.on_commit(remove, robust=True)
