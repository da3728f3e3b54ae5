from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thinktank.public.frame import page
from thinktank.public.item_page import respond_with_item
from thinktank.public.moments import Moment

from .centre_page import layout
from .models import CentrePage


@page
def centre_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    before = Moment.read(request.GET.get("before"))
    return respond_with_item(
        request, CentrePage.KIND, language, number, slug, layout(before)
    )
