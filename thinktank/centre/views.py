from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thinktank.public.frame import page
from thinktank.public.item_page import respond_with_item

from .models import CentrePage


@page
def centre_page(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    return respond_with_item(CentrePage.KIND, language, number, slug)
