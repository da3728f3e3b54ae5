from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from thinktank import changes


class ChangesMiddleware:
    """Lets each request read the counter of changes once; see `changes.token`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with changes.read_once():
            return self.get_response(request)
