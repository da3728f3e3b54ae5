"""The forms of pictures and files: what is uploaded, and what is typed beside it."""

from __future__ import annotations

from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.media import documents, pictures
from thinktank.media.models import Stored

from . import sides


def read(model: type[Stored], upload: Any) -> Any:
    """What the upload was read as, once however often it is asked for.

    Raises ValidationError.
    """
    if not hasattr(upload, "read_as"):
        upload.read_as = model.read(upload)
    return upload.read_as


class UploadInput(forms.FileInput):
    """A field for a file, below what is stored now in `record`."""

    template = "admin/desk/upload.html"
    record: Stored | None = None

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        return render_to_string(self.template, {"field": field, "file": self.record})


class PictureInput(UploadInput):
    template = "admin/desk/picture_upload.html"

    class Media:
        js = (forms.Script("admin/desk/focal.js", type="module"),)


class UploadForm(forms.ModelForm):
    """`found` is what the upload was read as, None where nothing new was chosen."""

    found: Any = None
    twin: Any
    """What to say of an upload that the library holds already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file = self.fields.get("file")
        if isinstance(file, forms.FileField):
            # The library has sentences of its own; stored names are short anyway.
            file.allow_empty_file, file.max_length = True, None
            # A copy: the form puts what was chosen into its own.
            file.widget.record = copy(self.instance) if self.instance.pk else None

    def full_clean(self) -> None:
        """No browser sends a file again by itself: say so when the page comes back."""
        super().full_clean()
        if self.errors and self.files and "file" not in self.errors:
            self.add_error("file", _("Choose the file again; nothing else is lost."))

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            self.found = read(self._meta.model, upload)
            self._refuse_twin(self.found.sha256)
        return upload

    def clean(self) -> dict[str, Any]:
        """The texts become single lines."""
        cleaned = super().clean() or self.cleaned_data
        for field in self._meta.model.texts:
            for column in sides.columns(field):
                cleaned[column] = " ".join((cleaned.get(column) or "").split())
        return cleaned

    def save(self, commit: bool = True) -> Any:
        if self.found:
            self.instance.store(self.found, self.cleaned_data["file"].name)
        return super().save(commit)

    def _refuse_twin(self, sha256: str) -> None:
        twin = self._meta.model.objects.with_content(sha256)
        if twin and twin.pk != self.instance.pk:
            address = reverse(_change_page(twin), args=[twin.pk])
            link = format_html('<a href="{}"><bdi>{}</bdi></a>', address, twin)
            raise ValidationError(format_html(str(self.twin), link=link))


class ImageForm(UploadForm):
    twin = gettext_lazy("The library holds this picture already: {link}.")

    class Meta:
        widgets = {"file": PictureInput(attrs={"accept": pictures.ACCEPTED})}
        labels = {"file": gettext_lazy("Picture")}
        help_texts = {
            "file": gettext_lazy(
                "JPEG, PNG, WebP or GIF, up to 20 MB and 60 million pixels. It is "
                "stored without the data that cameras and programs add, such as the "
                "place."
            )
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("licence_expires") and not cleaned.get("licence"):
            self.add_error("licence", _("Write which licence expires on that day."))
        return cleaned


class FileForm(UploadForm):
    twin = gettext_lazy("The library holds this file already: {link}.")

    class Meta:
        widgets = {"file": UploadInput(attrs={"accept": documents.ACCEPTED})}
        help_texts = {
            "file": gettext_lazy(
                "PDF, EPUB, Word, Excel, PowerPoint or CSV, up to 100 MB, without "
                "macros. Readers get it exactly as it is."
            )
        }

    def save(self, commit: bool = True) -> Any:
        """Pages that were typed stand; those of a replaced file do not."""
        file = super().save(commit=False)
        if "pages" in self.changed_data:
            file.pages = self.cleaned_data["pages"]
        if commit:
            file.save()
        return file


def _change_page(record: Stored) -> str:
    opts = record._meta
    return f"admin:{opts.app_label}_{opts.model_name}_change"
