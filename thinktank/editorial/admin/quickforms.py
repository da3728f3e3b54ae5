"""How the form of an item and its lists come about at a bearable price."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.admin.options import InlineModelAdmin
from django.http import HttpRequest

from . import formclasses
from .bilingual import BilingualAdmin
from .rowsdrawn import DrawnList


class QuickForms(BilingualAdmin):
    """Keeps the class of the form, and draws the lists from what is kept of them."""

    def form_class(
        self, request: HttpRequest, obj: Any, change: bool, **kwargs: Any
    ) -> Any:
        build = partial(super().form_class, request, obj, change, **kwargs)
        names = kwargs.get("fields", ())
        looking = obj is not None and not self.has_change_permission(request, obj)
        if looking or kwargs.keys() - {"fields"} or names is None:
            return build()
        return formclasses.form_class((self, change, *names), request, build)

    def get_inline_instances(
        self, request: HttpRequest, obj: Any = None
    ) -> list[InlineModelAdmin[Any, Any]]:
        """Whoever may change the item may change all its lists; the others get none.
        Django asks four times for each."""
        lists = self.get_inlines(request, obj)
        return [each(self.model, self.admin_site) for each in lists]

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """Lists read what was sent; Django copies all of it for each."""
        sent = {"data": request.POST, "files": request.FILES}
        return {
            "instance": obj,
            "prefix": prefix,
            "queryset": inline.get_queryset(request),
            **(sent if request.method == "POST" else {}),
        }

    def get_inline_formsets(
        self,
        request: HttpRequest,
        formsets: Any,
        inline_instances: Any,
        obj: Any = None,
    ) -> list[Any]:
        return [
            DrawnList(
                inline, rows, inline.get_fieldsets(request, obj), model_admin=self
            )
            for inline, rows in zip(inline_instances, formsets, strict=True)
        ]
