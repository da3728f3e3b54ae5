"""Searching the lists of the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

LONGEST = 200
"""Characters; each word is a condition for every column, and SQLite has a limit."""


class BriefSearch(admin.ModelAdmin):
    """Searches by the beginning of what was typed, when that is a whole paragraph."""

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> Any:
        return super().get_search_results(request, queryset, search_term[:LONGEST])
