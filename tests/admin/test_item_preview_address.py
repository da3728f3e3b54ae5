from __future__ import annotations

from tests.admin.page import DeskTestCase, Page, address
from tests.cast import make_publication, write


class TestPreviewInTheAdmin(DeskTestCase):
    def test_it_is_the_public_page_over_the_saved_working_copy(self):
        item = make_publication(live=True)
        write(item, "en", headline="Not public yet")
        response = self.client.get(address(item, "preview", "en"))
        page = Page(response)
        assert page.one("html")["lang"] == "en"
        assert page.words("h1") == ["Not public yet"]
        assert "no-store" in response["Cache-Control"]

    def test_it_speaks_the_language_of_the_text_not_of_the_interface(self):
        item = make_publication()
        url = address(item, "preview", "ar")
        response = self.client.get(url, headers={"accept-language": "en"})
        html = Page(response).one("html")
        assert (html["lang"], html["dir"]) == ("ar", "rtl")

    def test_it_knows_no_other_language(self):
        item = make_publication()
        assert self.client.get(address(item, "preview", "fr")).status_code == 404
