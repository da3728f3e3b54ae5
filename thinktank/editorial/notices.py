"""Who is told of what: a row for each person, gathered into one digest (`digest`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib.auth.models import User
from django.db.models import QuerySet

from .journal import Verb
from .models import AuditEvent, Notice, Track
from .permissions import codename

People = Iterable[User | None]


def tell(event: AuditEvent, track: Track) -> None:
    """Note whom an event of a text concerns: never who did it, nor closed accounts."""
    find = CONCERNED.get(Verb(event.verb))
    if find is None:
        return
    people = {user.pk: user for user in find(event, track) if user and user.is_active}
    told = [person for person in people.values() if person.pk != event.by_id]
    Notice.objects.bulk_create(Notice(event=event, person=person) for person in told)


def those_who_may(verb: str, language: str) -> QuerySet[User]:
    """Members of staff with this permission, administrators apart: they may do all."""
    named = User.objects.with_perm(
        codename(verb, language),
        include_superusers=False,
        backend="thinktank.editorial.backend.DeskBackend",
    )
    return named.filter(is_staff=True).order_by("pk")


def _reviewers(event: AuditEvent, track: Track) -> People:
    if track.assignee:
        return [track.assignee]
    return those_who_may("approve", track.language)


def _writers(event: AuditEvent, track: Track) -> People:
    return [track.writer, track.item.created_by]


def _writers_and_publishers(event: AuditEvent, track: Track) -> People:
    return [track.writer, *those_who_may("publish", track.language)]


def _who_has_it(event: AuditEvent, track: Track) -> People:
    return [track.assignee]


def _after_publishing(event: AuditEvent, track: Track) -> People:
    """What nobody approved beforehand, a second person looks at now."""
    writers = _writers(event, track)
    if not event.details.get("unapproved"):
        return writers
    return [*writers, *those_who_may("approve", track.language)]


CONCERNED: dict[Verb, Callable[[AuditEvent, Track], People]] = {
    Verb.SUBMIT: _reviewers,
    Verb.RETURN: _writers,
    Verb.APPROVE: _writers_and_publishers,
    Verb.ASSIGN: _who_has_it,
    Verb.PUBLISH: _after_publishing,
    Verb.SCHEDULE: _after_publishing,
    Verb.CANCEL: _writers,
    Verb.MOVE: _writers,
    Verb.WITHDRAW: _writers,
}
"""Whom each verb concerns; the others tell nobody."""
