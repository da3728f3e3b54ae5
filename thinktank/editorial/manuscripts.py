"""Manuscripts from their arrival to the item that is made of them.

What was sent is staged: read, kept with what its sender says of each line, and seen
by nobody else. It becomes an item's when an item is made of it; what is not used goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thinktank.document.readers import docx, files, html
from thinktank.document.readers.manuscript import (
    Manuscript,
    NotAManuscript,
    Source,
    divide,
    from_form,
    from_text,
    looks_like,
    recognise,
    to_form,
)
from thinktank.media.documents import digest
from thinktank.media.models import printable

from .models import SentManuscript
from .permissions import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST_BYTES: Final = 20 * 2**20
MOST_WAITING: Final = 20
"""Staged manuscripts of one person."""
KEPT: Final = timedelta(days=7)
"""How long a staged manuscript waits for its sender."""
MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
}
ENDINGS = {media_type: ending for ending, media_type in MEDIA_TYPES.items()}


def codes() -> list[str]:
    return [code for code, _label in settings.LANGUAGES]


# Reading


def read_file(file: File[bytes]) -> tuple[Source, str]:
    """What a Word file or a text says, and its media type. Raises NotAManuscript."""
    source, format = files.read(file.read(), codes(), file.name or "")
    return source, MEDIA_TYPES[format]


def read_text(text: str) -> Source:
    return from_text(text, looks_like(text) or codes()[0])


def read_paste(text: str, markup: str) -> Source:
    """What was pasted, in rich form if a browser sent one. Raises NotAManuscript."""
    if not markup.strip():
        return read_text(text)
    source = html.read(markup)
    if not any(map(str.isalnum, "".join(one.text for one in source.passages))):
        raise NotAManuscript("empty")
    return source


# Staging


def stage(
    source: Source, *, by: User, file: File[bytes] | None = None, media_type: str = ""
) -> SentManuscript:
    """Keep what was read, and its file, until its sender decides.

    Raises Refused when as many wait for the person as may.
    """
    purge()
    if waiting(by).count() >= MOST_WAITING:
        message = _(
            "%(count)s manuscripts wait for you already. Make items of some, or throw "
            "them away, then send this one."
        )
        raise Refused(message % {"count": MOST_WAITING})
    languages = " ".join(divide(source, codes()))
    row = SentManuscript(person=by, source=to_form(source), languages=languages)
    if file is not None:
        row.original_name = printable(file.name or "")
        row.media_type, row.bytes = media_type, file.size
        row.sha256 = digest(file)
        row.file = File(file, name=f"sent.{ENDINGS[media_type]}")
    row.save()
    return row


def waiting(by: User) -> models.QuerySet[SentManuscript]:
    """What the person sent and made into no item, the newest first; without what it
    says, which is long."""
    own = SentManuscript.objects.staged().filter(person=by)
    return own.defer("source", "choices", "decided").order_by("-sent_at")


def discard(key: str, *, by: User) -> None:
    """Throw away what waits for the person; what is not theirs stays."""
    with suppress(ValidationError):  # no key at all
        SentManuscript.objects.staged().filter(person=by, pk=key).delete()


def purge() -> None:
    """Forget what was staged and never used, with its files."""
    over = timezone.now() - KEPT
    SentManuscript.objects.staged().filter(sent_at__lt=over).delete()


# What it says


def written_in(row: SentManuscript) -> list[str]:
    """The languages that its lines are divided between."""
    return row.languages.split()


def parts(row: SentManuscript) -> dict[str, Source]:
    """Its lines by language."""
    source, languages = from_form(row.source), written_in(row)
    if len(languages) == 1:
        return {languages[0]: source}
    return divide(source, languages)


def recognised(
    language: str, part: Source, choices: Mapping[str, str]
) -> Manuscript | None:
    """A part as it is understood; None where nothing of it is left."""
    roles = {int(line): role for line, role in choices.items()}
    if all(roles.get(passage.line) == "drop" for passage in part.passages):
        return None
    try:
        return recognise(part, language, roles)
    except NotAManuscript:
        return None


def picture(row: SentManuscript, name: str) -> bytes:
    """The bytes of a picture in its file. Raises ValidationError with a sentence."""
    try:
        with row.file.open("rb") as file:
            return docx.picture(file.read(), name)
    except NotAManuscript as refusal:
        raise ValidationError(refusal.message(get_language() or "")) from refusal
    except FileNotFoundError as error:
        lost = NotAManuscript("no-picture").message(get_language() or "")
        raise ValidationError(lost) from error


def divide_between(row: SentManuscript, languages: Iterable[str]) -> None:
    """Say what languages it is written in."""
    known = [code for code in codes() if code in set(languages)]
    row.languages = " ".join(known or codes())
    row.save(update_fields=["languages"])
