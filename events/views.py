from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thinktank.public.frame import page
from thinktank.public.item_page import respond_with_item

from . import list_page
from .event_page import event_layout
from .models import Event


@page
def event_list(request: HttpRequest, language: str) -> HttpResponse:
    return list_page.event_list(request, language)


@page
def event(
    request: HttpRequest, language: str, number: int, slug: str | None = None
) -> HttpResponse:
    return respond_with_item(request, Event.KIND, language, number, slug, event_layout)
