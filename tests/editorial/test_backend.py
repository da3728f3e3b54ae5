"""What a person may do is asked once a request."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission, User
from django.test import TestCase

from tests.cast import editing, make_user


class TestDeskBackend(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user("editor", editing()[:3])
        group = Group.objects.create(name="publishers")
        group.permissions.set(Permission.objects.filter(codename="publish_ar"))
        cls.user.groups.add(group)

    def test_it_asks_once_for_a_person_and_the_groups(self):
        user = User.objects.get(pk=self.user.pk)
        with self.assertNumQueries(1):
            assert user.has_perm("publications.add_publication")
            assert user.has_perm("editorial.publish_ar")
            assert not user.has_perm("editorial.publish_en")
            assert user.has_module_perms("publications")

    def test_it_gives_nothing_to_an_account_that_was_closed(self):
        User.objects.update(is_active=False)
        user = User.objects.get(pk=self.user.pk)
        assert user.get_all_permissions() == set()

    def test_it_gives_everything_to_an_administrator(self):
        User.objects.update(is_superuser=True)
        user = User.objects.get(pk=self.user.pk)
        assert "editorial.publish_en" in user.get_all_permissions()
