"""Links to drafts: whom they let in, until when, and what they never show."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import TestCase, override_settings
from django.utils import timezone

from publications.models import Publication
from tests.cast import (
    LANGUAGES,
    make_event,
    make_file,
    make_image,
    make_news,
    make_page,
    make_publication,
    make_user,
    write,
)
from tests.clock import Clock
from thinktank.editorial import publishing, saving, sharing
from thinktank.editorial.models import AuditEvent, DraftLink, Item
from thinktank.editorial.permissions import SYSTEM, NotAllowed, Refused

SECRET = "zwischenfall"
"""A word of the draft that is shared; OTHER is one of everything else."""
OTHER = "verschwiegen"


def share(item: Item, language: str = "en", **given: Any) -> DraftLink:
    wanted: dict[str, Any] = {"by": SYSTEM, "for_whom": "A reader", "lasts": 7}
    return sharing.make(item, language, **(wanted | given))


class TestMaking(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication(ar=False)
        cls.user = make_user("sharer", ["share_item"])

    def test_it_lasts_for_the_days_that_were_chosen(self) -> None:
        with Clock() as clock:
            link = share(self.item, by=self.user, lasts=3)
            assert link.expires_at == clock.ahead(days=3)
        assert link.made_by == self.user

    def test_making_and_revoking_stand_in_the_audit_log_once(self) -> None:
        link = share(self.item, by=self.user)
        for _turn in range(2):
            sharing.revoke(link, by=self.user)
        made, revoked = AuditEvent.objects.filter(verb__in=("share", "unshare"))[::-1]
        assert (made.verb, revoked.verb) == ("share", "unshare")
        for event in (made, revoked):
            assert (event.item_id, event.language) == (self.item.pk, "en")
            assert (event.by, event.note) == (self.user, "A reader")
            assert event.details["link"] == link.pk

    def test_it_takes_a_permission(self) -> None:
        link, nobody = share(self.item), make_user("nobody")
        with pytest.raises(NotAllowed):
            share(self.item, by=nobody)
        with pytest.raises(NotAllowed):
            sharing.revoke(link, by=nobody)
        link.refresh_from_db()
        assert link.state() == DraftLink.State.OPEN

    def test_it_is_refused_for_longer_and_for_what_is_not_written(self) -> None:
        with pytest.raises(Refused):
            share(self.item, lasts=31)
        with pytest.raises(Refused):
            share(self.item, "ar")
        with override_settings(DRAFT_LINK_DAYS=7):
            assert sharing.days() == [1, 3, 7]
        with override_settings(DRAFT_LINK_DAYS=2):
            assert sharing.days() == [1]

    def test_the_row_is_worth_nothing_without_the_secret_of_the_site(self) -> None:
        link = share(self.item)
        token = sharing.path(link).split("/")[-2]
        stored = DraftLink.objects.values().get()
        assert token not in map(str, stored.values())
        with (
            override_settings(SECRET_KEY="another"),
            pytest.raises(DraftLink.DoesNotExist),
        ):
            sharing.find(token, "en")


class TestOpening(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication(live=True)
        write(cls.item, "en", headline=f"A {SECRET}", summary=SECRET)
        write(cls.item, "ar", headline=OTHER, summary=OTHER)

    def get(self, link: DraftLink) -> Any:
        return self.client.get(sharing.path(link))

    def test_it_shows_the_draft_as_it_stands_when_it_is_opened(self) -> None:
        link = share(self.item)
        assert f"A {SECRET}" in self.get(link).content.decode()
        write(self.item, "en", headline="Another word")
        assert "Another word" in self.get(link).content.decode()

    def test_it_says_in_the_language_of_the_page_that_it_is_a_draft(self) -> None:
        english, arabic = (self.get(share(self.item, code)) for code in ("en", "ar"))
        assert english.status_code == arabic.status_code == 200
        self.assertContains(english, "Draft, not published; not to be cited")
        self.assertContains(english, "(Asia/Dubai)")
        self.assertContains(arabic, "مسودة غير منشورة")
        assert arabic["Content-Language"] == "ar"

    def test_it_is_kept_nowhere_and_led_to_from_nowhere(self) -> None:
        link = share(self.item)
        over = share(self.item)
        sharing.revoke(over, by=SYSTEM)
        for response in (self.get(link), self.get(over)):
            assert response["Cache-Control"] == "private, no-store"
            assert response["X-Robots-Tag"].startswith("noindex")
            assert response["Referrer-Policy"] == "no-referrer"
            assert response["X-Frame-Options"] == "DENY"
            assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
            assert not response.cookies
            html = response.content.decode()
            assert '<meta name="robots" content="noindex">' in html
            for sign in ("canonical", "og:", "ld+json", 'hreflang="x-default"'):
                assert sign not in html, sign

    def test_nothing_on_it_offers_to_cite_it_or_to_pass_it_on(self) -> None:
        html = self.get(share(self.item)).content.decode()
        for sign in ('id="cite"', "data-shares", "short-link", f"/a/{self.item.pk}"):
            assert sign not in html, sign

    def test_it_shows_no_word_of_the_other_language(self) -> None:
        html = self.get(share(self.item)).content.decode()
        assert OTHER not in html
        assert "data-version" not in html
        assert f"/ar/publications/{self.item.pk}" not in html

    def test_it_ends_when_its_time_is_over(self) -> None:
        with Clock() as clock:
            link = share(self.item, lasts=1)
            clock.forward(hours=23, minutes=59)
            assert self.get(link).status_code == 200
            clock.forward(minutes=1)
            self.assert_over(self.get(link))

    def test_it_ends_when_it_is_revoked(self) -> None:
        link = share(self.item)
        sharing.revoke(link, by=SYSTEM)
        self.assert_over(self.get(link))

    def test_it_ends_when_the_text_is_withdrawn(self) -> None:
        link, arabic = share(self.item), share(self.item, "ar")
        publishing.withdraw(self.item, "en", "Over.", by=SYSTEM)
        self.assert_over(self.get(link))
        assert self.get(arabic).status_code == 200
        assert self.get(share(self.item)).status_code == 200  # made in spite of it

    def assert_over(self, response: Any) -> None:
        assert response.status_code == 410
        html = response.content.decode()
        assert "This link no longer works" in html
        for word in (SECRET, OTHER, f"/{self.item.pk}", "A reader"):
            assert word not in html, word

    def test_it_ends_when_whoever_made_it_has_left_the_desk(self) -> None:
        maker = make_user("maker", ["share_item"])
        link = share(self.item, by=maker)
        for flag in ("is_active", "is_staff"):
            User.objects.filter(pk=maker.pk).update(**{flag: False})
            assert self.get(link).status_code == 410
            User.objects.filter(pk=maker.pk).update(**{flag: True})
        assert self.get(link).status_code == 200

    def test_it_ends_when_that_account_is_deleted(self) -> None:
        maker = make_user("maker", ["share_item"])
        link = share(self.item, by=maker)
        self.client.force_login(User.objects.create_superuser("root"))
        self.client.post(f"/admin/auth/user/{maker.pk}/delete/", {"post": "yes"})
        assert not User.objects.filter(pk=maker.pk).exists()
        assert self.get(link).status_code == 410
        assert AuditEvent.objects.filter(verb="unshare").count() == 1

    def test_it_counts_how_often_it_was_opened(self) -> None:
        link = share(self.item)
        with Clock(timezone.now() + timedelta(hours=1)) as clock:
            for _turn in range(2):
                self.get(link)
            link.refresh_from_db()
            assert (link.opened, link.last_opened_at) == (2, clock.now)
        sharing.revoke(link, by=SYSTEM)
        self.get(link)
        link.refresh_from_db()
        assert link.opened == 2

    def test_an_address_that_was_never_made_is_not_there(self) -> None:
        link = share(self.item)
        path = sharing.path(link)
        token = path.split("/")[-2]
        number, _dot, signature = token.partition(".")
        changed = "A" if signature[5] != "A" else "B"
        for wrong in (
            path.replace("/en/", "/ar/"),
            f"/en/draft/{int(number) + 1}.{signature}/",
            f"/en/draft/{number}/",
            f"/en/draft/{number}.{signature[:5]}{changed}{signature[6:]}/",
            "/en/draft/.../",
            "/en/draft/%00/",
        ):
            assert self.client.get(wrong).status_code == 404, wrong
        DraftLink.objects.all().delete()
        assert self.client.get(path).status_code == 404

    def test_nothing_can_be_sent_to_it(self) -> None:
        assert self.client.post(sharing.path(share(self.item))).status_code == 405

    def test_a_file_of_the_draft_is_named_and_not_led_to(self) -> None:
        file = make_file(title_en="Annex")
        with saving.saving_facts(self.item, by=SYSTEM):
            self.item.attachments.create(file=file, order=1)
        html = self.get(share(self.item)).content.decode()
        assert "Annex" in html
        assert f"/files/{file.pk}/" not in html

    def test_a_picture_of_the_draft_can_be_seen(self) -> None:
        image = make_image("olive")
        with saving.saving_facts(self.item, by=SYSTEM):
            self.item.cover = image
            self.item.save(update_fields=["cover"])
        html = self.get(share(self.item)).content.decode()
        assert f'src="{image.address}"' in html

    @pytest.mark.large
    def test_every_kind_can_be_shared(self) -> None:
        for item in (make_event(), make_news(), make_page(purpose="team")):
            for language in LANGUAGES:
                assert self.get(share(item, language)).status_code == 200


@pytest.mark.large
class TestOtherDrafts(TestCase):
    """A shared draft points at others in every way that there is."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.hidden = [make_publication(), make_publication(type="issue")]
        for item in cls.hidden:
            for code in LANGUAGES:
                write(item, code, headline=OTHER, summary=OTHER, kicker=OTHER)
        cls.item: Publication = make_publication(type="article", issue=cls.hidden[1])
        with saving.saving_facts(cls.item, by=SYSTEM):
            cls.item.related.set(cls.hidden)
        cls.about = make_news(about=cls.hidden[0])

    def test_it_shows_no_word_of_them(self) -> None:
        for item in (self.item, self.about):
            for language in LANGUAGES:
                link = share(item, language)
                html = self.client.get(sharing.path(link)).content.decode()
                assert OTHER not in html

    def test_no_public_page_knows_of_the_link_or_the_draft(self) -> None:
        write(self.item, "en", headline=SECRET, summary=SECRET)
        token = sharing.path(share(self.item)).split("/")[-2]
        for path in ("/en/", "/en/publications/", "/robots.txt", "/en/archive/"):
            html = self.client.get(path).content.decode()
            assert SECRET not in html, path
            assert token not in html, path
