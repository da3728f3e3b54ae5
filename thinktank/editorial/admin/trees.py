"""Topics and regions: records under one another."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.safestring import SafeString

from thinktank.reference.models import Region, Topic, Tree

from . import sides
from .mergers import ApartSelect, MergeableAdmin


class TreeChangeList(ChangeList):
    """Gives each record `above`: what it stands under, from the top down."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        everything = {row.pk: row for row in self.model._default_manager.all()}
        records = list(self.result_list)
        for record in records:
            record.above = _above(record, everything)
        self.result_list = records


def _above(record: Any, everything: dict[int, Any]) -> list[Tree]:
    found: list[Tree] = []
    parent = everything.get(record.parent_id)
    while parent and parent not in found:
        found.insert(0, parent)
        parent = everything.get(parent.parent_id)
    return found


@admin.register(Topic, Region)
class TreeAdmin(MergeableAdmin):
    list_display = ("__str__", "order", "items")
    name_fields = ("name", "description")
    other_fields = (("parent", "order"),)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        return TreeChangeList

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        paths = [_path_column(code) for code in sides.in_reading_order()]
        return [*paths, *self.list_display[1:]]

    def never_offered(self, record: Any) -> set[int]:
        return {record.pk, *record.descendants()}

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """What would put a record under itself is not offered."""
        if db_field.name == "parent":
            match = request.resolver_match
            number = match.kwargs.get("object_id", "") if match else ""
            apart = number if number.isdigit() else ""
            kwargs["widget"] = ApartSelect(db_field, self.admin_site, apart)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _path_column(language: str) -> Any:
    column = sides.column("name", language)

    @admin.display(description=sides.name(language), ordering=column)
    def path(record: Any) -> SafeString | str:
        if not record.name_in(language):
            return "—"
        names = [row.name_in(language) or str(row) for row in (*record.above, record)]
        return sides.marked(" › ".join(names), language)

    # The admin heads and sorts a column by the function's own name.
    path.__name__ = column
    return path
