"""Pictures and files that an item shows in an order."""

from __future__ import annotations

from typing import Any

from thinktank.editorial.models import Attachment, GalleryPicture

from .lists import ListForm, ListFormSet, ListInline


class GalleryForm(ListForm):
    key = "image"


class GalleryFormSet(ListFormSet):
    columns = ("image",)
    once = ("image",)


class GalleryInline(ListInline):
    model = GalleryPicture
    form = GalleryForm
    formset: Any = GalleryFormSet
    fields = (*GalleryFormSet.columns, "order")
    autocomplete_fields = ("image",)


class AttachmentForm(ListForm):
    key = "file"


class AttachmentFormSet(ListFormSet):
    columns = ("file", "kind", "accessible")
    once = ("file",)


class AttachmentInline(ListInline):
    model = Attachment
    form = AttachmentForm
    formset: Any = AttachmentFormSet
    fields = (*AttachmentFormSet.columns, "order")
    autocomplete_fields = ("file",)
