"""The page where a manuscript is dropped, chosen or pasted."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.core.files import File
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.editorial import manuscripts
from thinktank.editorial.admin import sides
from thinktank.editorial.admin.chosen import NUMBER
from thinktank.editorial.admin.lookup import kinds_one_may
from thinktank.editorial.admin.staff import person
from thinktank.editorial.models import Item, SentManuscript
from thinktank.editorial.permissions import Refused

from .decided import AN_ITEM
from .permits import require_import

LONGEST_PASTE = 10 * 2**20


def send(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """Stage what was sent and lead to its review; what cannot be read stays here."""
    require_import(request)
    problem = ""
    if "discard" in request.POST:
        manuscripts.discard(request.POST["discard"], by=person(request))
        return HttpResponseRedirect(request.get_full_path())
    if request.method == "POST":
        try:
            row = _staged(request)
        except Refused as refusal:
            problem = str(refusal)
        else:
            address = reverse("admin:manuscripts_review", args=[row.pk])
            return HttpResponseRedirect(address)
    context = {
        **site.each_context(request),
        "title": _("Import a manuscript"),
        "problem": problem,
        "text": request.POST.get("text", ""),
        "markup": request.POST.get("markup", ""),
        "wanted": _wanted(request),
        "item": _item(request),
        "limit": filesizeformat(manuscripts.MOST_BYTES),
        "most_bytes": manuscripts.MOST_BYTES,
        "longest": LONGEST_PASTE,
        "waiting": manuscripts.waiting(person(request)),
        "days": manuscripts.KEPT.days,
    }
    return TemplateResponse(request, "admin/desk/manuscript_import.html", context)


def import_address(item: Item | None = None, language: str = "") -> str:
    """Where a manuscript is sent, for an item and one of its languages if given."""
    address = reverse("admin:manuscripts_import")
    asked = {"item": str(item.pk), "language": language} if item else {}
    return f"{address}?{urlencode(asked)}" if asked else address


def _wanted(request: HttpRequest) -> dict[str, str]:
    """What the address says of where the manuscript goes."""
    language, item = (request.GET.get(name, "") for name in ("language", "item"))
    return {
        "language": language if language in sides.codes() else "",
        "item": item if NUMBER.fullmatch(item) else "",
    }


def _item(request: HttpRequest) -> Item | None:
    """The item that the address names, if the person may change it."""
    number = _wanted(request)["item"]
    own = kinds_one_may(request, "change")
    mine = Item.objects.filter(kind__in=own, trashed_at__isnull=True)
    return mine.filter(pk=number).first() if number else None


def _staged(request: HttpRequest) -> SentManuscript:
    """Raises Refused with a sentence that says what to do."""
    try:
        row = _read(request)
    except NotAManuscript as refusal:
        raise Refused(refusal.message(sides.interface())) from refusal
    if item := _item(request):
        left = _unwanted(_wanted(request)["language"], manuscripts.written_in(row))
        row.decided = {"target": AN_ITEM, "item": str(item.pk)} | left
        row.save(update_fields=["decided"])
    return row


def _unwanted(language: str, written: list[str]) -> dict[str, str]:
    """What of a file in several languages is left out when one of them is asked for."""
    if language not in written:
        return {}
    return {f"leave-{code}": "on" for code in written if code != language}


def _read(request: HttpRequest) -> SentManuscript:
    file = request.FILES.get("file")
    if file is not None:
        return _read_file(file, request)
    text, markup = _pasted(request, "text"), _pasted(request, "markup")
    if not text.strip() and not markup.strip():
        raise Refused(_("Choose a file or paste a text first."))
    return manuscripts.stage(manuscripts.read_paste(text, markup), by=person(request))


def _read_file(file: File[bytes], request: HttpRequest) -> SentManuscript:
    limit = filesizeformat(manuscripts.MOST_BYTES)
    if (file.size or 0) > manuscripts.MOST_BYTES:
        raise Refused(
            _(
                "The file is larger than %(limit)s. Make its pictures smaller, or take "
                "them out, and choose it again."
            )
            % {"limit": limit}
        )
    source, media_type = manuscripts.read_file(file)
    by: Any = person(request)
    return manuscripts.stage(source, by=by, file=file, media_type=media_type)


def _pasted(request: HttpRequest, name: str) -> str:
    pasted = request.POST.get(name, "")
    if len(pasted) > LONGEST_PASTE:
        raise Refused(_("This is too much to paste. Save it as a file and choose it."))
    return pasted
