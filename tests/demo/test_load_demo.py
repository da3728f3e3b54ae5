from __future__ import annotations

from django.core.management import call_command
from django.test import TestCase

from publications.models import Publication
from thinktank import changes
from thinktank.editorial.audit import check_editions
from thinktank.editorial.models import AuditEvent, Edition, Revision


def counts() -> list[int]:
    models = (Publication, Revision, Edition, AuditEvent)
    return [*(model.objects.count() for model in models), changes.current()]


class LoadDemoTestCase(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        call_command("load_demo", verbosity=0)

    def test_it_publishes_six_items_in_both_languages(self) -> None:
        live = Edition.objects.live()
        assert live.filter(language="ar").count() == 6
        assert live.filter(language="en").count() == 6

    def test_running_it_again_changes_nothing(self) -> None:
        before = counts()
        call_command("load_demo", verbosity=0)
        assert counts() == before

    def test_every_text_came_through_whole(self) -> None:
        for item in Publication.objects.all():
            arabic, english = (item.body_in(code) for code in ("ar", "en"))
            shapes = [
                [len(section.points) for section in body.sections]
                for body in (arabic, english)
            ]
            assert shapes[0] == shapes[1], item
            assert sum(shapes[0]) > 0 or item.type.code == "opinion", item

    def test_both_languages_keep_the_readers_place(self) -> None:
        for item in Publication.objects.all():
            ids = [
                [section.id for section in item.body_in(code).sections]
                for code in ("ar", "en")
            ]
            assert ids[0] == ids[1], item

    def test_what_it_published_agrees_with_its_revisions(self) -> None:
        assert list(check_editions()) == []
