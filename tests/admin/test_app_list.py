from __future__ import annotations

from django.urls import reverse

from tests.admin.page import DeskTestCase, get
from tests.cast import make_user

CONTENT = [*("Publications", "News items", "Events", "Centre pages", "Release bundles")]
REPORTS = ["Language check", "Housekeeping"]
COMING, IMPORT, TRASH = "What goes out when", "Import a manuscript…", "Trash"


class TestAppList(DeskTestCase):
    def groups(self, language="en"):
        """The captions of the start page, and the records under each."""
        page = get(self.client, reverse("admin:index"), language)
        found, caption = {}, ""
        for element in page.elements:
            if element.tag == "caption":
                caption = element.text.strip()
                found[caption] = []
            elif element.tag == "th" and element["scope"] == "row":
                found[caption].append(element.text.strip())
        return found

    def test_it_groups_records_by_what_people_come_to_do(self):
        self.client.force_login(self.cast.admin)
        groups = self.groups()
        assert list(groups) == [
            "Content",
            "Reference",
            "Pictures and files",
            "House and front page",
            "Accounts",
            "Records",
        ]
        assert groups["Content"] == [*CONTENT, *REPORTS, IMPORT, COMING, TRASH]
        assert {"People", "Series", "Publication types"} <= set(groups["Reference"])
        assert groups["Accounts"] == ["Groups", "Users"]

    def test_it_speaks_the_language_of_the_interface(self):
        self.client.force_login(self.cast.admin)
        groups = self.groups("ar")
        assert list(groups)[:2] == ["المحتوى", "السجلات المرجعية"]
        assert groups["المحتوى"][0] == "الإصدارات"

    def test_it_shows_each_person_what_they_may_see(self):
        self.client.force_login(make_user("news", ["view_newsitem"]))
        assert self.groups() == {"Content": ["News items", *REPORTS, COMING]}

    def test_the_language_check_is_for_those_who_may_see_items(self):
        self.client.force_login(make_user("clerk", ["view_person"]))
        assert self.groups() == {"Reference": ["People"]}

    def test_the_import_is_for_those_who_may_write(self):
        for codename in ("add_publication", "change_event"):
            self.client.force_login(make_user(codename, [codename]))
            assert IMPORT in self.groups()["Content"]

    def test_the_trash_is_for_those_who_may_put_something_there(self):
        for codenames, offered in (
            (["trash_item", "view_event"], False),
            (["trash_item", "change_event"], True),
        ):
            self.client.force_login(make_user(codenames[1], codenames))
            assert (TRASH in self.groups()["Content"]) is offered

    def test_it_is_the_same_beside_every_page(self):
        page = get(self.client, reverse("admin:publications_publication_changelist"))
        assert page.words("caption")[:2] == ["Content", "Reference"]

    def test_it_leaves_the_page_of_an_app_as_it_was(self):
        page = get(self.client, reverse("admin:app_list", args=["publications"]))
        assert "Publications" in page.words("caption")
