from __future__ import annotations

from tests.admin.doors import admin
from tests.admin.importing import ImportTestCase
from tests.cast import make_publication, make_user
from tests.sent_manuscripts import ENGLISH, text_file, word_file
from thinktank.editorial import trash
from thinktank.editorial.models import SentManuscript
from thinktank.editorial.permissions import SYSTEM


class TestDownload(ImportTestCase):
    def setUp(self):
        super().setUp()
        self.row = self.stage(word_file(), "مرافئ.docx")
        self.item = make_publication()
        self.give(self.item)

    def give(self, item):
        SentManuscript.objects.filter(pk=self.row.pk).update(item=item)

    def fetch(self, row=None):
        return self.client.get(admin("manuscripts_download", (row or self.row).pk))

    def test_it_is_the_file_as_it_was_sent(self):
        response = self.fetch()
        content = b"".join(response.streaming_content)
        assert content == word_file()
        disposition = response["Content-Disposition"]
        assert disposition.startswith("attachment;")
        assert "%D9%85%D8%B1%D8%A7%D9%81%D8%A6.docx" in disposition
        assert response["X-Content-Type-Options"] == "nosniff"

    def test_a_file_is_called_what_it_is(self):
        row = self.stage(text_file(), "page.TXT")
        SentManuscript.objects.filter(pk=row.pk).update(item=self.item)
        response = self.fetch(row)
        assert 'filename="page.txt"' in response["Content-Disposition"]
        assert response["Content-Type"] == "text/plain"

    def test_it_is_for_those_who_may_look_at_the_item(self):
        for name, codenames, status in (
            ("viewer", ["view_publication"], 200),
            ("changer", ["change_publication"], 200),
            ("news", ["add_newsitem", "change_newsitem", "view_newsitem"], 403),
            ("nobody", [], 403),
        ):
            with self.subTest(name=name):
                self.client.force_login(make_user(name, codenames))
                assert self.fetch().status_code == status

    def test_in_the_trash_it_is_for_those_who_may_restore_the_item(self):
        trash.put(self.item, by=SYSTEM)
        for name, codenames, status in (
            ("changer", ["change_publication"], 403),
            ("keeper", ["change_publication", "trash_item"], 200),
        ):
            self.client.force_login(make_user(name, codenames))
            assert self.fetch().status_code == status

    def test_staged_it_is_for_its_sender_alone(self):
        self.give(None)
        assert self.fetch().status_code == 200
        self.client.force_login(self.cast.admin)
        assert self.fetch().status_code == 404

    def test_one_that_is_lost_is_not_found(self):
        self.row.file.storage.delete(self.row.file.name)
        assert self.fetch().status_code == 404

    def test_a_paste_has_none(self):
        self.send(text="\n\n".join(ENGLISH))
        row = SentManuscript.objects.get(file="")
        assert self.fetch(row).status_code == 404

    def test_who_is_not_logged_in_is_asked_to(self):
        self.client.logout()
        response = self.fetch()
        assert response.status_code == 302
        assert "/login/" in response.url
