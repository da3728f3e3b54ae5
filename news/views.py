from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thinktank.public.frame import page
from thinktank.public.item_page import respond_with_item
from thinktank.public.list_page import list_page

from .models import NewsItem
from .news_page import news_layout


@page
def news_list(request: HttpRequest, language: str) -> HttpResponse:
    return list_page(request, language, NewsItem.KIND)


@page
def news_item(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    return respond_with_item(
        request, NewsItem.KIND, language, number, slug, news_layout
    )
