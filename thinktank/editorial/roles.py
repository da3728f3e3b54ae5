"""Who does what at the desk: one table of roles, kept as Django's groups.

`sync` gives each group exactly what stands here; it runs after `migrate` and as
`manage.py sync_roles`. What else somebody may do goes into a group of the house's own.
Outside authors have no login: an editor enters their texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import journal, kinds
from .permissions import SYSTEM

LANGUAGES = [code for code, _label in settings.LANGUAGES]
REFERENCE = ("person", "topic", "region", "programme", "series")
SHELVES = ("media.image", "media.file")
FRONT = ("public.homeslot", "public.menuentry", "public.announcement")
BUNDLES = ("editorial.bundle",)
SYNONYMS = ("search.synonym",)


@dataclass(frozen=True)
class DeskRole:
    """A role: the name of its group, what it is called, and what it may do.

    `permissions` are given as "app.codename".
    """

    code: str
    name: Promise
    purpose: Promise
    permissions: frozenset[str]


def on(models: Iterable[str], *verbs: str) -> set[str]:
    """Permissions for records: `on(["media.image"], "view")` is media.view_image."""
    pairs = (model.split(".") for model in models)
    return {f"{app}.{verb}_{name}" for app, name in pairs for verb in verbs}


def items(*verbs: str, of: Iterable[str] | None = None) -> set[str]:
    """Permissions for items of these kinds, or of all."""
    codes = kinds.codes() if of is None else of
    return on((kinds.get(code).model_label.lower() for code in codes), *verbs)


def in_languages(*verbs: str, languages: Iterable[str] = LANGUAGES) -> set[str]:
    return {f"editorial.{verb}_{code}" for code in languages for verb in verbs}


def general(*names: str) -> set[str]:
    return {f"editorial.{name}" for name in names}


def references(*verbs: str) -> set[str]:
    return on((f"reference.{name}" for name in REFERENCE), *verbs)


def _reading() -> set[str]:
    """What everybody at the desk may look at."""
    return items("view") | references("view") | on(SHELVES, "view")


def _writing() -> set[str]:
    """Reading, and pictures and files of one's own."""
    return _reading() | on(SHELVES, "add")


def _editing() -> set[str]:
    """Changing whatever others have begun, with the people and topics it names."""
    people_and_topics = on(("reference.person", "reference.topic"), "add", "change")
    return (
        _writing()
        | on(SHELVES, "change")
        | people_and_topics
        | items("change")
        | general("edit_others")
    )


def _heading() -> set[str]:
    """Editing, beginning items, sharing drafts, and saying who works on what."""
    heading = general("assign_track", "share_item", "trash_item")
    return _editing() | items("add", "delete") | heading


def _minding_searches() -> set[str]:
    """Reading what was searched for, and letting other words find the same."""
    return on(SYNONYMS, "view", "add", "change", "delete") | {"search.view_asked"}


def _publishing() -> set[str]:
    verbs = in_languages("approve", "publish", "schedule", "withdraw")
    return (
        _heading()
        | verbs
        | on((*FRONT, *BUNDLES), "view", "add", "change", "delete")
        | general("publish_unapproved", "view_auditevent", "view_section")
        | _minding_searches()
    )


def _keeping_the_library() -> set[str]:
    shelves = on(SHELVES, "view", "add", "change", "delete")
    types = on(("publications.publicationtype",), "view", "add", "change")
    records = references("view", "add", "change", "delete")
    seen = general("view_section") | _minding_searches()
    return _reading() | shelves | types | records | seen


LANGUAGE_EDITORS = {
    code: format_lazy(
        pgettext_lazy("role", "{language} language editor"), language=name
    )
    for code, name in settings.LANGUAGES
}


def table() -> list[DeskRole]:
    """All roles, in the order of the work; asked when all kinds are registered."""
    return [*_who_write(), *_who_approve(), *_who_keep()]


