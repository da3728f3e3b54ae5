from __future__ import annotations

from django.urls import reverse

from tests.admin.page import DeskTestCase, address, get, send
from tests.cast import (
    editing,
    make_document,
    make_publication,
    make_user,
    publishing_in,
    write,
)
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM

WORD = "Zwischenfall"
REASON = "Der Richter"
LOG = reverse("admin:editorial_auditevent_changelist")


class SuppressCase(DeskTestCase):
    """A text with a word was public, was corrected away from it, and withdrawn."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()
        words = dict.fromkeys(("headline", "kicker", "summary", "slug"), WORD)
        write(cls.item, "en", body=make_document("en", lead=WORD), **words)
        publishing.publish(cls.item, "en", by=SYSTEM)
        cls.revision = Edition.objects.get().revision
        write(cls.item, "en", headline="Put right")
        publishing.publish(cls.item, "en", by=SYSTEM, note=f"Not {WORD}.")
        cls.notice = publishing.withdraw(cls.item, "en", REASON, by=SYSTEM)
        allowed = [*editing(), *publishing_in("en"), "suppress_edition", "view_section"]
        cls.counsel = make_user("counsel", allowed)
        cls.url = address(cls.item, "suppress", "en")
        cls.versions = address(cls.item, "versions")

    def setUp(self):
        self.client.force_login(self.counsel)

    def suppress(self):
        page = get(self.client, self.url)
        return send(self.client, self.url, page, reason="File 12.")


class TestSuppressPage(SuppressCase):
    def test_it_says_what_leaves_public_history_and_does_it(self):
        assert get(self.client, self.versions).all(
            "a", href=address(self.item, "suppress", "en")
        )
        page = get(self.client, self.url)
        assert "leaves public history" in page.text
        self.assertRedirects(self.suppress(), address(self.item))
        assert Edition.objects.filter(suppressed_at=None).count() == 0
        page = get(self.client, self.versions)
        assert not page.all("a", href=address(self.item, "suppress", "en"))
        assert page.all("a", href=address(self.item, "unsuppress", "en"))

    def test_it_is_lifted_again(self):
        self.suppress()
        url = address(self.item, "unsuppress", "en")
        send(self.client, url, get(self.client, url))
        assert Edition.objects.filter(suppressed_at=None).count() == 3

    def test_it_is_shut_for_a_publisher(self):
        self.client.force_login(self.cast.publisher)
        for page in ("suppress", "unsuppress"):
            url = address(self.item, page, "en")
            assert self.client.get(url).status_code == 403
            assert self.client.post(url, {"reason": "x"}).status_code == 403
        assert not get(self.client, self.versions).all(
            "a", href=address(self.item, "suppress", "en")
        )

    def test_it_is_shut_in_the_other_language(self):
        assert self.client.get(address(self.item, "suppress", "ar")).status_code == 403


class TestWhoReadsIt(SuppressCase):
    def setUp(self):
        super().setUp()
        self.suppress()

    def pages(self):
        yield self.versions
        yield f"{self.versions}{self.revision.pk}/"
        yield reverse("admin:editorial_section_changelist")

    def test_staff_see_that_it_was_suppressed_and_not_its_words(self):
        self.client.force_login(self.cast.publisher)
        page = get(self.client, self.versions)
        assert page.text.count("suppressed since") == 3
        assert (WORD in page.text, REASON in page.text) == (False, False)
        own = [*editing(), "view_section"]
        self.client.force_login(make_user("reader", own))
        statuses = []
        for url in self.pages():
            answer = self.client.get(url)
            statuses.append(answer.status_code)
            assert WORD not in answer.content.decode(), url
        assert statuses == [200, 404, 200]
        assert REASON not in get(self.client, address(self.item)).text

    def test_the_log_keeps_its_notes_from_them(self):
        """Neither shown, nor found by a search, nor exported."""
        logs = ["view_auditevent", "export_auditevent"]
        self.client.force_login(make_user("auditor", [*editing(), *logs]))
        page = get(self.client, LOG)
        assert "File 12." in page.text
        assert (WORD in page.text, REASON in page.text) == (False, False)
        assert not self.found()
        told = b"".join(self.client.post(f"{LOG}export/").streaming_content).decode()
        assert "File 12." in told
        assert (WORD in told, REASON in told) == (False, False)
        publishing.unsuppress(self.item, "en", by=SYSTEM)
        assert len(self.found()) == 1

    def found(self):
        page = get(self.client, f"{LOG}?q=Richter")
        return page.all("td", class_="field-shown_note")

    def test_those_who_may_suppress_read_it(self):
        for url in self.pages():
            answer = self.client.get(url)
            assert answer.status_code == 200, url
        page = get(self.client, self.versions)
        assert REASON in page.text


class TestPublicPages(SuppressCase):
    """What visitors are told, at every address by which they knew it."""

    def test_they_give_a_neutral_answer(self):
        url = f"/en/publications/{self.item.pk}/"
        assert REASON in self.client.get(url).content.decode()
        self.suppress()
        for path in (url, f"{url}{WORD.lower()}/", f"/a/{self.item.pk}/en"):
            answer = self.client.get(path, follow=True)
            told = answer.content.decode() + str(answer.redirect_chain)
            assert answer.status_code == 410, path
            for secret in (WORD, WORD.lower(), REASON, "Put right"):
                assert secret not in told.replace(path, ""), (path, secret)
            assert "This text is no longer available" in told

    def test_what_is_public_again_tells_none_of_it(self):
        self.suppress()
        publishing.publish(self.item, "en", by=SYSTEM)
        for path in (f"/a/{self.item.pk}/en", "/en/", "/en/publications/"):
            answer = self.client.get(path, follow=True)
            assert answer.status_code == 200
            assert WORD not in answer.content.decode()
