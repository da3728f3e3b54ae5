"""The links by which others read drafts of an item: listed, made and revoked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from thinktank.editorial import sharing
from thinktank.editorial.models import DraftLink, Item
from thinktank.editorial.permissions import Refused

from . import sides
from .acts.confirmation import moment
from .changelist import headline
from .staff import person

USUAL = 7


class LinkForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Language"))
    for_whom = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=150,
        help_text=gettext_lazy("Who is to read the draft. Only the desk sees this."),
    )
    lasts = forms.TypedChoiceField(label=gettext_lazy("It works for"), coerce=int)

    def __init__(self, item: Item, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = [code for code in sides.in_reading_order() if item.has_text(code)]
        days = sharing.days()
        self._offer("language", [(code, sides.name(code)) for code in written])
        self._offer("lasts", [(each, _in_days(each)) for each in days])
        self.fields["lasts"].initial = USUAL if USUAL in days else days[-1]

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


@dataclass(frozen=True, slots=True)
class Shared:
    """A link as the page lists it; `address` is empty when it is over."""

    link: DraftLink
    state: DraftLink.State
    address: str
    revoking: str

    @property
    def works(self) -> bool:
        return bool(self.address)


def urls(item_admin: Any) -> list[URLPattern]:
    both, view = require_http_methods(["GET", "HEAD", "POST"]), item_admin.admin_site
    return [
        path(
            "<int:number>/links/",
            view.admin_view(both(partial(listed, item_admin))),
            name=item_admin._name("links"),
        ),
        path(
            "<int:number>/links/<int:link>/revoke/",
            view.admin_view(require_POST(partial(revoke, item_admin))),
            name=item_admin._name("revoke_link"),
        ),
    ]


def address(item_admin: Any, request: HttpRequest, item: Item | None) -> str:
    """Where the links of an item are; empty for those who may not share it."""
    if item is None or not _may_share(item_admin, request, item):
        return ""
    return str(item_admin.address(item, "links"))


def listed(item_admin: Any, request: HttpRequest, number: int) -> HttpResponse:
    """The links so far, and the form that makes one."""
    item = _item(item_admin, request, number)
    form = LinkForm(item, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            link = sharing.make(item, by=person(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            _tell_made(request, link)
            return HttpResponseRedirect(item_admin.address(item, "links"))
    context = {
        **item_admin.admin_site.each_context(request),
        "opts": item_admin.opts,
        "original": item,
        "subtitle": headline(item),
        "back": item_admin.address(item),
        "title": _("Links to the draft"),
        "form": form,
        "links": list(_shared(item_admin, item)),
    }
    return TemplateResponse(request, "admin/desk/links.html", context)


def revoke(
    item_admin: Any, request: HttpRequest, number: int, link: int
) -> HttpResponse:
    item = _item(item_admin, request, number)
    found = get_object_or_404(DraftLink, pk=link, item_id=item.pk)
    sharing.revoke(found, by=person(request))
    messages.success(
        request,
        _("The link for %(person)s no longer works.") % {"person": found.for_whom},
    )
    return HttpResponseRedirect(item_admin.address(item, "links"))


def _item(item_admin: Any, request: HttpRequest, number: int) -> Item:
    """Raises PermissionDenied where the person may not share it."""
    item: Item | None = item_admin.get_object(request, str(number))
    if item is None:
        raise Http404
    if not _may_share(item_admin, request, item):
        raise PermissionDenied
    return item


def _may_share(item_admin: Any, request: HttpRequest, item: Item) -> bool:
    changing = bool(item_admin.has_change_permission(request, item))
    return changing and sharing.may_share(person(request))


def _shared(item_admin: Any, item: Item) -> Iterator[Shared]:
    links = DraftLink.objects.filter(item_id=item.pk).select_related("made_by")
    withdrawn = sharing.withdrawn(item.pk)
    for link in links:
        state = link.state(withdrawn.get(link.language))
        works = state == DraftLink.State.OPEN
        yield Shared(
            link,
            state,
            f"{settings.SITE_URL}{sharing.path(link)}" if works else "",
            item_admin.address(item, "revoke_link", link.pk) if works else "",
        )


def _tell_made(request: HttpRequest, link: DraftLink) -> None:
    messages.success(
        request,
        _("The link for %(person)s works until %(moment)s.")
        % {"person": link.for_whom, "moment": moment(link.expires_at)},
    )


def _in_days(days: int) -> str:
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
