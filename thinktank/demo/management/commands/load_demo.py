from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from thinktank.demo import centre


class Command(BaseCommand):
    help = (
        "Load the demonstration centre from plain text files: 24 publications, 12 news "
        "items, 6 events, the people who made them, and the pages of the centre, in "
        "both languages. Running it again changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = centre.load()
        if not loaded:
            self.stdout.write("The demonstration centre is here already.")
            return
        told = (f"{count} {group}" for group, count in loaded.items())
        self.stdout.write(f"{', '.join(told)}.")
