from __future__ import annotations

from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from smtplib import SMTPRecipientsRefused

from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse

from tests.admin.page import get
from tests.cast import editing, make_publication, make_user, publishing_in, write
from tests.clock import Clock
from thinktank.editorial import publishing, workflow
from thinktank.editorial.models import Item, MailChoice, Notice, Track
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.models import HomeSlot

GOLDEN = Path(__file__).parent / "mail"
NOON = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Refusing(EmailBackend):
    """A server that knows no writer."""

    def send_messages(self, messages):
        for message in messages:
            if message.to[0].startswith("writer"):
                raise SMTPRecipientsRefused({message.to[0]: (550, b"unknown")})
        return super().send_messages(messages)


class DigestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.writer = cls.member("writer", "Nader Al Attar")
        cls.chief = cls.member("chief", "Salma Al Harith", "assign_track")
        cls.item = make_publication(ar=False, en=False)

    @classmethod
    def member(cls, name, called, *more):
        user = make_user(name, [*editing(), "approve_ar", "approve_en", *more])
        user.first_name, _space, user.last_name = called.partition(" ")
        user.email = f"{name}@example.org"
        user.save()
        return user

    def assign(self, item=None, to=None, note="Begin with the table."):
        to, item = to or self.writer, item or self.item
        due = date(2026, 3, 9)
        workflow.assign(item, "en", to=to, due=due, by=self.chief, note=note)

    def send(self):
        out, err = StringIO(), StringIO()
        try:
            call_command("send_digests", stdout=out, stderr=err)
        except SystemExit as end:
            return end.code, err.getvalue()
        return 0, err.getvalue()


class TestDigest(DigestCase):
    def test_all_that_waits_comes_in_one_e_mail_by_item(self):
        write(self.item, "en")
        other = make_publication()
        self.assign()
        self.assign(other)
        workflow.assign(self.item, "en", to=self.writer, due=None, by=self.chief)
        assert self.send() == (0, "")
        (sent,) = mail.outbox
        assert sent.to == ["writer@example.org"]
        assert sent.body.count(f"/publication/{self.item.pk}/change/#side-en") == 1
        assert sent.body.count("Begin with the table.") == 2

    def test_news_of_both_languages_stand_under_the_headline_of_the_reader(self):
        item = make_publication()
        MailChoice.objects.create(person=self.writer, language="ar")
        for language in ("ar", "en"):
            workflow.assign(item, language, to=self.writer, due=None, by=self.chief)
        self.send()
        (sent,) = mail.outbox
        assert item.text_in("ar", "headline") in sent.body
        assert item.text_in("en", "headline") not in sent.body

    def test_it_is_sent_once(self):
        self.assign()
        self.send()
        self.send()
        assert len(mail.outbox) == 1
        assert not Notice.objects.filter(sent_at__isnull=True).exists()

    def test_one_address_that_fails_keeps_nobody_else_waiting(self):
        other = self.member("other", "Layan")
        self.assign()
        self.assign(to=other)
        here = f"{Refusing.__module__}.{Refusing.__qualname__}"
        with self.settings(EMAIL_BACKEND=here):
            code, said = self.send()
        assert code == 1
        assert "writer@example.org" in said
        assert [message.to for message in mail.outbox] == [["other@example.org"]]
        (waiting,) = Notice.objects.filter(sent_at__isnull=True)
        assert waiting.person == self.writer
        assert self.send() == (0, "")
        assert mail.outbox[-1].to == ["writer@example.org"]

    def test_whoever_wants_none_gets_none_now_or_later(self):
        choice = MailChoice.objects.create(
            person=self.writer, language="en", wanted=False
        )
        self.assign()
        self.send()
        choice.wanted = True
        choice.save()
        self.send()
        assert mail.outbox == []

    def test_nothing_is_told_to_those_who_may_no_longer_see_it(self):
        self.assign()
        self.writer.user_permissions.clear()
        self.send()
        assert mail.outbox == []

    def test_nothing_is_told_of_what_was_deleted(self):
        self.assign()
        HomeSlot.objects.all().delete()
        Item.objects.get(pk=self.item.pk).delete()
        self.send()
        assert mail.outbox == []

    def test_it_keeps_what_was_suppressed_meanwhile(self):
        write(self.item, "en", headline="Ports")
        Track.objects.update(writer=self.writer)
        publisher = make_user("publisher", publishing_in("en"))
        publishing.publish(self.item, "en", by=SYSTEM)
        publishing.withdraw(self.item, "en", "Zwischenfall", by=publisher)
        publishing.suppress(self.item, "en", "File 12.", by=SYSTEM)
        self.send()
        (sent,) = mail.outbox
        told = f"{sent.body}{sent.alternatives}"
        assert "Ports" in told
        assert "Zwischenfall" not in told

    def test_closed_accounts_get_nothing(self):
        self.assign()
        self.writer.is_active = False
        self.writer.save()
        self.send()
        assert mail.outbox == []


class TestGoldenDigest(DigestCase):
    def told(self, language):
        """The e-mail of one day, in words and as a page."""
        write(self.item, "ar", headline="الموانئ الصغيرة؟")
        MailChoice.objects.create(person=self.writer, language=language)
        with Clock(NOON) as clock:
            self.assign()
            clock.forward(hours=1)
            to, by, note = self.writer, self.chief, "راجع الجدول الثاني."
            workflow.submit(self.item, "ar", by=by, to=to, note=note)
            self.send()
        (sent,) = mail.outbox
        (page,) = sent.alternatives
        told = f"{sent.subject}\n\n{sent.body}\n{page.content}"
        return told.replace(f"/{self.item.pk}/", "/1/")

    def test_it_reads_well_in_arabic(self):
        assert self.told("ar") == (GOLDEN / "digest.ar.txt").read_text()

    def test_it_reads_well_in_english(self):
        assert self.told("en") == (GOLDEN / "digest.en.txt").read_text()


class TestMyEmail(DigestCase):
    PAGE = reverse("admin:my_email")

    def setUp(self):
        self.client.force_login(self.writer)

    def test_it_begins_with_the_language_of_the_interface(self):
        for language in ("ar", "en"):
            assert get(self.client, self.PAGE, language).sent()["wanted"] == "on"
            page = get(self.client, self.PAGE, language)
            chosen = [o for o in page.all("option") if "selected" in o.attributes]
            assert [option["value"] for option in chosen] == [language]
        assert not MailChoice.objects.exists()

    def test_it_keeps_the_choice_of_whoever_sends_it_alone(self):
        MailChoice.objects.create(person=self.chief, language="ar")
        self.client.post(self.PAGE, {"language": "en", "person": self.chief.pk})
        assert MailChoice.objects.get(person=self.writer).wanted is False
        assert MailChoice.objects.get(person=self.chief).wanted is True

    def test_it_is_linked_from_every_page(self):
        page = get(self.client, reverse("admin:index"))
        assert page.all("a", href=self.PAGE)
