"""Who may read at the desk what was suppressed.

That something was suppressed is no secret to staff; its words are, also where a
revision keeps them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from .journal import Verb
from .models import Edition, Revision, Section
from .models.audit import AuditQuerySet
from .permissions import System, may_suppress

if TYPE_CHECKING:
    from django.contrib.auth.models import User

SAYING = (Verb.PUBLISH, Verb.SCHEDULE, Verb.WITHDRAW)
"""The events that keep what readers were told."""


def sections_seen_by(
    user: User | System, sections: models.QuerySet[Section]
) -> models.QuerySet[Section]:
    """Those of editions that `user` may read."""
    shut = Q(edition__language__in=_shut(user), edition__suppressed_at__isnull=False)
    return sections.exclude(shut)


def revisions_seen_by(
    user: User | System, revisions: models.QuerySet[Revision]
) -> models.QuerySet[Revision]:
    """Those whose words `user` may see: not the words of a suppressed edition, unless
    another edition shows them still."""
    shut = _shut(user)
    if not shut:
        return revisions
    shown = Edition.objects.filter(
        item=models.OuterRef("item"),
        language=models.OuterRef("language"),
        revision__text_digest=models.OuterRef("text_digest"),
    )
    suppressed = models.Exists(shown.filter(suppressed_at__isnull=False))
    open_still = models.Exists(shown.filter(suppressed_at__isnull=True))
    return revisions.exclude(Q(suppressed) & ~Q(open_still), language__in=shut)


def events_told_to(user: User | System, events: AuditQuerySet) -> AuditQuerySet:
    """The events with `said`: their notes, empty where readers were told something
    that is suppressed since and that `user` may not read."""
    suppressed = Edition.objects.filter(
        item=OuterRef("item"),
        language=OuterRef("language"),
        suppressed_at__gte=OuterRef("at"),
    )
    silent = Q(Exists(suppressed), verb__in=SAYING, language__in=_shut(user))
    nothing = Value("", output_field=models.TextField())
    return events.with_said(Case(When(silent, then=nothing), default=F("note")))


def _shut(user: User | System) -> list[str]:
    """The languages in which suppressed words stay hidden from `user`."""
    codes = (code for code, _label in settings.LANGUAGES)
    return [code for code in codes if not may_suppress(user, code)]
