"""What had better be true of an event before it is published."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank.editorial.models import Edition
from thinktank.editorial.readiness import Finding

from .models import Event


def advice(event: Event, language: str) -> Iterator[Finding]:
    if not event.topics.all():
        message = _("No topic is chosen: readers find this by its date alone.")
        yield Finding(message, "topics")
    if not (event.text_in(language, "venue") or event.online_url or event.parent_id):
        message = _("No place is given in this language, and no address online.")
        yield Finding(message, f"venue_{language}")
    if event.ends_at <= timezone.now() and not _is_live(event, language):
        yield Finding(_("The event is over. Is it meant to be announced?"), "start_day")


def _is_live(event: Event, language: str) -> bool:
    """What came out of an event is added when it is over."""
    live = Edition.objects.live().filter(item_id=event.pk, language=language)
    return live.exists()
