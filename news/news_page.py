"""The page of a news item: what it is about, and where others told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from thinktank.editorial.models import LinkKind
from thinktank.public.item_page import ItemPage
from thinktank.public.teasers import Teaser
from thinktank.public.wording import Wording, worded


@dataclass(frozen=True)
class NewsPage:
    """Its properties ask nothing of the database."""

    page: ItemPage

    @property
    def about(self) -> Teaser | None:
        """What it announces, as far as that can be read."""
        for kind, pk, _order in self.page.revision.facts["links"]:
            if kind == LinkKind.ANNOUNCES and pk in self.page.targets:
                return self.page.teaser_of(self.page.targets[pk])
        return None

    @property
    def outlet(self) -> Wording:
        names = self.page.revision.facts["own"]["outlet"]
        return worded(lambda code: names.get(code, ""), self.page.language)

    @property
    def outlet_url(self) -> str:
        return str(self.page.revision.facts["own"]["outlet_url"])


def news_layout(page: ItemPage) -> tuple[str, dict[str, Any]]:
    return "news.html", {"news": NewsPage(page)}
