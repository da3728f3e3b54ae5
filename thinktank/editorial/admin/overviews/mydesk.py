"""The start page of the desk: its boxes, and the whole of one box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from thinktank.editorial import addresses, boxes, kinds
from thinktank.editorial.models import Edition, Item
from thinktank.editorial.states import LanguageState, states

from .. import sides
from ..lookup import kinds_one_may, kinds_seen_by
from ..manuscripts.permits import may_import
from ..staff import person
from .narrowing import Narrowed

IN_A_BOX = 8
ON_A_PAGE = 50


@dataclass(frozen=True)
class Label:
    """What a box is called, and what it says when nothing is in it."""

    title: Promise
    nothing: Promise


LABELS = {
    "waiting": Label(
        pgettext_lazy("box of the desk", "Waiting for me"),
        gettext_lazy("Nothing waits for you. Texts sent to you for review lie here."),
    ),
    "ready": Label(
        pgettext_lazy("box of the desk", "Ready to publish"),
        gettext_lazy("No approved text waits to be published."),
    ),
    "mine": Label(
        pgettext_lazy("box of the desk", "Mine"),
        gettext_lazy("You have nothing unfinished."),
    ),
    "due": Label(
        pgettext_lazy("box of the desk", "Due"),
        gettext_lazy("Nothing has a date to keep."),
    ),
    "scheduled": Label(
        pgettext_lazy("box of the desk", "Scheduled"),
        gettext_lazy("Nothing is scheduled."),
    ),
    "behind": Label(
        pgettext_lazy("box of the desk", "Behind their source"),
        gettext_lazy("Every translation follows its source."),
    ),
    "recent": Label(
        pgettext_lazy("box of the desk", "Recently published"),
        gettext_lazy("Nothing is public yet."),
    ),
}


@dataclass(frozen=True)
class Row:
    """One language of an item; `text` is the track or the edition that was found."""

    text: Any
    state: LanguageState

    @property
    def item(self) -> Item:
        item: Item = self.text.item
        return item

    @property
    def headline(self) -> SafeString:
        """In its own language, or else in one that has it."""
        own = self.state.language
        codes = sorted(sides.codes(), key=lambda code: code != own)
        texts = ((code, self.item.text_in(code, "headline")) for code in codes)
        return sides.marked_first(texts, fallback=f"#{self.item.pk}")

    @property
    def kind(self) -> str:
        opts = kinds.get(self.item.kind).model._meta
        return str(capfirst(opts.verbose_name))

    @property
    def address(self) -> str:
        return addresses.form_of(self.item, self.state.language)

    @property
    def edition(self) -> Edition | None:
        return self.text if isinstance(self.text, Edition) else None

    @property
    def reason(self) -> str:
        return getattr(self.text, "reason", "")


@dataclass(frozen=True)
class Box:
    code: str
    rows: list[Row]
    more: bool = False

    @property
    def label(self) -> Label:
        return LABELS[self.code]


def rows_of(found: Iterable[Any]) -> list[Row]:
    """Costs two queries, however many texts there are."""
    texts = list(found)
    known = states({text.item_id: text.item for text in texts}.values())
    return [Row(text, _state(known[text.item_id], text.language)) for text in texts]


def _state(found: list[LanguageState], language: str) -> LanguageState:
    return next(state for state in found if state.language == language)


def boxes_of(desk: boxes.Desk) -> list[Box]:
    """All boxes; the first two say so when they are empty, the others vanish."""
    found = {code: list(find(desk)[: IN_A_BOX + 1]) for code, find in _open(desk)}
    shown = rows_of(chain.from_iterable(texts[:IN_A_BOX] for texts in found.values()))
    rows = iter(shown)
    return [
        Box(code, [next(rows) for _text in texts[:IN_A_BOX]], len(texts) > IN_A_BOX)
        for code, texts in found.items()
        if texts or code in ("waiting", "mine")
    ]


def _open(desk: boxes.Desk) -> Iterable[Any]:
    return boxes.BOXES.items() if desk.seen else ()


def desk_of(request: HttpRequest) -> boxes.Desk:
    changed = kinds_one_may(request, "change")
    return boxes.Desk(person(request), kinds_seen_by(request), changed)


def context(request: HttpRequest) -> dict[str, Any]:
    """What the start page shows beside the lists of records."""
    desk = desk_of(request)
    return {
        "title": _("My desk"),
        "boxes": boxes_of(desk),
        "has_desk": bool(desk.seen),
        "beginnings": _beginnings(request),
        "manuscript_import": reverse("admin:manuscripts_import")
        if may_import(request)
        else "",
    }


def _beginnings(request: HttpRequest) -> list[tuple[str, str]]:
    """The kinds that one may add, with the addresses of their empty forms."""
    found = []
    for code in kinds_one_may(request, "add"):
        opts = kinds.get(code).model._meta
        add = reverse(f"admin:{opts.app_label}_{opts.model_name}_add")
        found.append((str(capfirst(opts.verbose_name)), add))
    return found


@require_safe
def box(request: HttpRequest, site: AdminSite, code: str) -> HttpResponse:
    """All that is in one box; 404 for boxes that there are not."""
    if code not in boxes.BOXES:
        raise Http404
    desk = desk_of(request)
    if not desk.seen:
        raise PermissionDenied
    narrowed = Narrowed.of(request, desk.seen)
    texts = narrowed.texts(boxes.BOXES[code](desk))
    page = Paginator(texts, ON_A_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(
        request,
        "admin/desk/box.html",
        {
            **site.each_context(request),
            "title": LABELS[code].title,
            "box": Box(code, rows_of(page)),
            "page": page,
            "narrowed": narrowed,
            "around": narrowed.around(page),
        },
    )
