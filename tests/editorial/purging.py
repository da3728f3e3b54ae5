"""An item is made of a manuscript at the moment when its days are over.

    DATABASE_URL=… VAR_DIR=… python -m tests.editorial.purging

Prints whether the manuscript and its file are there in the end, as JSON.
"""

from __future__ import annotations

import json
import threading
from datetime import timedelta

import django


def main() -> None:
    from django.core.files.base import ContentFile
    from django.core.management import call_command
    from django.db import transaction
    from django.utils import timezone

    from tests.cast import make_publication, make_user
    from tests.editorial.meeting import PATIENCE, closing, start_and_see_wait
    from thinktank.editorial import manuscripts
    from thinktank.editorial.models import SentManuscript

    call_command("migrate", verbosity=0)
    text = "A text of words."
    row = manuscripts.stage(
        manuscripts.read_text(text),
        by=make_user("sender"),
        file=ContentFile(text.encode(), name="a.txt"),
        media_type="text/plain",
    )
    rows = SentManuscript.objects.filter(pk=row.pk)
    rows.update(sent_at=timezone.now() - timedelta(days=8))
    item = make_publication()
    purging = threading.Thread(target=closing(manuscripts.purge))
    with transaction.atomic():
        rows.update(item=item)
        start_and_see_wait(purging)
    purging.join(PATIENCE)
    there = row.file.storage.exists(row.file.name)
    print(json.dumps({"manuscript": rows.exists(), "file": there}))


if __name__ == "__main__":
    django.setup()
    main()
