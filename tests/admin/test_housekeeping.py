from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.admin.bulk import fill_desk
from tests.admin.page import DeskTestCase, address, get
from tests.cast import make_image, make_news, make_publication, make_user, write
from thinktank.document.model import Document, Figure, Mark, Paragraph, Text
from thinktank.editorial import publishing, saving, trash
from thinktank.editorial.models import Stage
from thinktank.editorial.permissions import SYSTEM
from thinktank.media.models import Image

OVERVIEW = reverse("admin:housekeeping")
MOST_QUERIES = 14


def linking_to(number):
    words = Text("here", (Mark("link", item=number),))
    return Document("en", lead=(Paragraph((words,)),))


class TestHousekeeping(DeskTestCase):
    def page(self, code, query=""):
        return get(self.client, reverse("admin:findings", args=[code]) + query)

    def found(self, code, query=""):
        """Where each finding leads, and its language."""
        page = self.page(code, query)
        links = [a["href"] for a in page.all("a", class_="desk-headline")]
        facts = page.words("p", class_="desk-facts")
        return list(zip(links, facts, strict=True))

    def test_it_counts_what_each_check_finds(self):
        make_publication(live=True)
        page = get(self.client, OVERVIEW)
        titles = page.words("a", class_="desk-headline")
        counts = dict(zip(titles, page.words("p", class_="desk-facts"), strict=True))
        assert counts["No topic"] == "2 places"
        assert counts["No summary"] == "nothing found"

    def test_it_leads_to_a_missing_summary(self):
        item = make_publication()
        write(item, "en", summary="")
        field = f"{address(item)}#id_summary_en"
        assert self.found("summary") == [(field, "Publication English")]
        assert self.found("summary", "?language=ar") == []

    def test_it_leads_to_missing_topics_of_what_is_live(self):
        make_publication(live=True, topics=[self.topic])
        item = make_publication(live=True, en=False)
        make_publication()
        field = f"{address(item)}#id_topics"
        assert self.found("topic") == [(field, "Publication Arabic")]

    def test_it_leads_to_the_side_on_which_nothing_is_written(self):
        make_publication(live=True)
        item = make_publication(live=True, en=False)
        side = f"{address(item)}#side-en"
        assert self.found("translation") == [(side, "Publication English")]

    def test_it_leads_to_pictures_without_a_text_in_a_language_they_are_shown_in(self):
        live = make_image("olive")
        draft = make_image("navy", alt_en="")
        make_image("teal", alt_ar="")  # shown nowhere
        make_publication(live=True, cover=live)
        Image.objects.filter(pk=live.pk).update(alt_ar="")
        make_publication(ar=False).gallery.create(image=draft)
        form = [reverse("admin:media_image_change", args=[i.pk]) for i in (live, draft)]
        assert self.found("alt") == [
            (f"{form[0]}#id_alt_ar", "Picture Arabic"),
            (f"{form[1]}#id_alt_en", "Picture English"),
        ]

    def test_it_leads_to_pictures_in_the_body_of_a_draft(self):
        bare, described = (make_image(each, alt_en="") for each in ("olive", "teal"))
        item, gone = make_publication(ar=False, live=True), make_publication(ar=False)
        figures = (Figure(bare.pk), Figure(described.pk, alt="A quay"))
        write(item, "en", body=Document("en", lead=figures))
        write(gone, "en", body=Document("en", lead=(Figure(described.pk),)))
        trash.put(gone, by=SYSTEM)
        form = reverse("admin:media_image_change", args=[bare.pk])
        assert self.found("alt") == [(f"{form}#id_alt_en", "Picture English")]

    def test_it_leads_to_pictures_of_what_is_live_for_a_time(self):
        picture = make_image("olive")
        item = make_publication(ar=False)
        write(item, "en", body=Document("en", lead=(Figure(picture.pk),)))
        publishing.publish(item, "en", by=SYSTEM)
        end = timezone.now() + timedelta(days=1)
        publishing.withdraw(item, "en", "Over", by=SYSTEM, at=end)
        Image.objects.filter(pk=picture.pk).update(alt_en="")
        assert len(self.found("alt")) == 1

    def test_it_tells_links_to_what_is_not_public_in_that_language(self):
        target = make_publication(live=True, en=False)
        item = make_publication(ar=False)
        write(item, "en", body=linking_to(target.pk))
        publishing.publish(item, "en", by=SYSTEM)
        field = f"{address(item)}#id_body_en"
        facts = f"Publication English #{target.pk}"
        assert self.found("links") == [(field, facts)]
        out = StringIO()
        with pytest.raises(SystemExit):
            call_command("find_dead_links", stdout=out, stderr=StringIO())
        assert f"/{item.pk}/" in out.getvalue()
        saving.save_texts(target, "en", {"headline": "H", "summary": "S"}, by=SYSTEM)
        publishing.publish(target, "en", by=SYSTEM)
        assert self.found("links") == []
        call_command("find_dead_links", stdout=StringIO())

    def test_it_lists_what_is_live_without_approval(self):
        item = make_publication(live=True)
        item.tracks.filter(language="ar").update(stage=Stage.REVIEW)
        side = f"{address(item)}#side-ar"
        assert self.found("unapproved") == [(side, "Publication Arabic")]

    def test_it_is_narrowed_to_a_kind(self):
        make_publication(live=True)
        make_news(live=True)
        assert len(self.found("topic")) == 4
        assert len(self.found("topic", "?kind=news&language=en")) == 1

    def test_it_shows_what_one_may_see(self):
        make_publication(live=True)
        make_news("en", live=True)
        self.client.force_login(make_user("newsman", ["view_newsitem"]))
        assert [facts for _link, facts in self.found("topic")] == ["News item English"]
        self.client.force_login(make_user("clerk", ["view_person"]))
        for url in (OVERVIEW, reverse("admin:findings", args=["topic"])):
            assert self.client.get(url).status_code == 403

    def test_there_is_no_other_check(self):
        url = reverse("admin:findings", args=["lost"])
        assert self.client.get(url).status_code == 404

    @pytest.mark.large
    def test_it_costs_few_queries(self):
        fill_desk(self.cast.editor, self.topic)
        for code in ("", "topic", "summary", "translation", "links", "unapproved"):
            url = reverse("admin:findings", args=[code]) if code else OVERVIEW
            get(self.client, url)
            with CaptureQueriesContext(connection) as queries:
                get(self.client, url)
            assert len(queries) <= MOST_QUERIES
