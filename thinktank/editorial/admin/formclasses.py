"""The classes of an item's form and of its lists, built once.

Django builds them anew for each request, from all fields of their models, though they
differ only by the language of the interface and by what somebody may do. What somebody
may choose among differs by the item too: those fields are copied for each request.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import deepcopy
from typing import Any

from django import forms
from django.http import HttpRequest

from thinktank.editorial.models import Item

from . import sides

MOST = 500
"""Classes; there are some ten for each set of rights in each language."""

_kept: dict[Hashable, Any] = {}


def form_class(
    key: tuple[Hashable, ...], request: HttpRequest, build: Callable[[], Any]
) -> Any:
    """The form that `build` gives, with fields of its own where it chooses items.

    `key` names all that it depends on beside the person and the language.
    """
    return _own(_known(key, request, build))


def formset_class(
    key: tuple[Hashable, ...], request: HttpRequest, build: Callable[[], Any]
) -> Any:
    """The same for a list and the form of its rows."""
    formset = _known(key, request, build)
    return type(formset.__name__, (formset,), {"form": _own(formset.form)})


def _known(
    key: tuple[Hashable, ...], request: HttpRequest, build: Callable[[], Any]
) -> Any:
    user: Any = request.user
    rights = user.is_superuser or frozenset(user.get_all_permissions())
    whole = (*key, sides.interface(), rights)
    if whole not in _kept:
        if len(_kept) >= MOST:
            _kept.clear()
        _kept[whole] = _freed(build())
    return _kept[whole]


def _freed(built: Any) -> Any:
    """Without the request for which it was built."""
    form = getattr(built, "form", built)
    form._meta.formfield_callback = form.Meta.formfield_callback = None
    return built


def _own(form: Any) -> Any:
    fields = {name: _apart(field) for name, field in form.base_fields.items()}
    # Past Django's metaclass, which would build all fields again.
    return type.__new__(type(form), form.__name__, (form,), {"base_fields": fields})


def _apart(field: forms.Field) -> forms.Field:
    offered = getattr(field, "queryset", None)
    chooses = offered is not None and issubclass(offered.model, Item)
    return deepcopy(field) if chooses else field
