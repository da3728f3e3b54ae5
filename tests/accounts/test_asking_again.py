"""What can do harm opens to a recent login; nothing typed is lost by that."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.test import override_settings

from tests.accounts.accounts_case import PASSWORD, LoginTestCase, code
from tests.admin.page import Page, address
from tests.cast import make_publication

AGAIN = "/admin/account/again/"
ADD_GROUP = "/admin/auth/group/add/"


class TestAskingAgain(LoginTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.client = self.signed_in()

    def test_a_recent_login_is_not_asked(self) -> None:
        assert self.client.get(ADD_GROUP).status_code == 200

    def test_what_does_harm_asks_after_a_while(self) -> None:
        item = make_publication(live=True)
        self.clock.forward(minutes=16)
        for path in (
            ADD_GROUP,
            address(item, "suppress", "en"),
            address(item, "unsuppress", "en"),
            f"/admin/auth/user/{self.hind.pk}/change/",
            f"/admin/auth/user/{self.hind.pk}/delete/",
            f"/admin/auth/user/{self.hind.pk}/password/",
            f"/admin/auth/user/{self.hind.pk}/signing-in/",
            "/admin/house/house/1/change/",
            "/admin/account/app/remove/",
            "/admin/account/keys/add/",
            "/admin/account/codes/",
            "/admin/account/codes/new/",
        ):
            assert self.client.get(path).url.startswith(AGAIN), path
        for path in ("/admin/", "/admin/auth/user/", "/admin/account/"):
            assert self.client.get(path).status_code == 200, path

    def test_the_export_of_the_audit_log_asks_too(self) -> None:
        export = "/admin/editorial/auditevent/export/"
        assert self.client.post(export).status_code == 200
        self.clock.forward(minutes=61)
        assert self.client.post(export).status_code == 403

    def test_the_password_leads_back_to_the_page(self) -> None:
        self.clock.forward(minutes=16)
        page = self.client.get(ADD_GROUP, follow=True)
        response = self.client.post(
            page.request["PATH_INFO"], {"password": PASSWORD, "next": ADD_GROUP}
        )
        assert response.url == ADD_GROUP
        assert self.client.get(ADD_GROUP).status_code == 200

    def test_nobody_is_led_elsewhere(self) -> None:
        sent = {"password": PASSWORD, "next": "//evil.example/"}
        assert self.client.post(AGAIN, sent).url == "/admin/"

    def test_so_does_a_code(self) -> None:
        self.clock.forward(minutes=16)
        path = f"{AGAIN}code/?next={ADD_GROUP}"
        assert self.client.post(path, {"code": "000000"}).status_code == 200
        assert self.client.post(path, {"code": code()}).url == ADD_GROUP

    def test_a_wrong_password_opens_nothing(self) -> None:
        self.clock.forward(minutes=16)
        sent = {"password": "wrong", "next": ADD_GROUP}
        assert self.client.post(AGAIN, sent).status_code == 200
        assert self.client.get(ADD_GROUP).status_code == 302

    def test_a_form_opened_in_time_may_be_sent_later(self) -> None:
        self.clock.forward(minutes=50)
        assert self.client.post(ADD_GROUP, {"name": "Readers"}).status_code == 302
        assert Group.objects.filter(name="Readers").exists()

    def test_what_is_sent_too_late_is_kept_to_be_sent_again(self) -> None:
        rights = Permission.objects.filter(codename__in=["view_person", "view_topic"])
        numbers = [str(right.pk) for right in rights]
        sent = {"name": "Readers & <writers>", "permissions": numbers}
        self.clock.forward(minutes=61)
        response = self.client.post(ADD_GROUP, sent)
        assert response.status_code == 403
        group = Group.objects.filter(name="Readers & <writers>")
        assert not group.exists()
        page = Page(response)
        kept = [(each["name"], each.text.strip()) for each in page.all("textarea")]
        assert ("name", "Readers & <writers>") in kept
        assert [value for name, value in kept if name == "permissions"] == numbers
        self.client.post(AGAIN, {"password": PASSWORD})
        assert self.client.post(ADD_GROUP, sent).status_code == 302
        assert group.exists()

    @override_settings(DEMO=True)
    def test_the_demonstration_asks_nobody(self) -> None:
        self.clock.forward(days=3)
        assert self.client.get(ADD_GROUP).status_code == 200
