from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from thinktank.editorial import kinds, sharing
from thinktank.editorial.models import DraftLink
from thinktank.public.frame import Frame, page, respond

KEPT_NOWHERE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


@page
def draft(request: HttpRequest, language: str, token: str) -> HttpResponse:
    """The draft as it stands now; 410 when the link is over, 404 when it never was."""
    try:
        link = sharing.find(token, language)
        item = sharing.opened(link)
    except DraftLink.DoesNotExist:
        raise Http404 from None
    except sharing.Over:
        response = _over(language)
    else:
        preview = kinds.get(item.kind).preview
        response = preview(item, language, shared_until=link.expires_at)
    for name, value in KEPT_NOWHERE.items():
        response.headers[name] = value
    return response


def _over(language: str) -> HttpResponse:
    with translation.override(language):
        title = _("This link no longer works")
    frame = Frame(language, title, indexed=False)
    return respond("draft_over.html", frame, {}, status=410)
