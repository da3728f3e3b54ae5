"""What the system adds to a page about the centre, by the purpose of the page."""

from __future__ import annotations

from typing import Any

from thinktank.public.index_page import team
from thinktank.public.item_page import ItemPage, Layout
from thinktank.public.moments import Moment

from .accessibility import CRITERIA
from .corrections import corrections
from .models import Purpose


def layout(before: Moment | None = None) -> Layout:
    """How centre pages are laid out; `before` continues the list of corrections."""

    def laid_out(page: ItemPage) -> tuple[str, dict[str, Any]]:
        match page.edition.type:
            case Purpose.TEAM:
                return "team.html", {"groups": team(page.language)}
            case Purpose.CORRECTIONS:
                found = corrections(page.language, before)
                return "corrections.html", {"corrected": found}
            case Purpose.CONTACT:
                return "contact.html", {}
            case Purpose.ACCESSIBILITY:
                return "accessibility.html", {"criteria": CRITERIA}
        return "item.html", {}

    return laid_out
