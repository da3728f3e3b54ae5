"""What was sent as a manuscript: nobody reads it but its sender, and then staff."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import TestCase

from tests.admin.doors import admin
from tests.cast import make_cast, make_publication, make_user
from tests.sent_manuscripts import word_file
from thinktank.document.readers.manuscript import from_text
from thinktank.editorial import manuscripts
from thinktank.editorial.models import Item, SentManuscript

SECRET = "zwischenfall"
"""A word of the manuscript, and of its file's name."""


class TestStagedManuscript(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()
        source = from_text(f"{SECRET} in the harbour", "en")
        cls.row = manuscripts.stage(source, by=cls.cast.editor)
        cls.row.original_name = f"{SECRET}.docx"
        cls.row.file.save("x.docx", ContentFile(word_file()), save=False)
        cls.row.bytes = cls.row.file.size
        cls.row.save()

    def doors(self) -> list[str]:
        key = self.row.pk
        names = ("review", "download")
        doors = [admin(f"manuscripts_{name}", key) for name in names]
        return [*doors, admin("manuscripts_picture", key, 1)]

    def test_nobody_else_learns_that_it_is_there(self):
        others = (self.cast.admin, self.cast.publisher, make_user("nobody"))
        for user in others:
            self.client.force_login(user)
            for door in self.doors():
                for response in (self.client.get(door), self.client.post(door)):
                    assert response.status_code in (403, 404, 405)
                    assert SECRET not in response.content.decode()

    def test_who_is_not_staff_is_led_to_the_login(self):
        for user in (None, self.cast.outsider):
            self.client.logout()
            if user:
                self.client.force_login(user)
            for door in self.doors():
                assert "/login/" in self.client.get(door).url

    def test_whoever_may_no_longer_import_reads_it_no_longer(self):
        self.client.force_login(self.cast.editor)
        assert self.client.get(self.doors()[0]).status_code == 200
        self.cast.editor.user_permissions.clear()
        for door in self.doors():
            assert self.client.get(door).status_code == 403

    def test_its_file_lies_outside_what_is_served(self):
        path = Path(self.row.file.path)
        assert not path.is_relative_to(settings.MEDIA_ROOT)
        assert path.stat().st_mode & 0o077 == 0
        name = path.name
        for address in (f"/media/manuscripts/{name}", f"/media/../manuscripts/{name}"):
            assert self.client.get(address).status_code == 404

    def test_it_is_part_of_no_other_page_of_the_desk(self):
        item = make_publication()
        self.client.force_login(self.cast.admin)
        for name in ("index", "publications_publication_changelist"):
            assert SECRET not in self.client.get(admin(name)).content.decode()
        form = admin("publications_publication_change", item.pk)
        assert SECRET not in self.client.get(form).content.decode()

    def test_a_form_from_another_site_is_refused(self):
        strict = self.client_class(enforce_csrf_checks=True)
        strict.force_login(self.cast.editor)
        for door in (self.doors()[0], admin("manuscripts_import")):
            response = strict.post(door, {"create": "1", "text": "A text"})
            assert response.status_code == 403
        assert not Item.objects.exists()
        assert SentManuscript.objects.count() == 1

    def test_no_field_costs_more_than_its_answer(self):
        self.client.force_login(self.cast.editor)
        data = {"person-\0": "new\0", f"person-{'x' * 10_000}": "new", "query": "a"}
        form = "application/x-www-form-urlencoded"
        response = self.client.post(self.doors()[0], urlencode(data), content_type=form)
        assert response.status_code == 302
        self.row.refresh_from_db()
        assert self.row.decided == {"person-": "new", "query": "a"}

    @pytest.mark.large
    def test_more_fields_than_a_form_has_are_refused(self):
        self.client.force_login(self.cast.editor)
        data = {f"alt-{number}-en": "x" for number in range(1_200)}
        assert self.client.post(self.doors()[0], data).status_code == 400
