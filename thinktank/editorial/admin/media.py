"""The library: pictures and files, with their texts in every language."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thinktank.media.models import File, Image, Stored
from thinktank.media.pictures import animation_note
from thinktank.media.serving import respond_with_file

from . import sides
from .mediaforms import FileForm, ImageForm, read
from .reference import NamedAdmin
from .searching import FoundByWords


class MissingAltFilter(admin.SimpleListFilter):
    title = _("alternative text")
    parameter_name = "without_alt"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[Any]:
        sentence = _("No alternative text in {language}")
        return [
            (code, format_lazy(sentence, language=sides.name(code)))
            for code in sides.codes()
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        language = self.value()
        if language not in sides.codes():
            return queryset
        column = sides.column("alt", language)
        missing = models.Q(**{column: ""}) | models.Q(**{f"{column}__isnull": True})
        return queryset.filter(missing)


class LicenceFilter(admin.SimpleListFilter):
    title = _("licence")
    parameter_name = "licence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[Any]:
        return [("expired", _("Expired")), ("none", _("None stated"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "expired":
                return queryset.filter(licence_expires__lt=timezone.localdate())
            case "none":
                return queryset.filter(licence="")
        return queryset


class StoredAdmin(FoundByWords, NamedAdmin):
    """For records that hold a file, and texts about it in each language."""

    list_per_page = 24
    ordering = ("-pk",)
    long_fields: tuple[str, ...] = ()
    """Translated fields that need several lines."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Reads an upload before the transaction, in which SQLite has one lock.

        When somebody adds the same at this very moment, the form is asked once more:
        by then it finds the record and leads there.
        """
        changing = bool(object_id) and self.has_change_permission(request)
        if changing or (not object_id and self.has_add_permission(request)):
            for upload in request.FILES.values():
                with suppress(ValidationError):
                    read(self.model, upload)
        arguments = (request, object_id, form_url, extra_context)
        try:
            return super().changeform_view(*arguments)
        except IntegrityError:
            return super().changeform_view(*arguments)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Whoever only looks gets what the upload field would show beside it."""
        rows = super().get_fields(request, obj)
        may = self.has_change_permission(request, obj) if obj else True
        return ["file" if may else "shown", *rows]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("shown",)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return list(self.list_display)

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name in chain.from_iterable(map(sides.columns, self.long_fields)):
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("size"), ordering="bytes")
    def size(self, record: Stored) -> str:
        return filesizeformat(record.bytes)

    @admin.display(description=_("original name"))
    def shown_name(self, record: Stored) -> SafeString:
        return format_html("<bdi>{}</bdi>", record.original_name)


@admin.register(Image)
class ImageAdmin(StoredAdmin):
    form = ImageForm
    name_fields = ("alt", "caption", "credit")
    long_fields = ("alt", "caption")
    other_fields = (("focal_x", "focal_y"), ("licence", "licence_expires"))
    list_display = ("thumbnail", "texts", "shown_credit", "dimensions")
    list_filter = (MissingAltFilter, LicenceFilter)

    class Media:
        css = {"all": ("admin/desk/media.css",)}

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if form.found and form.found.animated:
            messages.warning(request, animation_note())

    @admin.display(description=_("picture"))
    def thumbnail(self, image: Image) -> SafeString:
        return _element(image, image.thumbnail_address)

    @admin.display(description=_("picture"))
    def shown(self, image: Image) -> SafeString:
        return _element(image, image.address)

    @admin.display(description=_("alternative text"))
    def texts(self, image: Image) -> str:
        texts = [
            (code, sides.name(code), image.alt_in(code))
            for code in sides.in_reading_order()
        ]
        return render_to_string("admin/desk/alt_texts.html", {"texts": texts})

    @admin.display(description=_("credit"))
    def shown_credit(self, image: Image) -> SafeString:
        codes = sides.in_reading_order()
        texts = ((code, image.credit_in(code)) for code in codes)
        return sides.marked_first(texts, fallback="—")

    @admin.display(description=_("dimensions"), ordering="width")
    def dimensions(self, image: Image) -> SafeString:
        return format_html(
            '<bdi dir="ltr">{} × {}</bdi> <span class="quiet">{}</span>',
            *(image.width, image.height, filesizeformat(image.bytes)),
        )


def _element(image: Image, address: str) -> SafeString:
    return format_html(
        '<img class="thumbnail" src="{}" width="{}" height="{}" alt="{}"'
        ' loading="lazy" decoding="async">',
        *(address, image.width, image.height, image),
    )


@admin.register(File)
class FileAdmin(StoredAdmin):
    form = FileForm
    name_fields = ("title",)
    other_fields = (("language", "pages"),)
    list_display = (
        *("shown_title", "shown_name", "format", "shown_language", "pages", "size"),
    )
    list_filter = ("media_type", "language")

    class Media:
        css = {"all": ("admin/desk/media.css",)}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.download_view)
        own = path("<path:object_id>/download/", view, name="media_file_download")
        return [own, *super().get_urls()]

    def download_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        file = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, file):
            raise PermissionDenied
        if not isinstance(file, File):
            raise Http404
        return respond_with_file(file, request)

    @admin.display(description=_("title"))
    def shown_title(self, file: File) -> SafeString | str:
        codes = sides.in_reading_order()
        texts = ((code, file.title_in(code)) for code in codes)
        return sides.marked_first(texts, fallback=str(file))

    @admin.display(description=_("file"))
    def shown(self, file: File) -> str:
        return render_to_string("admin/desk/download.html", {"file": file})

    @admin.display(description=_("format"), ordering="media_type")
    def format(self, file: File) -> SafeString:
        return format_html("<bdi>{}</bdi>", file.extension.upper())

    @admin.display(description=_("language"), ordering="language")
    def shown_language(self, file: File) -> str:
        return sides.name(file.language) if file.language else "—"
