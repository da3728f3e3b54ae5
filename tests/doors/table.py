"""Who finds what behind each address of the desk: the one table of expected answers.

A route is written as in the URL configurations, without "admin/". Whoever is not named
is told that they may not. Those without an account at the desk are led to the log in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.doors.opening import HIDDEN, LOGIN, NO, OPEN, SHUT

Roles = frozenset[str]

AUTHOR, TRANSLATOR = frozenset({"author"}), frozenset({"translator"})
ARABIC, ENGLISH = frozenset({"language-editor-ar"}), frozenset({"language-editor-en"})
PROGRAMME, PUBLISHER = frozenset({"programme-editor"}), frozenset({"publisher"})
COORDINATOR = frozenset({"events-coordinator"})
LIBRARIAN = frozenset({"librarian"})
CHIEF = frozenset({"administrator", "superuser"})
SUPERUSER = frozenset({"superuser"})
NOBODY = frozenset({"nobody"})
"""Staff without a role."""
STRANGERS = ("anonymous", "outsider")
"""A visitor, and an account that is no staff."""

PUBLISHERS = PUBLISHER | CHIEF
HEADS = PROGRAMME | PUBLISHERS
EDITORS = ARABIC | ENGLISH | HEADS
DESK = AUTHOR | TRANSLATOR | EDITORS | COORDINATOR | LIBRARIAN
"""Everybody who has a role."""
STAFF = DESK | NOBODY
LIBRARIANS = LIBRARIAN | CHIEF
NO_ONE: Roles = frozenset()


@dataclass(frozen=True)
class Door:
    """Who may look (GET) and who may send (POST), by language where that differs.

    None: there is no such method. `hidden` are told that there is nothing; `strangers`
    are answered like this instead of being led to the log in.
    """

    look: Roles | dict[str, Roles] | None
    send: Roles | dict[str, Roles] | None
    hidden: Roles = NO_ONE
    strangers: tuple[str, str] = (LOGIN, LOGIN)

    def expected(self, method: str, language: str, role: str) -> str:
        if role in STRANGERS:
            return self.strangers[method == "post"]
        allowed = self.look if method == "get" else self.send
        if allowed is None:
            return NO
        if isinstance(allowed, dict):
            allowed = allowed[language]
        if role in allowed:
            return OPEN
        return HIDDEN if role in self.hidden else SHUT


def both(roles: Roles | dict[str, Roles], **more: object) -> Door:
    return Door(roles, roles, **more)  # type: ignore[arg-type]  # as Door takes them


def looking(roles: Roles, **more: object) -> Door:
    return Door(roles, None, **more)  # type: ignore[arg-type]  # as Door takes them


def sending(roles: Roles, **more: object) -> Door:
    return Door(None, roles, **more)  # type: ignore[arg-type]  # as Door takes them


ONE = "<path:object_id>"
NUMBER = "<int:number>"


def record(
    model: str, *, view: Roles, add: Roles, change: Roles, delete: Roles
) -> dict[str, Door]:
    """The addresses that Django gives to each model of its admin."""
    return {
        f"{model}/": both(view),
        f"{model}/add/": both(add),
        f"{model}/{ONE}/": both(STAFF),  # leads to the form, which asks
        f"{model}/{ONE}/change/": Door(view, change),
        f"{model}/{ONE}/history/": both(view),
        f"{model}/{ONE}/delete/": both(delete),
    }


def records(models: Iterable[str], **roles: Roles) -> dict[str, Door]:
    found: dict[str, Door] = {}
    for model in models:
        found |= record(model, **roles)
    return found


def kind(model: str, *, add: Roles, change: Roles) -> dict[str, Door]:
    """What each kind of item has; the item was begun by somebody else."""
    approve = {"ar": HEADS | ARABIC, "en": HEADS | ENGLISH}
    writers = add | change
    # A door of the surface answers in data: it tells a stranger so, and leads nowhere.
    data = {"strangers": (LOGIN, NO)}
    sent = {"strangers": (NO, LOGIN)}
    pages = {
        **dict.fromkeys(("publish", "schedule", "withdraw"), both(PUBLISHERS)),
        **dict.fromkeys(("approve", "return"), both(approve)),
        "submit": both(change),
        "assign": both(HEADS),
        **dict.fromkeys(("suppress", "unsuppress"), both(CHIEF)),
        "preview": Door(DESK, change),
    }
    about = {
        **dict.fromkeys(
            ("cancel/<int:edition>", "move/<int:edition>", "publish-facts"),
            both(PUBLISHERS),
        ),
        **dict.fromkeys(
            ("versions", "versions/<int:revision>", "versions/compare"), both(DESK)
        ),
        "versions/<int:revision>/name": sending(change),
        "versions/restore": sending(NO_ONE, hidden=change),  # nothing was chosen
        "duplicate": sending(add),
        "links": both(HEADS),
        "links/<int:link>/revoke": sending(HEADS),
    }
    doors = {
        **dict.fromkeys(
            ("read", "check", "keep", "discard", "compare", "upload"),
            sending(writers, **sent),
        ),
        **dict.fromkeys(("items", "images"), looking(writers, **data)),
        "kept": looking(add, **data),  # of a new item
        "session": looking(STAFF, **data),
    }
    own = record(model, view=DESK, add=add, change=change, delete=HEADS)
    return {
        **own,
        f"{model}/many/<str:act>/": both(PUBLISHERS),  # that of withdrawing
        **{f"{model}/{NUMBER}/{k}/<str:language>/": v for k, v in pages.items()},
        **{f"{model}/{NUMBER}/{name}/": door for name, door in about.items()},
        **{f"{model}/surface/{name}/": door for name, door in doors.items()},
        f"{model}/preview/<str:language>/": sending(add),  # of a new item
    }


CHANGING = TRANSLATOR | EDITORS
IMPORTING = AUTHOR | CHANGING | COORDINATOR
MANUSCRIPT = "manuscripts/<uuid:key>/"
APPS = (
    "^(?P<app_label>editorial|search|house|reference|media|auth|public|"
    "publications|news|events|centre)/$"
)

DOORS: dict[str, Door] = {
    # For everybody
    "": both(STAFF),
    "language/": both(STAFF, strangers=(OPEN, OPEN)),
    "login/": both(STAFF, strangers=(OPEN, OPEN)),
    "logout/": Door(None, STAFF, strangers=(OPEN, OPEN)),
    "login/second/": both(STAFF),
    "password_reset/": both(STAFF, strangers=(OPEN, OPEN)),
    "password_reset/<uidb64>/<token>/": both(STAFF, strangers=(OPEN, OPEN)),
    **{
        f"password_reset/{page}/": looking(STAFF, strangers=(OPEN, NO))
        for page in ("sent", "done")
    },
    "password_change/": both(STAFF),
    "password_change/done/": looking(STAFF),
    "jsi18n/": looking(STAFF),
    "autocomplete/": looking(NO_ONE),  # it must say what it searches: see below
    "(?P<url>.*)$": both(NO_ONE, hidden=STAFF),
    APPS: both(SUPERUSER, hidden=STAFF),  # of accounts
    # One's own account
    **dict.fromkeys(("account/", "account/again/done/"), looking(STAFF)),
    **{
        f"account/{page}/": both(STAFF)
        for page in ("app/add", "keys", "keys/add", "codes/new", "sessions")
    },
    **dict.fromkeys(
        ("account/app/remove/", "account/keys/<int:pk>/remove/"),
        both(NO_ONE, hidden=STAFF),  # they have set up none
    ),
    "account/codes/": looking(NO_ONE, hidden=STAFF),
    **{
        f"account/again/{way}": both(STAFF - SUPERUSER)  # who has no password here
        for way in ("", "code/", "key/")
    },
    # Tools of the desk
    "language-check/": both(DESK),
    "coming/": looking(DESK),
    "desk/<str:code>/": looking(DESK),
    "housekeeping/": looking(DESK),
    "housekeeping/<str:code>/": looking(DESK),
    "my-email/": both(STAFF),
    "trash/": looking(HEADS),
    "trash/<int:number>/": sending(HEADS),
    "manuscripts/": both(IMPORTING),
    MANUSCRIPT: both(SUPERUSER, hidden=IMPORTING),  # who sent it
    f"{MANUSCRIPT}pictures/<int:number>/": looking(SUPERUSER, hidden=IMPORTING),
    f"{MANUSCRIPT}file/": looking(SUPERUSER, hidden=STAFF),
    # Items
    **kind("publications/publication", add=AUTHOR | HEADS, change=CHANGING),
    **kind(
        "news/newsitem",
        add=AUTHOR | HEADS | COORDINATOR,
        change=CHANGING | COORDINATOR,
    ),
    **kind("events/event", add=HEADS | COORDINATOR, change=CHANGING | COORDINATOR),
    "events/event/<int:number>/copy/": sending(HEADS | COORDINATOR),
    **kind("centre/centrepage", add=HEADS, change=CHANGING),
    "editorial/item/": both(STAFF),  # leads to the start page
    "editorial/item/add/": both(NO_ONE),
    "editorial/item/<path:object_id>/": both(STAFF),
    **{
        f"editorial/item/{ONE}/{page}/": both(DESK)
        for page in ("change", "delete", "history")
    },
    # Records
    **records(
        ("reference/programme", "reference/series", "reference/region"),
        view=DESK,
        add=LIBRARIANS,
        change=LIBRARIANS,
        delete=LIBRARIANS,
    ),
    **record(
        "reference/person",
        view=DESK,
        add=EDITORS | COORDINATOR | LIBRARIAN,
        change=EDITORS | COORDINATOR | LIBRARIAN,
        delete=LIBRARIANS,
    ),
    **record(
        "reference/topic",
        view=DESK,
        add=EDITORS | LIBRARIAN,
        change=EDITORS | LIBRARIAN,
        delete=LIBRARIANS,
    ),
    **{
        f"reference/{model}/{NUMBER}/merge/": both(LIBRARIANS)
        for model in ("person", "topic", "region")
    },
    **records(
        ("media/image", "media/file"),
        view=DESK,
        add=DESK,
        change=EDITORS | LIBRARIAN,
        delete=LIBRARIANS,
    ),
    "media/file/<path:object_id>/download/": both(DESK),
    **record(
        "publications/publicationtype",
        view=LIBRARIANS,
        add=LIBRARIANS,
        change=LIBRARIANS,
        delete=SUPERUSER,
    ),
    **records(
        ("public/menuentry", "public/homeslot", "public/announcement"),
        view=PUBLISHERS,
        add=PUBLISHERS,
        change=PUBLISHERS,
        delete=PUBLISHERS,
    ),
    **record(
        "editorial/bundle",
        view=HEADS,
        add=PUBLISHERS,
        change=PUBLISHERS,
        delete=PUBLISHERS,
    ),
    **{
        f"editorial/bundle/{NUMBER}/{verb}/": both(PUBLISHERS)
        for verb in ("release", "schedule", "move", "cancel")
    },
    **record(
        "editorial/section",
        view=PUBLISHERS | LIBRARIAN,
        add=NO_ONE,
        change=NO_ONE,
        delete=NO_ONE,
    ),
    "editorial/auditevent/export/": sending(CHIEF),
    **record(
        "editorial/auditevent",
        view=PUBLISHERS,
        add=NO_ONE,
        change=NO_ONE,
        delete=NO_ONE,
    ),
    **record(
        "search/synonym",
        view=PUBLISHERS | LIBRARIAN,
        add=PUBLISHERS | LIBRARIAN,
        change=PUBLISHERS | LIBRARIAN,
        delete=PUBLISHERS | LIBRARIAN,
    ),
    **dict.fromkeys(
        ("search/asked/", "search/asked/export/"), looking(PUBLISHERS | LIBRARIAN)
    ),
    **record("house/house", view=CHIEF, add=NO_ONE, change=CHIEF, delete=NO_ONE),
    # Accounts
    **records(
        ("auth/user", "auth/group"),
        view=SUPERUSER,
        add=SUPERUSER,
        change=SUPERUSER,
        delete=SUPERUSER,
    ),
    "auth/user/<id>/password/": both(SUPERUSER),
    "auth/user/<int:pk>/signing-in/": both(SUPERUSER),
}

SEARCHES: dict[str, Roles] = {
    "editorial.contributor.person": DESK,
    "editorial.item.topics": DESK,
    "publications.publication.topics": DESK,
    "publications.publication.regions": DESK,
    "publications.publication.series": DESK,
    "publications.publication.related": DESK,
    "publications.publication.issue": DESK,
    "publications.publication.cover": DESK,
    "reference.person.portrait": DESK,
    "editorial.attachment.file": DESK,
    "editorial.bundletext.item": DESK,
    "events.event.parent": DESK,
    "public.menuentry.item": DESK,
    "editorial.revision.created_by": SUPERUSER,
}
"""Who may search in what a field chooses from."""
