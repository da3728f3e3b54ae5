"""Who is told of what, and how."""

from __future__ import annotations

from tests.cast import make_publication, make_user
from tests.constraints.refusing import Refusing
from thinktank.editorial import journal
from thinktank.editorial.models import MailChoice, Notice
from thinktank.editorial.permissions import SYSTEM


class TestNotices(Refusing):
    def setUp(self):
        self.person = make_user("reader")

    def test_the_same_person_twice_of_one_event(self):
        item = make_publication()
        event = journal.record(journal.Verb.SUBMIT, by=SYSTEM, item=item)
        row = {"event": event, "person": self.person}
        Notice.objects.create(**row)
        self.refuses("notice_once", Notice.objects.create, **row)

    def test_an_unknown_language_of_mail(self):
        row = {"person": self.person, "language": "xx"}
        self.refuses("mail_language", MailChoice.objects.create, **row)
