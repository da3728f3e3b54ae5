"""Links by which somebody without an account reads a draft: made, opened, revoked.

The address of a link holds its number and a signature (SECRET_KEY). The number alone
opens nothing, nor does a copy of the database; and the desk can show the address again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from . import journal, kinds
from .journal import Verb
from .models import DraftLink, Edition, Item
from .permissions import NotAllowed, Refused, System

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PERMISSION = "editorial.share_item"
DAYS = (1, 3, 7, 14, 30)
"""How long a link may be chosen to work; DRAFT_LINK_DAYS says how many at the most."""


class Over(Exception):
    """A link that was good once; it says nothing of what it led to."""


def may_share(by: User | System) -> bool:
    """Whether `by` may share drafts that they may change."""
    return isinstance(by, System) or by.has_perm(PERMISSION)


def days() -> list[int]:
    """The durations that can be chosen."""
    allowed = [each for each in DAYS if each <= settings.DRAFT_LINK_DAYS]
    return allowed or [settings.DRAFT_LINK_DAYS]


def make(
    item: Item, language: str, *, by: User | System, for_whom: str, lasts: int
) -> DraftLink:
    """Let whoever has the link read the draft of `language` for `lasts` days."""
    _require(by)
    if lasts not in days():
        raise Refused(_("A link cannot work for so long."))
    if not item.has_text(language):
        raise Refused(_("Nothing is written in this language yet."))
    now = timezone.now()
    with transaction.atomic():
        link = DraftLink.objects.create(
            item_id=item.pk,
            language=language,
            for_whom=for_whom,
            made_by=None if isinstance(by, System) else by,
            made_at=now,
            expires_at=now + timedelta(days=lasts),
        )
        until = link.expires_at.isoformat()
        _record(Verb.SHARE, link, item, by, until=until)
    return link


def revoke(link: DraftLink, *, by: User | System) -> None:
    """Let it lead nowhere from now on. One that is over already stays as it is."""
    _require(by)
    now = timezone.now()
    working = DraftLink.objects.filter(pk=link.pk, revoked_at=None, expires_at__gt=now)
    with transaction.atomic():
        if working.update(revoked_at=now):
            _record(Verb.UNSHARE, link, link.item, by)


def revoke_all_of(account: User, *, by: User | System) -> None:
    """Let no link that somebody made work any more; for an account that goes."""
    for link in DraftLink.objects.filter(made_by=account).select_related("item"):
        revoke(link, by=by)


def path(link: DraftLink) -> str:
    """Where the draft can be read; whoever has it may read it."""
    token = _signer().sign(str(link.pk))
    return reverse("draft", kwargs={"language": link.language, "token": token})


def find(token: str, language: str) -> DraftLink:
    """The link of this address. Raises DoesNotExist for what we never made."""
    try:
        number = _signer().unsign(token)
    except BadSignature as error:
        raise DraftLink.DoesNotExist from error
    links = DraftLink.objects.select_related("made_by")
    return links.get(pk=number, language=language)


def opened(link: DraftLink) -> Item:
    """Count that a link was followed, and give what it leads to, of its concrete kind.

    Raises Over for a link that was revoked or has expired, for one of somebody who has
    left the desk, and for one to a text that has been withdrawn since the link was made
    or lies in the trash.
    """
    if link.state(withdrawn(link.item_id).get(link.language)) != DraftLink.State.OPEN:
        raise Over
    if Item.objects.filter(pk=link.item_id, trashed_at__isnull=False).exists():
        raise Over
    own = DraftLink.objects.filter(pk=link.pk)
    own.update(opened=F("opened") + 1, last_opened_at=timezone.now())
    kind = Item.objects.values_list("kind", flat=True).get(pk=link.item_id)
    model = kinds.get(kind).model
    return model.with_records(model._default_manager.all()).get(pk=link.item_id)


def withdrawn(item_id: int) -> dict[str, datetime]:
    """Since when the text of each language stands withdrawn, if it does."""
    notices = Edition.objects.standing().exclude(notice="").filter(item_id=item_id)
    return dict(notices.order_by().values_list("language", "live_from"))


def _require(by: User | System) -> None:
    if not may_share(by):
        raise NotAllowed(_("You may not share drafts. Ask somebody who may."))


def _record(
    verb: Verb, link: DraftLink, item: Item, by: User | System, **details: Any
) -> None:
    journal.record(
        verb,
        by=by,
        item=item,
        language=link.language,
        note=link.for_whom,
        link=link.pk,
        **details,
    )


def _signer() -> Signer:
    return Signer(salt="thinktank.editorial.sharing", sep=".")
