"""One e-mail for each person, with all the notices that wait for them.

A notice is sent once: it is marked in the transaction in which the e-mail goes out,
and stays when that fails. What nobody is to be told any more (an item that is gone, or
that they may not see, or e-mail they do not want) is marked without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, ngettext, override

from thinktank import house
from thinktank.language.scripts import direction

from . import addresses, kinds
from .models import AuditEvent, Item, MailChoice, Notice
from .suppression import events_told_to

FIRST_LANGUAGE = settings.LANGUAGES[0][0]


@dataclass(frozen=True)
class News:
    """One thing that was done to a text."""

    event: AuditEvent

    @property
    def due(self) -> date | None:
        return parse_date(self.event.details.get("due") or "")

    @property
    def remark(self) -> str:
        return self.event.said or self.event.details.get("unapproved", "")


@dataclass(frozen=True)
class About:
    """An item, and what was done to its texts, the oldest first."""

    item: Item
    news: list[News]

    @property
    def address(self) -> str:
        return settings.SITE_URL + addresses.form_of(self.item, self.only_language)

    @property
    def only_language(self) -> str:
        """The one that all is told of; empty where there are several."""
        told = {each.event.language for each in self.news}
        return told.pop() if len(told) == 1 else ""

    @property
    def language(self) -> str:
        """That of the headline: of the text, or of the reader where both are told of;
        or else one that has a headline."""
        wanted = self.only_language or str(get_language())
        codes = sorted(dict(settings.LANGUAGES), key=lambda code: code != wanted)
        has_one = (code for code in codes if self.item.text_in(code, "headline"))
        return next(has_one, wanted)

    @property
    def headline(self) -> str:
        return self.item.text_in(self.language, "headline") or f"#{self.item.pk}"


def people() -> list[User]:
    """Those for whom something waits."""
    waiting = Notice.objects.filter(sent_at__isnull=True).order_by()
    return list(User.objects.filter(pk__in=waiting.values("person")).order_by("pk"))


def send(person: User, connection: Any = None) -> bool:
    """Send somebody what waits for them, and mark it; False when nothing had to be
    said. Raises what the mail server raises, and then nothing is marked."""
    with transaction.atomic():
        waiting = Notice.objects.filter(person=person, sent_at__isnull=True)
        # Whoever sends at the same time leaves these alone, and finds them marked.
        notices = list(waiting.select_for_update(of=("self",)).order_by("pk"))
        keys = [notice.pk for notice in notices]
        Notice.objects.filter(pk__in=keys).update(sent_at=timezone.now())
        choice = choice_of(person)
        wanted = choice.wanted and _can_be_written_to(person)
        told = list(_told(person, keys)) if wanted else []
        if told:
            message(person, told, choice.language, connection).send()
        return bool(told)


def choice_of(person: User) -> MailChoice:
    """How somebody is written to, who may have chosen nothing yet."""
    own = MailChoice.objects.filter(person=person).first()
    return own or MailChoice(person=person, language=FIRST_LANGUAGE)


def _can_be_written_to(person: User) -> bool:
    return person.is_active and person.is_staff and bool(person.email)


def _told(person: User, keys: list[int]) -> Iterable[About]:
    """By item, in the order in which something was first done to each."""
    events = AuditEvent.objects.filter(
        notices__in=keys, item__isnull=False, item__trashed_at__isnull=True
    )
    found: dict[int, About] = {}
    told = events_told_to(person, events)
    for event in told.select_related("item", "by").order_by("pk"):
        if event.item and _may_see(person, event.item):
            about = found.setdefault(event.item.pk, About(event.item, []))
            about.news.append(News(event))
    return found.values()


def _may_see(person: User, item: Item) -> bool:
    opts = kinds.get(item.kind).model._meta
    verbs = (
        f"{opts.app_label}.{verb}_{opts.model_name}" for verb in ("view", "change")
    )
    return any(map(person.has_perm, verbs))


def message(
    person: User, told: list[About], language: str, connection: Any = None
) -> EmailMultiAlternatives:
    """The e-mail in words and as a page, in the language of whoever reads it."""
    with override(language):
        context = {
            "person": person,
            "told": told,
            "language": language,
            "direction": direction(language),
            "centre": house.current().name_in(language),
            "choice": settings.SITE_URL + addresses.mail_choice(),
        }
        count = len(told)
        subject = ngettext(
            "%(n)s text concerns you", "%(n)s texts concern you", count
        ) % {"n": count}
        mail = EmailMultiAlternatives(
            f"{context['centre']}: {subject}",
            render_to_string("mail/digest.txt", context),
            to=[person.email],
            connection=connection,
            headers={"Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(
            render_to_string("mail/digest.html", context), "text/html"
        )
    return mail


def send_all(connection: Any = None) -> Iterator[tuple[User, Exception | bool]]:
    """Send everybody theirs, one after the other: what `send` gave or raised."""
    for person in people():
        try:
            yield person, send(person, connection)
        except (OSError, ValueError) as failure:  # the server's, the address's
            yield person, failure
