from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thinktank.public.frame import page
from thinktank.public.item_page import respond_with_item
from thinktank.public.list_page import list_page

from .models import Publication
from .publication_page import publication_layout


@page
def publication_list(request: HttpRequest, language: str) -> HttpResponse:
    return list_page(request, language, Publication.KIND)


@page
def publication(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    return respond_with_item(
        request, Publication.KIND, language, number, slug, publication_layout
    )
