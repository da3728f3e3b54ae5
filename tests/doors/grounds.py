"""A site with one of everything that has an address at the desk, and its people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from tests.cast import (
    LANGUAGES,
    make_bundle,
    make_event,
    make_file,
    make_image,
    make_news,
    make_page,
    make_person,
    make_publication,
    make_topic,
    make_user,
)
from tests.sent_manuscripts import word_file
from thinktank.editorial import manuscripts, publishing, roles, sharing, trash
from thinktank.editorial.models import (
    AuditEvent,
    DraftLink,
    Edition,
    Item,
    Section,
    Track,
)
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.models import Announcement, HomeSlot, MenuEntry
from thinktank.reference.models import Programme, Region, Series
from thinktank.search.models import Synonym

ADMIN = "admin/"
KINDS = (
    "publications/publication",
    "news/newsitem",
    "events/event",
    "centre/centrepage",
)


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Every route of the site, as it is written in the URL configurations."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern, route)


class Grounds:
    """`people` are one of each role, somebody without any, an account that is no staff,
    and a superuser; what they find was made by commands."""

    def __init__(self) -> None:
        self.people = {code.code: self.member(code.code) for code in roles.table()}
        self.people["nobody"] = make_user("nobody")
        self.people["outsider"] = User.objects.create_user("outsider")
        self.people["superuser"] = User.objects.create_superuser("superuser")
        self.items: dict[str, Any] = {
            "publications/publication": make_publication(live=True),
            "news/newsitem": make_news(live=True),
            "events/event": make_event(live=True),
            "centre/centrepage": make_page(live=True),
        }
        Track.objects.update(stage="review")
        self.ahead = {kind: self.schedule(item) for kind, item in self.items.items()}
        self.links = {kind: self.share(item) for kind, item in self.items.items()}
        self.records = {**self.items, **self.make_records()}
        self.trashed = make_publication()
        trash.put(self.trashed, by=SYSTEM)
        self.staged, self.kept = self.sent(), self.sent()
        self.kept.item = self.items["publications/publication"]
        self.kept.save()

    def member(self, role: str) -> User:
        user = make_user(role)
        user.groups.add(Group.objects.get(name=role))
        return user

    def schedule(self, item: Item) -> Edition:
        """One row ahead that is a text, in English."""
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.withdraw(item, "en", "Over.", by=SYSTEM)
        edition = publishing.schedule(item, "en", tomorrow, by=SYSTEM)
        Track.objects.filter(item=item).update(stage="review")
        return edition

    def share(self, item: Item) -> DraftLink:
        return sharing.make(item, "en", by=SYSTEM, for_whom="A reader", lasts=7)

    def sent(self) -> Any:
        file = SimpleUploadedFile("quay.docx", word_file(picture=True))
        source, media_type = manuscripts.read_file(file)
        by = self.people["superuser"]
        return manuscripts.stage(source, by=by, file=file, media_type=media_type)

    def make_records(self) -> dict[str, Any]:
        item = self.items["publications/publication"]
        return {
            "auth/user": self.people["outsider"],
            "auth/group": Group.objects.create(name="Interns"),
            "editorial/bundle": make_bundle((item, "ar")),
            "editorial/item": item,
            "editorial/section": Section.objects.first(),
            "editorial/auditevent": AuditEvent.objects.first(),
            "house/house": type("One", (), {"pk": 1}),
            "media/file": make_file(),
            "media/image": make_image(),
            "public/announcement": Announcement.objects.create(text_en="Closed"),
            "public/homeslot": HomeSlot.objects.create(language="en", item=item),
            "public/menuentry": MenuEntry.objects.create(place="header", item=item),
            "publications/publicationtype": type("One", (), {"pk": 1}),
            "reference/person": make_person(),
            "reference/programme": Programme.objects.create(name_en="Ports"),
            "reference/region": Region.objects.create(name_en="Gulf"),
            "reference/series": Series.objects.create(name_en="Papers"),
            "reference/topic": make_topic(),
            "search/synonym": Synonym.objects.create(words="quay\nwharf"),
        }

    def addresses(self, route: str) -> dict[str, str]:
        """An address of the route for each language, or one under ""."""
        model = "/".join(route.removeprefix(ADMIN).split("/")[:2])
        values = self.values(model)
        path = "/" + route
        for parameter, value in values.items():
            path = path.replace(parameter, str(value))
        if "<str:language>" in path:
            return {code: path.replace("<str:language>", code) for code in LANGUAGES}
        return {"": path}

    def values(self, model: str) -> dict[str, Any]:
        """What stands for each parameter of the routes of a model."""
        record = self.records.get(model)
        if model.startswith("trash/"):
            return {"<int:number>": self.trashed.pk}
        key = self.kept.pk if "file" in model else self.staged.pk
        found: dict[str, Any] = {
            "<uuid:key>": key,
            "pictures/<int:number>": "pictures/1",
            "desk/<str:code>": "desk/mine",
            "housekeeping/<str:code>": "housekeeping/topic",
            "^(?P<app_label>editorial|search|house|reference|media|auth|public|"
            "publications|news|events|centre)/$": "auth/",
            "(?P<url>.*)$": "nothing",
            "<uidb64>/<token>": "MQ/none",
            "<int:pk>": record.pk if record else 1,
        }
        if record is not None:
            found |= {
                "<path:object_id>": record.pk,
                "<int:number>": record.pk,
                "<id>": record.pk,
            }
        if model in self.ahead:
            revisions = self.items[model].revisions
            found |= {
                "<int:edition>": self.ahead[model].pk,
                "<str:act>/": f"withdraw/?items={self.items[model].pk}",
                "<int:link>": self.links[model].pk,
                "<int:revision>": revisions.filter(language="en").first().pk,
            }
        return found
