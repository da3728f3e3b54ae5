"""Who may import manuscripts, into what."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from thinktank.editorial import kinds
from thinktank.editorial.admin.lookup import kinds_one_may
from thinktank.editorial.admin.staff import person
from thinktank.editorial.models import SentManuscript


def kinds_to_begin(request: HttpRequest) -> list[str]:
    """The kinds of which somebody may make an item out of a manuscript: those whose
    items need nothing but a type to begin with."""
    return [code for code in kinds_one_may(request, "add") if _needs_a_type_alone(code)]


def may_import(request: HttpRequest) -> bool:
    return bool(kinds_one_may(request, "add", "change"))


def require_import(request: HttpRequest) -> None:
    if not may_import(request):
        raise PermissionDenied


def own(request: HttpRequest, key: UUID) -> SentManuscript:
    """What the person sent; others find nothing at its address. Raises Http404."""
    require_import(request)
    row = SentManuscript.objects.filter(pk=key, person=person(request)).first()
    if row is None:
        raise Http404
    return row


def _needs_a_type_alone(code: str) -> bool:
    model = kinds.get(code).model
    own_fields = [f for f in model._meta.local_concrete_fields if not f.primary_key]
    needed = {
        field.name
        for field in own_fields
        if not (field.blank or field.null or field.has_default())
    }
    return any(field.name == "type" for field in own_fields) and needed <= {"type"}
