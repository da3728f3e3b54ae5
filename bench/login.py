"""Whether the time of an answer tells who has an account. `--check` exits 1 if it does.

    python -m bench.login [--check] [--rounds 60]

Wrong logins are sent for accounts, for closed ones and for names that nobody has, and
the form for a new password for known and unknown addresses, in turns. Each kind is
compared with the first: their medians may differ by the margin, or by what the spread
of the answers explains. SQLite in a temporary folder is used.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from statistics import median, quantiles
from typing import Any

import django

MARGIN = 0.15
"""Of the median. A hash that is left out takes most of it, a network hides far more."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DJANGO_SETTINGS_MODULE"] = "thinktank.settings"
        os.environ.update(VAR_DIR=folder, DATABASE_URL="", EMAIL_HOST="localhost")
        django.setup()
        told = [tells(kinds, options.rounds) for kinds in prepare()]
    return 1 if options.check and any(told) else 0


def prepare() -> list[dict[str, Callable[[int], Any]]]:
    """What is sent, by kind; each takes the number of its round."""
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    from thinktank.accounts import resetting

    call_command("migrate", verbosity=0)
    settings.ALLOWED_HOSTS = ["testserver"]
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    logging.disable(logging.WARNING)
    resetting.in_the_background = lambda work: None  # after the answer
    User.objects.create_user("staff", "staff@example.org", "right", is_staff=True)
    User.objects.create_user("closed", password="right", is_active=False)
    User.objects.create_user("reader", password="right")

    def login(name: str, password: str = "wrong") -> Callable[[int], Any]:
        def send(number: int) -> Any:
            client = Client(REMOTE_ADDR=f"10.0.{number >> 8}.{number & 255}")
            words = {"username": name or f"nobody{number}", "password": password}
            return client.post("/admin/login/", words)

        return send

    def forgotten(address: str) -> Callable[[int], Any]:
        def send(number: int) -> Any:
            sent = {"email": address.format(number)}
            return Client().post("/admin/password_reset/", sent)

        return send

    return [
        {
            "login of staff": login("staff"),
            "of nobody": login(""),
            "of a closed account": login("closed", "right"),
            "of no staff": login("reader", "right"),
        },
        {
            "new password of staff": forgotten("staff@example.org"),
            "of nobody": forgotten("nobody{}@example.org"),
        },
    ]


def tells(kinds: dict[str, Callable[[int], Any]], rounds: int) -> bool:
    """Whether one kind can be told from the first by its time; prints the medians."""
    times = measured(kinds, rounds)
    first, *others = times.values()
    for name, taken in times.items():
        print(f"{name:22} {median(taken) * 1000:7.1f} ms")
    return any(differs(first, other) for other in others)


def measured(
    kinds: dict[str, Callable[[int], Any]], rounds: int
) -> dict[str, list[float]]:
    """Seconds of each answer. Kinds take turns in any order, to share alike."""
    from axes.models import AccessAttempt
    from django.core.cache import cache

    times: dict[str, list[float]] = {name: [] for name in kinds}
    for number in range(rounds + 3):
        for name, send in random.sample([*kinds.items()], len(kinds)):
            AccessAttempt.objects.all().delete()
            cache.clear()
            started = time.perf_counter()
            response = send(number)
            times[name].append(time.perf_counter() - started)
            assert response.status_code in (200, 302), response.status_code
    return {name: taken[3:] for name, taken in times.items()}


def differs(first: list[float], other: list[float]) -> bool:
    """Beyond the margin and beyond what chance explains (three standard errors of a
    median, from the quartiles)."""
    apart = abs(median(first) - median(other))
    spread = max(map(error_of_median, (first, other)))
    return apart > MARGIN * median(first) and apart > 3 * spread


def error_of_median(times: list[float]) -> float:
    low, _middle, high = quantiles(times, n=4)
    return 0.93 * (high - low) / len(times) ** 0.5


if __name__ == "__main__":
    sys.exit(main())
