"""The page of a news item: what it is about, and where others told it."""

from __future__ import annotations

from django.test import TestCase

from news.models import NewsItem
from tests.cast import LANGUAGES, make_event, make_news, make_publication
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM


class TestNewsPage(TestCase):
    def show(self, item: NewsItem, language: str) -> str:
        response = self.client.get(f"/a/{item.pk}/{language}", follow=True)
        assert response.status_code == 200
        html = response.content.decode()
        assert strangers(html) == []
        return html[html.index("<main") : html.index("</main>")]

    def test_it_leads_to_what_it_is_about(self) -> None:
        study, fair = make_publication(type="study", live=True), make_event(live=True)
        for about, kind in ((study, "publications"), (fair, "events")):
            item = make_news(about=about, live=True)
            for language in LANGUAGES:
                assert f"/{language}/{kind}/{about.pk}/" in self.show(item, language)

    def test_it_leads_to_another_language_that_alone_has_it(self) -> None:
        study = make_publication(type="study", en=False, live=True)
        item = make_news(about=study, live=True)
        assert f'href="/ar/publications/{study.pk}/' in self.show(item, "en")

    def test_it_says_nothing_of_what_cannot_be_read(self) -> None:
        study = make_publication(live=True)
        item = make_news(about=study, live=True)
        for language in LANGUAGES:
            publishing.withdraw(study, language, "Over.", by=SYSTEM)
        for language in LANGUAGES:
            assert f"/publications/{study.pk}/" not in self.show(item, language)

    def test_coverage_leads_to_its_outlet(self) -> None:
        item = make_news(
            type="coverage",
            outlet_ar="نهار الساحل",
            outlet_url="https://daylight.example/1",
            live=True,
        )
        link = 'href="https://daylight.example/1" rel="noopener"'
        for language, words in (("ar", "المصدر:"), ("en", "Read it at:")):
            html = self.show(item, language)
            assert words in html
            assert link in html
            assert "نهار الساحل" in html
