"""The trash of all kinds: what is there, since when, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from thinktank.editorial import kinds, trash
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import Refused, theirs

from .. import sides
from ..changelist import headline
from ..chosen import NUMBER
from ..staff import person

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    item: Item
    headline: SafeString
    kind: str
    may_delete: bool
    """For good: it was never public, and the person has the permission."""


def kinds_trashed_by(request: HttpRequest) -> list[str]:
    """The kinds whose items somebody may put in the trash and restore."""
    user = person(request)
    return [c for c in kinds.codes() if trash.may_trash(user, kinds.get(c).model)]


def leading_to(
    request: HttpRequest, model: type[Item], number: str
) -> HttpResponse | None:
    """To the trash, where that is where an item is; who may not see it is told so."""
    if not NUMBER.fullmatch(number):
        return None
    found = Item.objects.filter(pk=number, kind=model.KIND, trashed_at__isnull=False)
    if not found.exists():
        return None
    if model.KIND not in kinds_trashed_by(request):
        messages.warning(request, _("This is in the trash."))
        return HttpResponseRedirect(reverse("admin:index"))
    messages.warning(
        request, _("This is in the trash. Restore it to work on it again.")
    )
    return HttpResponseRedirect(f"{reverse('admin:trash')}#item-{number}")


def listing(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """What somebody may restore, the latest first; 403 for those who may nothing."""
    page = Paginator(_trashed(request), ON_A_PAGE).get_page(request.GET.get("p"))
    context = {
        **site.each_context(request),
        "title": _("Trash"),
        "page": page,
        "rows": _rows(request, list(page)),
    }
    return TemplateResponse(request, "admin/desk/trash.html", context)


def act(site: AdminSite, request: HttpRequest, number: int) -> HttpResponse:
    """Restore an item, or delete it for good: its button says which."""
    item = _trashed(request).filter(pk=number).first()
    if item is None:
        raise Http404
    verbs = {"restore": _restore, "delete": _delete}
    verb = verbs.get(request.POST.get("do", ""))
    if verb is None:
        raise Http404
    try:
        return verb(request, item)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:trash"))


def _restore(request: HttpRequest, item: Item) -> HttpResponse:
    trash.restore(item, by=person(request))
    messages.success(request, _("“%(headline)s” is restored.") % {"headline": item})
    opts = kinds.get(item.kind).model._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return HttpResponseRedirect(reverse(name, args=[item.pk]))


def _delete(request: HttpRequest, item: Item) -> HttpResponse:
    title = str(item)
    if not trash.may_delete(person(request), kinds.get(item.kind).model):
        raise PermissionDenied
    trash.delete(item, by=person(request))
    messages.success(request, _("“%(headline)s” is deleted.") % {"headline": title})
    return HttpResponseRedirect(reverse("admin:trash"))


def _trashed(request: HttpRequest) -> Any:
    own = kinds_trashed_by(request)
    if not own:
        raise PermissionDenied
    trashed = Item.objects.filter(kind__in=own, trashed_at__isnull=False)
    items = trashed.filter(theirs(person(request)))
    listed = items.select_related("trashed_by").defer(*sides.columns("body"))
    return listed.order_by("-trashed_at", "-pk")


def _rows(request: HttpRequest, items: list[Item]) -> list[Row]:
    public = trash.public_once(items)
    models = {item.kind: kinds.get(item.kind).model for item in items}
    user = person(request)
    deleting = {code for code in models if trash.may_delete(user, models[code])}
    return [
        Row(
            item,
            headline(item),
            str(models[item.kind]._meta.verbose_name),
            item.kind in deleting and item.pk not in public,
        )
        for item in items
    ]
