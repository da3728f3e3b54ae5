"""The audit log at the desk: searched, filtered, exported, never changed."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse

from tests.admin.page import DeskTestCase, get
from tests.cast import make_event, make_publication, make_user, write
from thinktank.editorial import journal, publishing, trash
from thinktank.editorial.models import AuditEvent
from thinktank.editorial.permissions import SYSTEM

LIST = reverse("admin:editorial_auditevent_changelist")
EXPORT = reverse("admin:editorial_auditevent_export")


class TestExport(DeskTestCase):
    def setUp(self) -> None:
        self.client.force_login(self.cast.admin)
        self.item = make_publication(live=True)
        publishing.withdraw(self.item, "ar", "=خطأ في الأرقام", by=SYSTEM)

    def rows(self, query: str = "") -> list[dict[str, str]]:
        response = self.client.post(EXPORT + query)
        assert response["Content-Type"] == "text/csv"
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def test_it_has_all_rows_with_instants_in_utc(self):
        rows = self.rows()
        assert [row["what"] for row in rows] == [
            "publish",
            "publish",
            "withdraw",
            "export",
        ]
        assert rows[0]["when"].endswith("+00:00")
        assert (rows[0]["item"], rows[0]["language"]) == (str(self.item.pk), "ar")

    def test_it_has_the_rows_of_the_list(self):
        assert [row["what"] for row in self.rows("?verb=withdraw")] == ["withdraw"]
        assert len(self.rows("?q=nobody-of-this-name")) == 0

    def test_with_a_filter_that_there_is_not_it_exports_nothing(self):
        for query in ("?at__gte=never", "?colour=red"):
            assert self.client.post(EXPORT + query).status_code == 404
        assert not AuditEvent.objects.filter(verb="export").exists()

    def test_no_cell_is_a_formula(self):
        (row,) = self.rows("?verb=withdraw")
        assert row["note"] == "'=خطأ في الأرقام"

    def test_nor_one_for_keyboards_of_the_far_east(self):
        for sign in "＝＋－＠\n":
            journal.record(journal.Verb.RETURN, by=SYSTEM, note=f"{sign}1+1")
        notes = [row["note"] for row in self.rows("?verb=return")]
        assert len(notes) == 5
        assert all(note.startswith("'") for note in notes)

    def test_it_stands_in_the_log_itself(self):
        self.rows("?verb=publish")
        event = AuditEvent.objects.first()
        assert (event.verb, event.by) == ("export", self.cast.admin)
        assert event.details == {"filters": "verb=publish"}

    def test_it_is_offered_to_those_who_may(self):
        assert "Export these rows (CSV)" in get(self.client, LIST).text


class TestAppendOnly(DeskTestCase):
    def test_nothing_changes_or_deletes_a_row(self):
        event = journal.record(journal.Verb.LOGIN, by=self.cast.admin)
        for act in (
            event.save,
            event.delete,
            AuditEvent.objects.all().delete,
            lambda: AuditEvent.objects.update(actor="another"),
        ):
            with pytest.raises(TypeError):
                act()
        assert AuditEvent.objects.get().actor == "admin"


class TestWhoReadsIt(DeskTestCase):
    def test_it_is_silent_about_kinds_that_somebody_does_not_see(self):
        journal.record(journal.Verb.LOGIN, by=self.cast.admin)
        event, item = make_event(), make_publication()
        for each in (event, item):
            write(each, "en", headline=f"Zwischenfall {each.pk}")
            trash.put(each, by=SYSTEM)
        trash.delete(event, by=SYSTEM)
        rights = ["view_auditevent", "view_publication"]
        self.client.force_login(make_user("auditor", rights))
        page = get(self.client, LIST)
        assert f"Zwischenfall {item.pk}" in page.text
        assert f"#{event.pk}" not in page.text
        assert "signed in" in page.text
        hidden = AuditEvent.objects.filter(number=event.pk)[0]
        url = reverse("admin:editorial_auditevent_change", args=[hidden.pk])
        answer = self.client.get(url, follow=True)
        assert b"Zwischenfall" not in answer.content


class TestSettings(DeskTestCase):
    def test_changed_settings_of_the_house_stand_in_it(self):
        self.client.force_login(self.cast.admin)
        url = reverse("admin:house_house_change", args=[1])
        page = get(self.client, url)
        self.client.post(url, page.sent() | {"months": "levant"})
        event = AuditEvent.objects.get()
        assert (event.verb, event.details) == ("settings", {"fields": ["months"]})
        page = get(self.client, url)
        self.client.post(url, page.sent())
        assert AuditEvent.objects.count() == 1
