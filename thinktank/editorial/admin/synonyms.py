"""Synonyms: words and names that find each other on the site."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from thinktank import changes
from thinktank.editorial import journal
from thinktank.search import synonyms
from thinktank.search.models import Synonym

from .inwords import HouseWords
from .searching import FoundByWords
from .staff import person


@admin.register(Synonym)
class SynonymAdmin(HouseWords, FoundByWords):
    """What is saved here counts for the next search; nothing is indexed anew."""

    task = "reference"
    list_display = ("shown_words",)
    list_per_page = 50
    search_help_text = gettext_lazy("Searches the words, in any form.")
    formfield_overrides: ClassVar[dict[Any, Any]] = {
        models.TextField: {
            "widget": forms.Textarea(attrs={"rows": 8, "cols": 40, "dir": "auto"})
        }
    }

    @admin.display(description=gettext_lazy("words"), ordering="words")
    def shown_words(self, synonym: Synonym) -> SafeString:
        lines = ((line,) for line in synonym.lines())
        return format_html_join(" = ", "<bdi>{}</bdi>", lines)

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        synonyms.keep([obj])
        _record(request, obj, words=obj.lines())

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        synonyms.forget(obj.pk)
        _record(request, obj, deleted=obj.lines())
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        with transaction.atomic():
            for obj in queryset:
                self.delete_model(request, obj)


def _record(request: HttpRequest, synonym: Synonym, **details: Any) -> None:
    """Like any setting; pages of results that are kept somewhere are so no more."""
    by = person(request)
    journal.record(journal.Verb.SETTINGS, by=by, synonym=synonym.pk, **details)
    changes.touch()