def _who_write() -> Iterator[DeskRole]:
    yield _role(
        "author",
        pgettext_lazy("role", "Author"),
        _("Writes, and changes what is theirs or assigned to them."),
        _writing() | items("add", "change", of=("publications", "news")),
    )
    yield _role(
        "translator",
        pgettext_lazy("role", "Translator"),
        _("Changes the texts of others; begins none and approves none."),
        _writing() | items("change") | general("edit_others"),
    )


def _who_approve() -> Iterator[DeskRole]:
    for code in LANGUAGES:
        yield _role(
            f"language-editor-{code}",
            LANGUAGE_EDITORS[code],
            _("Edits, and approves in one language."),
            _editing() | in_languages("approve", languages=[code]),
        )
    yield _role(
        "programme-editor",
        pgettext_lazy("role", "Programme editor"),
        _("Begins, assigns and edits texts, and approves in every language."),
        _heading() | in_languages("approve") | on(BUNDLES, "view"),
    )
    yield _role(
        "publisher",
        pgettext_lazy("role", "Publisher"),
        _("Publishes, schedules and withdraws, and keeps the front page."),
        _publishing(),
    )


def _who_keep() -> Iterator[DeskRole]:
    guests = on(("reference.person",), "add", "change")
    programme = items("add", "change", of=("events", "news"))
    yield _role(
        "events-coordinator",
        pgettext_lazy("role", "Events coordinator"),
        _("Keeps events and news, with the people who take part."),
        _writing() | programme | guests | general("edit_others"),
    )
    yield _role(
        "librarian",
        pgettext_lazy("role", "Librarian"),
        _("Keeps people, topics, series, pictures and files."),
        _keeping_the_library(),
    )
    yield _role(
        "administrator",
        pgettext_lazy("role", "Administrator"),
        _("May do everything that a role can; accounts are a superuser's."),
        _publishing()
        | _keeping_the_library()
        | on(("house.house",), "view", "change")
        | general("export_auditevent", "suppress_edition"),
    )


def names() -> dict[str, Promise]:
    """What each group of the table is called in the interface."""
    return {role.code: role.name for role in table()}


def sync() -> list[str]:
    """Give the groups exactly these permissions; the codes of those that changed.

    Raises LookupError for a permission that does not exist.
    """
    columns = ("content_type__app_label", "codename", "pk")
    known = {
        f"{app}.{codename}": pk
        for app, codename, pk in Permission.objects.order_by().values_list(*columns)
    }
    roles = table()
    standing = Group.objects.prefetch_related("permissions").in_bulk(
        [role.code for role in roles], field_name="name"
    )
    return [role.code for role in roles if _give(role, standing, known)]


def _give(role: DeskRole, standing: dict[Any, Group], known: dict[str, int]) -> bool:
    missing = role.permissions - known.keys()
    if missing:
        raise LookupError(f"{role.code}: no permission {', '.join(sorted(missing))}")
    wanted = {known[name] for name in role.permissions}
    group = standing.get(role.code) or Group.objects.create(name=role.code)
    held = {permission.pk for permission in group.permissions.all()}
    if role.code in standing and held == wanted:
        return False
    with transaction.atomic():
        group.permissions.set(wanted)
        if role.code in standing:
            names = {pk: name for name, pk in known.items()}
            _record(group, {names[pk] for pk in held}, role.permissions)
    return True


def _record(group: Group, before: Collection[str], after: Collection[str]) -> None:
    """As for a group that somebody changed; a new one has no members yet."""
    gained, lost = sorted({*after} - {*before}), sorted({*before} - {*after})
    verb, name = journal.Verb.PERMISSIONS, group.name
    journal.record(verb, by=SYSTEM, account=name, gained=gained, lost=lost)


def _role(code: str, name: Any, purpose: Any, permissions: set[str]) -> DeskRole:
    return DeskRole(code, name, purpose, frozenset(permissions))
