"""The table of roles, and the groups that are kept by it."""

from __future__ import annotations

from io import StringIO

from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import TestCase

from publications.models import Publication
from tests.cast import make_publication
from thinktank.editorial import roles
from thinktank.editorial.models import AuditEvent, Track
from thinktank.editorial.permissions import is_theirs, may, theirs

VERBS = ("approve", "publish", "schedule", "withdraw")
MAY = {
    "author": "",
    "translator": "",
    "language-editor-ar": "approve_ar",
    "language-editor-en": "approve_en",
    "programme-editor": "approve_ar approve_en",
    "publisher": " ".join(f"{verb}_{code}" for verb in VERBS for code in ("ar", "en")),
    "events-coordinator": "",
    "librarian": "",
    "administrator": " ".join(
        f"{verb}_{code}" for verb in VERBS for code in ("ar", "en")
    ),
}
"""What each role may do to texts, in which language."""


def member(role: str) -> User:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


class TestTable(TestCase):
    def test_each_role_may_do_what_it_is_for_in_its_languages(self):
        assert [role.code for role in roles.table()] == list(MAY)
        for code, verbs in MAY.items():
            user = member(code)
            found = {
                f"{verb}_{language}"
                for verb in VERBS
                for language in ("ar", "en")
                if may(user, verb, language)
            }
            assert found == set(verbs.split()), code

    def test_no_role_opens_accounts(self):
        opened = [p for role in roles.table() for p in role.permissions]
        assert not [name for name in opened if name.startswith("auth.")]

    def test_only_who_edits_what_others_began_changes_their_items(self):
        item = make_publication()
        for code in MAY:
            user = member(code)
            changes = user.has_perm("publications.change_publication")
            others = changes and is_theirs(user, item)
            assert others == (
                code not in ("author", "events-coordinator", "librarian")
            ), code


class TestOwnItems(TestCase):
    def test_an_author_has_what_they_began_and_what_is_assigned_to_them(self):
        author = member("author")
        begun, given, other = (make_publication() for _ in range(3))
        Publication.objects.filter(pk=begun.pk).update(created_by=author)
        Track.objects.filter(item=given, language="en").update(assignee=author)
        items = Publication.objects.order_by("pk")
        assert [is_theirs(author, item) for item in items] == [True, True, False]
        found = Publication.objects.filter(theirs(author))
        assert {item.pk for item in found} == {begun.pk, given.pk}
        assert other not in found


class TestSync(TestCase):
    def sync(self) -> str:
        told = StringIO()
        call_command("sync_roles", stdout=told)
        return told.getvalue()

    def test_migrate_has_done_it(self):
        assert set(Group.objects.values_list("name", flat=True)) == set(MAY)
        assert self.sync().count("\n") == 1

    def test_it_gives_back_what_was_taken_and_takes_what_was_given(self):
        group = Group.objects.get(name="author")
        group.permissions.set(Permission.objects.filter(codename="publish_ar"))
        assert "author" in self.sync()
        user = User.objects.get(pk=member("author").pk)
        assert not may(user, "publish", "ar")
        assert user.has_perm("publications.add_publication")

    def test_the_log_says_what_members_gained_and_lost(self):
        group = Group.objects.get(name="author")
        kept = group.permissions.exclude(codename="add_newsitem")
        group.permissions.set([*kept, Permission.objects.get(codename="publish_ar")])
        for _turn in range(2):
            self.sync()
        event = AuditEvent.objects.get(verb="permissions")
        assert (event.actor, event.details["account"]) == ("system", "author")
        assert event.details["gained"] == ["news.add_newsitem"]
        assert event.details["lost"] == ["editorial.publish_ar"]

    def test_it_leaves_the_groups_of_the_house_alone(self):
        own = Group.objects.create(name="Interns")
        self.sync()
        assert own.permissions.count() == 0
        assert Group.objects.filter(name="Interns").exists()
