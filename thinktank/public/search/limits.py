"""How often one address may search: counted by the minute, in this process, without a
cookie and without a trace."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from thinktank import addresses

from .. import errors

MINUTE = 60
Refusal = Callable[[str, int], HttpResponse]
"""From a language and the seconds to wait."""


class Counts:
    """Of the running minute; those of the one before are dropped whole."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._minute, self._counts = 0, Counter[str]()

    def another(self, address: str) -> int:
        """Count one more of this address, and say how many it makes."""
        with self._lock:
            minute = int(self._clock() // MINUTE)
            if minute != self._minute:
                self._minute, self._counts = minute, Counter()
            self._counts[address] += 1
            return self._counts[address]

    def left(self) -> int:
        """Seconds until counting begins anew."""
        return MINUTE - int(self._clock() % MINUTE)


COUNTS = {"SEARCHES_PER_MINUTE": Counts(), "SUGGESTIONS_PER_MINUTE": Counts()}
"""By the name of the setting that says how many an address may have; 0 for any."""


def limited(setting: str, refuse: Refusal = errors.too_many) -> Callable[..., Any]:
    """A view of a language that answers 429 to whoever asks too often."""

    def around(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        def answer(request: HttpRequest, language: str) -> HttpResponse:
            counts, most = COUNTS[setting], getattr(settings, setting)
            if not most or counts.another(addresses.network(request)) <= most:
                return view(request, language)
            response = refuse(language, counts.left())
            response.headers["Retry-After"] = str(counts.left())
            return response

        return answer

    return around
