"""Searching the lists of the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest

from thinktank.search import columns

LONGEST = 200
"""Characters; each word is a condition for every column, and SQLite has a limit."""


class BriefSearch(admin.ModelAdmin):
    """Searches by the beginning of what was typed, when that is a whole paragraph."""

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> Any:
        return super().get_search_results(request, queryset, search_term[:LONGEST])


class FoundByWords(BriefSearch):
    """Finds `Findable` records by words in any form or half typed: hamza, marks, case
    and order don't matter."""

    search_fields: ClassVar[tuple[str, ...]] = (columns.COLUMN,)
    numbered = False
    """Whether a number finds the record of that key, too."""

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> Any:
        return queryset.filter(self.holding(search_term)), False

    def holding(self, text: str) -> Q:
        """The condition for what somebody typed."""
        return columns.holding(text, numbered=self.numbered)
