from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.urls import reverse

from tests.admin.page import DeskTestCase, Page, get

INDEX = reverse("admin:index")


class TestInterfaceLanguage(DeskTestCase):
    def choose(self, language):
        return self.client.post(
            reverse("set_language"), {"language": language, "next": INDEX}
        )

    def language(self, url=INDEX):
        return Page(self.client.get(url)).one("html")["lang"]

    def test_it_is_kept_when_it_was_chosen(self):
        for code in ("ar", "en", "ar"):
            self.assertRedirects(self.choose(code), INDEX)
            assert self.language() == code

    def test_it_is_kept_in_a_cookie_of_the_admin_alone(self):
        cookie = self.choose("ar").cookies[settings.LANGUAGE_COOKIE_NAME]
        assert cookie["path"] == "/admin/"

    def test_it_is_offered_on_every_page_in_its_own_name(self):
        for page in (get(self.client, INDEX, "ar"), get(self.client, INDEX, "en")):
            switch = page.all("button", name="language")
            assert [(e["lang"], e["dir"]) for e in switch] == [
                ("ar", "rtl"),
                ("en", "ltr"),
            ]
            assert page.words("button", name="language")[1] == "English"

    def test_it_is_offered_before_anybody_has_logged_in(self):
        self.client.logout()
        page = get(self.client, reverse("admin:login"))
        assert len(page.all("button", name="language")) == 2

    def test_it_names_the_centre(self):
        for code, name in settings.CENTRE_NAMES.items():
            assert name in get(self.client, INDEX, code).words(id="site-name")[0]


class TestColours:
    """The admin names the identity's colours once for light and dark; the values
    are those that visitors see."""

    def tokens(self, css):
        lines = (line.strip().rstrip(";") for line in css.splitlines())
        pairs = (line.partition(":") for line in lines if line.startswith("--"))
        return {name: value.strip() for name, _colon, value in pairs}

    def test_it_shares_its_values_with_the_public_pages(self):
        static = Path(settings.BASE_DIR) / "static"
        light, dark = (static / "css/tokens.css").read_text().split("@media", 1)
        bright, dim = self.tokens(light), self.tokens(dark)
        own = self.tokens((static / "admin/desk/colours.css").read_text())
        shared = {name for name in own if own[name].startswith("light-dark(")}
        assert len(shared) > 10
        for name in shared:
            assert own[name] == f"light-dark({bright[name]}, {dim[name]})", name
