"""What people type to each other at the desk, on all pages and mails that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.urls import reverse
from django.utils.timezone import now

from tests.admin.page import address
from tests.cast import make_bundle
from tests.security.markup import NASTY, NASTY_NAME
from tests.security.test_stored_xss import NastySite
from thinktank.editorial import digest, sharing, trash, workflow
from thinktank.editorial.models import Bundle, DraftLink, Revision, Track
from thinktank.editorial.naming import name_revision

pytestmark = pytest.mark.large


class TestDeskPages(NastySite):
    @classmethod
    def fill(cls) -> None:
        super().fill()
        User.objects.filter(pk=cls.admin.pk).update(email="admin@example.org")
        cls.writer = User.objects.create_superuser(
            f"{NASTY_NAME}2", "writer@example.org", first_name=NASTY_NAME
        )
        given: dict[str, Any] = {"by": cls.admin, "note": NASTY}
        Track.objects.filter(item=cls.draft).update(writer=cls.writer)
        workflow.submit(cls.draft, "en", to=cls.writer, **given)
        workflow.send_back(cls.draft, "en", NASTY, by=cls.admin)
        workflow.assign(
            cls.draft, "ar", to=cls.writer, due=now().date(), by=cls.admin, note=NASTY
        )
        revision = Revision.objects.filter(item_id=cls.draft.pk).latest("pk")
        name_revision(revision, NASTY_NAME, by=cls.admin)
        cls.bundle = make_bundle((cls.draft, "ar"), name=NASTY_NAME)
        Bundle.objects.update(note=NASTY, made_by=cls.admin)
        sharing.make(cls.item, "en", by=cls.admin, for_whom=NASTY[:150], lasts=1)
        cls.binned = cls.make()
        cls.write(cls.binned, "en")
        trash.put(cls.binned, by=cls.admin)

    def setUp(self) -> None:
        self.client.force_login(self.writer)

    def addresses(self) -> Iterator[str]:
        yield from map(reverse, ("admin:index", "admin:coming", "admin:trash"))
        yield from self.narrowed("admin:desk_box", ("mine", "due", "scheduled"))
        yield from self.narrowed("admin:findings", ("unapproved", "topic"))
        yield reverse("admin:editorial_bundle_changelist")
        for page in ("change", "release", "schedule", "delete"):
            yield reverse(f"admin:editorial_bundle_{page}", args=[self.bundle.pk])
        yield f"{reverse('admin:editorial_bundle_add')}?from={self.item.pk}"
        yield address(self.item, "links")
        yield f"{address(self.draft, 'versions')}?language=en"
        for verb in ("submit", "assign", "return", "approve"):
            yield address(self.draft, verb, "en")
        yield address(self.gone, "suppress", "ar")
        many = reverse("admin:publications_publication_many", args=["assign"])
        yield f"{many}?items={self.draft.pk}"
        yield reverse("admin:auth_user_signing_in", args=[self.admin.pk])

    def narrowed(self, name: str, codes: Iterable[str]) -> Iterator[str]:
        for code in codes:
            yield reverse(name, args=[code])

    def test_they_show_what_people_typed_as_text(self) -> None:
        for url in self.addresses():
            with self.subTest(url=url):
                self.check(url)

    def test_so_do_drafts_behind_links(self) -> None:
        (link,) = DraftLink.objects.all()
        self.check(sharing.path(link))

    def test_so_do_messages(self) -> None:
        (link,) = DraftLink.objects.all()
        revoke = address(self.item, "revoke_link", link.pk)
        self.look_at(revoke, self.client.post(revoke, follow=True).content.decode())
        act = reverse("admin:trash_act", args=[self.binned.pk])
        answer = self.client.post(act, {"do": "restore"}, follow=True)
        self.look_at(act, answer.content.decode())

    def test_so_do_digests(self) -> None:
        assert digest.send(self.writer)
        (sent,) = mail.outbox
        ((html, _type),) = sent.alternatives
        assert NASTY in sent.body
        self.look_at("digest", str(html))
