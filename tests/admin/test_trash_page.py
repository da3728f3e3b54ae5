from __future__ import annotations

import pytest
from django.urls import reverse

from tests.admin.doors import searching
from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import editing, make_event, make_publication, make_user, write
from thinktank.editorial import publishing, saving, trash
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import SYSTEM

pytestmark = pytest.mark.large

PAGE = reverse("admin:trash")
WORD = "Zwischenfall"


class TrashCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()
        write(cls.item, "en", headline=WORD)
        cls.keeper = make_user("keeper", [*editing(), "trash_item"])

    def setUp(self):
        self.client.force_login(self.keeper)

    def put(self):
        trash.put(self.item, by=self.keeper)

    def act(self, do, number=None):
        url = reverse("admin:trash_act", args=[number or self.item.pk])
        return self.client.post(url, {"do": do})


class TestMovingThere(TrashCase):
    def test_the_form_leads_to_a_page_that_asks(self):
        url = address(self.item, "delete")
        assert get(self.client, address(self.item)).all("a", href=url)
        page = get(self.client, url)
        assert "It disappears from the lists" in page.text
        response = send(self.client, url, page)
        self.assertRedirects(response, PAGE)
        assert "In the trash since" in get(self.client, PAGE).text

    def test_it_says_what_stands_in_the_way_and_has_no_button(self):
        publishing.publish(self.item, "en", by=SYSTEM)
        page = get(self.client, address(self.item, "delete"))
        assert "Withdraw it first, in each language." in page.text
        assert not page.all("input", class_="destructive")
        send(self.client, address(self.item, "delete"), page)
        assert not Item.objects.filter(trashed_at__isnull=False).exists()

    def test_others_have_neither_the_link_nor_the_page(self):
        self.client.force_login(self.cast.publisher)
        url = address(self.item, "delete")
        assert not get(self.client, address(self.item)).all("a", href=url)
        for method in (self.client.get, self.client.post):
            assert method(url).status_code == 403


class TestTrashPage(TrashCase):
    def test_it_restores(self):
        self.put()
        page = get(self.client, PAGE)
        assert WORD in page.text
        assert not page.all("button", value="delete")
        self.assertRedirects(self.act("restore"), address(self.item))
        assert "The trash is empty." in get(self.client, PAGE).text

    def test_it_deletes_what_was_never_public_for_those_who_may(self):
        self.put()
        assert self.act("delete").status_code == 403
        self.client.force_login(self.cast.admin)
        assert get(self.client, PAGE).all("button", value="delete")
        self.act("delete")
        assert not Item.objects.exists()

    def test_it_offers_no_deletion_of_what_was_public(self):
        publishing.publish(self.item, "en", by=SYSTEM)
        publishing.withdraw(self.item, "en", "Over.", by=SYSTEM)
        self.put()
        self.client.force_login(self.cast.admin)
        assert not get(self.client, PAGE).all("button", value="delete")
        self.act("delete")
        assert Item.objects.exists()
        assert self.client.get(f"/en/publications/{self.item.pk}/").status_code == 410

    def test_it_acts_on_what_is_there_alone_and_by_post(self):
        assert self.act("restore").status_code == 404
        self.put()
        assert self.act("burn").status_code == 404
        url = reverse("admin:trash_act", args=[self.item.pk])
        assert self.client.get(url).status_code == 405

    def test_whoever_changes_their_own_alone_finds_their_own_alone(self):
        self.put()
        rights = ["change_publication", "delete_publication", "trash_item"]
        own = make_user("own", rights)
        self.client.force_login(own)
        assert WORD not in get(self.client, PAGE).text
        for do in ("restore", "delete"):
            assert self.act(do).status_code == 404
        Item.objects.update(created_by=own)
        assert WORD in get(self.client, PAGE).text
        assert self.act("restore").status_code == 302

    def test_it_is_shut_for_others(self):
        self.put()
        self.client.force_login(self.cast.publisher)
        assert self.client.get(PAGE).status_code == 403
        assert self.act("restore").status_code == 403


class TestWhatIsThere(TrashCase):
    def setUp(self):
        super().setUp()
        self.put()

    def test_its_form_leads_to_the_trash(self):
        response = self.client.get(address(self.item))
        self.assertRedirects(response, f"{PAGE}#item-{self.item.pk}")
        self.client.force_login(self.cast.editor)
        self.assertRedirects(
            self.client.get(address(self.item)), reverse("admin:index")
        )

    @pytest.mark.large
    def test_no_page_of_the_desk_shows_it(self):
        self.client.force_login(self.cast.admin)
        pages = ("preview", "publish", "schedule", "suppress")
        for url in (
            *(address(self.item, page, "en") for page in pages),
            address(self.item, "versions"),
        ):
            assert self.client.get(url).status_code == 404, url
        assert self.client.post(address(self.item, "duplicate")).status_code == 404
        for url in (
            reverse("admin:publications_publication_changelist"),
            reverse("admin:language_report"),
            searching("publications", "publication", "related") + f"&term={WORD}",
            searching("publications", "publication", "issue") + f"&term={WORD}",
            reverse("admin:publications_publication_surface_items") + f"?q={WORD}",
            f"{reverse('admin:publications_publication_surface_kept')}"
            f"?item={self.item.pk}",
        ):
            answer = self.client.get(url).content.decode()
            assert WORD not in answer.replace(f"={WORD}", "").replace(
                f'value="{WORD}"', ""
            ), url

    def test_no_form_takes_its_number_and_one_that_had_it_keeps_it(self):
        issue = make_publication(type="issue")
        article = make_publication(type="article", issue=issue)
        with saving.saving_facts(article, by=SYSTEM):
            article.related.add(self.item)
        trash.put(issue, by=SYSTEM)
        assert save(self.client, article, headline_en="Anew").status_code == 302
        other = make_publication(type="article")
        for name, value in (("issue", issue.pk), ("related", [self.item.pk])):
            answer = save(self.client, other, **{name: value})
            assert answer.status_code == 200, name
            assert Page(answer).all("ul", class_="errorlist")

    def test_the_form_of_the_whole_lists_no_part_that_is_there(self):
        fair = make_event(type="fair")
        part = make_event(type="panel", parent=fair)
        url = reverse("admin:events_event_change", args=[fair.pk])
        link = {"href": reverse("admin:events_event_change", args=[part.pk])}
        assert get(self.client, url).all("a", **link)
        trash.put(part, by=SYSTEM)
        assert not get(self.client, url).all("a", **link)
